namespace Objectives.Contracts.Improvement;

public readonly record struct ImprovementCaseId(Guid Value) : IEntityId<ImprovementCaseId>
{
    public static ImprovementCaseId From(Guid value) => new(value);

    public static ImprovementCaseId New() => new(Guid.CreateVersion7());
}

public readonly record struct CauseId(Guid Value) : IEntityId<CauseId>
{
    public static CauseId From(Guid value) => new(value);

    public static CauseId New() => new(Guid.CreateVersion7());
}

public readonly record struct CriterionId(Guid Value) : IEntityId<CriterionId>
{
    public static CriterionId From(Guid value) => new(value);

    public static CriterionId New() => new(Guid.CreateVersion7());
}

public readonly record struct CountermeasureId(Guid Value) : IEntityId<CountermeasureId>
{
    public static CountermeasureId From(Guid value) => new(value);

    public static CountermeasureId New() => new(Guid.CreateVersion7());
}

public readonly record struct ImprovementReportId(Guid Value) : IEntityId<ImprovementReportId>
{
    public static ImprovementReportId From(Guid value) => new(value);

    public static ImprovementReportId New() => new(Guid.CreateVersion7());
}
