using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain;

/// <summary>What an objective says at a moment; the current row and each past version carry the same.</summary>
internal interface IObjectiveState
{
    ObjectiveId ObjectiveId { get; }

    long Version { get; }

    CycleId CycleId { get; }

    string Code { get; }

    string Title { get; }

    string Description { get; }

    ObjectiveLevel Level { get; }

    ObjectiveStatus Status { get; }

    ObjectiveOrigin Origin { get; }

    PersonId OwnerId { get; }

    UnitId UnitId { get; }

    RegionId? RegionId { get; }

    CustomerId? CustomerId { get; }

    PositionId? PositionId { get; }

    ResponsibilityId? ResponsibilityId { get; }

    StrategyElementId? StrategyElementId { get; }

    bool Important { get; }

    ObjectiveId? ParentId { get; }

    string Path { get; }

    int Depth { get; }

    string? Contribution { get; }

    decimal RollUpWeight { get; }

    MeasureId MeasureId { get; }

    decimal? Baseline { get; }

    decimal Target { get; }

    decimal? LowerBound { get; }

    PhasingMethod? PhasedBy { get; }

    string? Phasing { get; }

    bool IsExempt { get; }

    DateTimeOffset UpdatedAt { get; }
}

/// <summary>An objective as it stood from <see cref="ValidFrom"/> until <see cref="ValidUntil"/>, or stands still.</summary>
internal sealed class ObjectiveVersion : IObjectiveState
{
    public ObjectiveId ObjectiveId { get; set; }

    public DateTimeOffset ValidFrom { get; set; }

    public DateTimeOffset? ValidUntil { get; set; }

    public long Version { get; set; }

    public CycleId CycleId { get; set; }

    public string Code { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    public ObjectiveLevel Level { get; set; }

    public ObjectiveStatus Status { get; set; }

    public ObjectiveOrigin Origin { get; set; }

    public PersonId OwnerId { get; set; }

    public UnitId UnitId { get; set; }

    public RegionId? RegionId { get; set; }

    public CustomerId? CustomerId { get; set; }

    public PositionId? PositionId { get; set; }

    public ResponsibilityId? ResponsibilityId { get; set; }

    public StrategyElementId? StrategyElementId { get; set; }

    public bool Important { get; set; }

    public ObjectiveId? ParentId { get; set; }

    public string Path { get; set; } = string.Empty;

    public int Depth { get; set; }

    public string? Contribution { get; set; }

    public decimal RollUpWeight { get; set; }

    public MeasureId MeasureId { get; set; }

    public decimal? Baseline { get; set; }

    public decimal Target { get; set; }

    public decimal? LowerBound { get; set; }

    public PhasingMethod? PhasedBy { get; set; }

    public string? Phasing { get; set; }

    public bool IsExempt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
