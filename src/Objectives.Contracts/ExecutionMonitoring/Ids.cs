namespace Objectives.Contracts.ExecutionMonitoring;

public readonly record struct ActualId(Guid Value) : IEntityId<ActualId>
{
    public static ActualId From(Guid value) => new(value);

    public static ActualId New() => new(Guid.CreateVersion7());
}
