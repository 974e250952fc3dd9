namespace Objectives.Contracts.PerformanceLinkage;

public readonly record struct ScoringRuleId(Guid Value) : IEntityId<ScoringRuleId>
{
    public static ScoringRuleId From(Guid value) => new(value);

    public static ScoringRuleId New() => new(Guid.CreateVersion7());
}

public readonly record struct ScorecardId(Guid Value) : IEntityId<ScorecardId>
{
    public static ScorecardId From(Guid value) => new(value);

    public static ScorecardId New() => new(Guid.CreateVersion7());
}

public readonly record struct ScorecardItemId(Guid Value) : IEntityId<ScorecardItemId>
{
    public static ScorecardItemId From(Guid value) => new(value);

    public static ScorecardItemId New() => new(Guid.CreateVersion7());
}

public readonly record struct RebalanceId(Guid Value) : IEntityId<RebalanceId>
{
    public static RebalanceId From(Guid value) => new(value);

    public static RebalanceId New() => new(Guid.CreateVersion7());
}

public readonly record struct IncentiveSchemeId(Guid Value) : IEntityId<IncentiveSchemeId>
{
    public static IncentiveSchemeId From(Guid value) => new(value);

    public static IncentiveSchemeId New() => new(Guid.CreateVersion7());
}

public readonly record struct RecognitionId(Guid Value) : IEntityId<RecognitionId>
{
    public static RecognitionId From(Guid value) => new(value);

    public static RecognitionId New() => new(Guid.CreateVersion7());
}
