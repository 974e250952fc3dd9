namespace Objectives.Contracts.ExecutionMonitoring;

public readonly record struct ActualId(Guid Value) : IEntityId<ActualId>
{
    public static ActualId From(Guid value) => new(value);

    public static ActualId New() => new(Guid.CreateVersion7());
}

/// <summary>One that the calendar gives has an id made of its objective's and the number of its month: it is kept nowhere.</summary>
public readonly record struct ControlPointId(Guid Value) : IEntityId<ControlPointId>
{
    public static ControlPointId From(Guid value) => new(value);

    public static ControlPointId New() => new(Guid.CreateVersion7());
}

public readonly record struct ProgressReportId(Guid Value) : IEntityId<ProgressReportId>
{
    public static ProgressReportId From(Guid value) => new(value);

    public static ProgressReportId New() => new(Guid.CreateVersion7());
}

public readonly record struct DeviationId(Guid Value) : IEntityId<DeviationId>
{
    public static DeviationId From(Guid value) => new(value);

    public static DeviationId New() => new(Guid.CreateVersion7());
}

public readonly record struct OfficeMeetingId(Guid Value) : IEntityId<OfficeMeetingId>
{
    public static OfficeMeetingId From(Guid value) => new(value);

    public static OfficeMeetingId New() => new(Guid.CreateVersion7());
}

public readonly record struct ResolutionId(Guid Value) : IEntityId<ResolutionId>
{
    public static ResolutionId From(Guid value) => new(value);

    public static ResolutionId New() => new(Guid.CreateVersion7());
}
