using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>The figure of an objective's month as it is kept, so that a tree is read without adding up all below it. It follows from the actuals, and is brought up to date before anyone reads it.</summary>
internal sealed class KeptMonth
{
    public required ObjectiveId ObjectiveId { get; init; }

    public required CycleId CycleId { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    public required decimal Value { get; init; }

    public required decimal? Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    /// <inheritdoc cref="MonthFigure.Share"/>
    public required decimal Share { get; init; }

    /// <summary>Whether it was rolled up from below.</summary>
    public required bool RolledUp { get; init; }

    /// <summary>When the newest of the entries that it is made of was recorded.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    public MonthFigure Figure => new(Month, Value, Numerator, Denominator, Share);

    public bool Says(KeptMonth other) => Figure == other.Figure && RolledUp == other.RolledUp && ReportedAt == other.ReportedAt;

    public static KeptMonth Of(RollUpNode node, MonthFigure figure, bool rolledUp, DateTimeOffset reportedAt) => new()
    {
        ObjectiveId = node.Id,
        CycleId = node.CycleId,
        Month = figure.Month,
        Value = figure.Value,
        Numerator = figure.Numerator,
        Denominator = figure.Denominator,
        Share = figure.Share,
        RolledUp = rolledUp,
        ReportedAt = reportedAt,
    };
}

/// <summary>That something was recorded for an objective which the kept figures do not tell yet. Written with it, so that none is forgotten.</summary>
internal sealed class StaleFigures
{
    public required Guid Id { get; init; }

    public required ObjectiveId ObjectiveId { get; init; }

    public static StaleFigures Of(ObjectiveId objective) => new() { Id = Guid.CreateVersion7(), ObjectiveId = objective };
}

/// <summary>The row that whoever changes the figures of a cycle takes first, so that two who change parts of one sum do not lose each other's.</summary>
internal sealed class CycleFigures
{
    public required CycleId CycleId { get; init; }

    public required long Changes { get; set; }
}
