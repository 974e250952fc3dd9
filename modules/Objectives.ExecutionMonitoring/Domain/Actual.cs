using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain;

internal enum ActualSource
{
    Report,
    Import,
    Api,
}

/// <summary>
/// What was reached of an objective in a period (S7.3). It never changes: a correction is a new entry that names the one which it replaces, so the
/// entries are their own history.
/// </summary>
internal sealed class Actual
{
    public const int MaxTextLength = 1000;
    public const int MaxUrlLength = 2000;

    private Actual()
    {
    }

    public ActualId Id { get; private init; }

    public ObjectiveId ObjectiveId { get; private init; }

    public Period Period { get; private init; }

    /// <summary>In the measure's unit; of a RATIO per cent, numerator by denominator.</summary>
    public decimal Value { get; private init; }

    /// <summary>Of a RATIO measure alone, with <see cref="Denominator"/>.</summary>
    public decimal? Numerator { get; private init; }

    public decimal? Denominator { get; private init; }

    public ActualSource Source { get; private init; }

    public PersonId ReportedById { get; private init; }

    public DateTimeOffset ReportedAt { get; private init; }

    public string? Note { get; private init; }

    public string? EvidenceUrl { get; private init; }

    /// <summary>The entry that this one replaces; each is replaced once at most.</summary>
    public ActualId? CorrectsId { get; private init; }

    public string? CorrectionReason { get; private init; }

    public static Actual Record(
        ObjectiveId objectiveId, Period period, ActualFigure figure, ActualSource source, PersonId by, DateTimeOffset now, string? note, string? evidenceUrl, ActualCorrection? correction, ActualId? id = null)
        => new()
        {
            Id = id ?? ActualId.New(),
            ObjectiveId = objectiveId,
            Period = period,
            Value = figure.Value,
            Numerator = figure.Numerator,
            Denominator = figure.Denominator,
            Source = source,
            ReportedById = by,
            ReportedAt = now,
            Note = note?.Trim(),
            EvidenceUrl = evidenceUrl?.Trim(),
            CorrectsId = correction?.Of,
            CorrectionReason = correction?.Reason.Trim(),
        };

    /// <summary>PERIOD_CLOSED where a month of the period is closed: then only a correction, which says why, is taken (S7.3).</summary>
    /// <param name="closed">The first days of closed months.</param>
    public static Error? CheckOpen(Period period, IReadOnlySet<DateOnly> closed, ActualCorrection? correction)
    {
        if (correction is not null)
            return null;
        for (var month = period.Start; month < period.End; month = month.AddMonths(1))
        {
            if (closed.Contains(month))
            {
                var name = Period.Of(month, PeriodGranularity.Month);
                return new(ErrorCode.PeriodClosed, new($"{name} is closed; correct what was recorded for it, with a reason.", $"{name} 已关闭，只能更正已记录的实绩并说明原因。"), "period");
            }
        }
        return null;
    }
}

internal sealed record ActualFigure(decimal Value, decimal? Numerator = null, decimal? Denominator = null);

internal sealed record ActualCorrection(ActualId Of, string Reason);
