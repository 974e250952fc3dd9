namespace Objectives.Contracts.Development;

public readonly record struct CompetencyId(Guid Value) : IEntityId<CompetencyId>
{
    public static CompetencyId From(Guid value) => new(value);

    public static CompetencyId New() => new(Guid.CreateVersion7());
}

public readonly record struct CourseId(Guid Value) : IEntityId<CourseId>
{
    public static CourseId From(Guid value) => new(value);

    public static CourseId New() => new(Guid.CreateVersion7());
}

public readonly record struct DevelopmentPlanId(Guid Value) : IEntityId<DevelopmentPlanId>
{
    public static DevelopmentPlanId From(Guid value) => new(value);

    public static DevelopmentPlanId New() => new(Guid.CreateVersion7());
}

public readonly record struct DevelopmentItemId(Guid Value) : IEntityId<DevelopmentItemId>
{
    public static DevelopmentItemId From(Guid value) => new(value);

    public static DevelopmentItemId New() => new(Guid.CreateVersion7());
}
