using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>A sales or service region. Its profile's scores, each 0–100, are the factors by which S6.8 splits targets to regions.</summary>
internal sealed class Region : Aggregate
{
    private Region()
    {
    }

    public RegionId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public UnitId UnitId { get; private set; }

    public RegionProfile Profile { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>The weight of the region's development in position and personal targets, 1 = average.</summary>
    public decimal DevelopmentWeight { get; private set; } = 1;

    public bool Active { get; private set; } = true;

    public static Region Create(string code, string name, UnitId unitId, RegionProfile profile, decimal developmentWeight, RegionId? id = null)
    {
        var region = new Region { Id = id ?? RegionId.New() };
        region.Change(code, name, unitId, profile, developmentWeight, active: true);
        return region;
    }

    public void Change(string code, string name, UnitId unitId, RegionProfile profile, decimal developmentWeight, bool active)
    {
        Code = code.Trim();
        Name = name.Trim();
        UnitId = unitId;
        Profile = profile;
        DevelopmentWeight = developmentWeight;
        Active = active;
    }
}

/// <summary>Scores 0–100.</summary>
internal sealed record RegionProfile(int Characteristics, int StrategicDeployment, int Development, int Environment, int Competition, int Resources)
{
    public const int MaxScore = 100;
}
