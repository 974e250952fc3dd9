using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>A post in a unit, with the duties that its objectives serve.</summary>
internal sealed class Position : Aggregate
{
    /// <summary>Of everything that is stated against an average of 1.</summary>
    public const decimal MaxStrength = 1000;

    private Position()
    {
    }

    public PositionId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public UnitId UnitId { get; private set; }

    public RegionId? RegionId { get; private set; }

    /// <summary>Against other positions of the unit, 1 = average.</summary>
    public decimal RelativeStrength { get; private set; } = 1;

    public static Position Create(string code, string title, UnitId unitId, RegionId? regionId, decimal relativeStrength, PositionId? id = null)
    {
        var position = new Position { Id = id ?? Contracts.Organization.PositionId.New() };
        position.Change(code, title, unitId, regionId, relativeStrength);
        return position;
    }

    public void Change(string code, string title, UnitId unitId, RegionId? regionId, decimal relativeStrength)
    {
        Code = code.Trim();
        Title = title.Trim();
        UnitId = unitId;
        RegionId = regionId;
        RelativeStrength = relativeStrength;
    }
}
