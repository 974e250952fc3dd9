using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

/// <summary>What is counted or weighed, in which unit, and how the values of parts make up the whole.</summary>
internal sealed class Measure : Aggregate
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;
    public const int MaxUnitLength = 32;

    private Measure()
    {
    }

    public MeasureId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public string UnitOfMeasure { get; private set; } = string.Empty;

    public MeasureDirection Direction { get; private set; }

    public Aggregation Aggregation { get; private set; }

    /// <summary>Digits after the point, 0–6, that its values carry.</summary>
    public int Decimals { get; private set; }

    public static Measure Create(string code, string name, string unitOfMeasure, MeasureDirection direction, Aggregation aggregation, int decimals, MeasureId? id = null)
    {
        var measure = new Measure { Id = id ?? MeasureId.New() };
        measure.Change(code, name, unitOfMeasure, direction, aggregation, decimals);
        return measure;
    }

    /// <summary>Whether the values of objectives that use it would read differently.</summary>
    public bool MeansOtherwise(MeasureDirection direction, Aggregation aggregation, int decimals)
        => Direction != direction || Aggregation != aggregation || Decimals > decimals;

    public void Change(string code, string name, string unitOfMeasure, MeasureDirection direction, Aggregation aggregation, int decimals)
    {
        Code = code.Trim();
        Name = name.Trim();
        UnitOfMeasure = unitOfMeasure.Trim();
        Direction = direction;
        Aggregation = aggregation;
        Decimals = decimals;
    }
}
