using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>An owner's review of himself at a control point (S4.6), and the answer of whoever leads him (S7.2). A point has one report, and a report one answer.</summary>
internal sealed class ProgressReport : Aggregate
{
    public const int MaxTextLength = 4000;
    public const int MaxConfidence = 5;
    public const int MaxMinutes = 100_000;

    private ProgressReport()
    {
    }

    public ProgressReportId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ControlPointId ControlPointId { get; private init; }

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    /// <summary>Of the control point.</summary>
    public DateOnly Date { get; private init; }

    public PersonId ById { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string SelfReview { get; private init; } = string.Empty;

    /// <summary>1–5, of reaching the target.</summary>
    public int Confidence { get; private init; }

    public string? Difficulties { get; private init; }

    public string? SupportNeeded { get; private init; }

    /// <summary>That reporting took (S5.7.8).</summary>
    public int? MinutesSpent { get; private init; }

    public PersonId? FollowedUpById { get; private set; }

    public DateTimeOffset? FollowedUpAt { get; private set; }

    public string? Guidance { get; private set; }

    /// <summary>Whether the follow-up came in the policy's time; null before it.</summary>
    public bool? FollowedUpInTime { get; private set; }

    /// <summary>Whether it was told that the answer is overdue (S7.2).</summary>
    public bool OverdueTold { get; private set; }

    public static ProgressReport File(ControlPointId point, ObjectiveId objective, CycleId cycle, DateOnly date, SelfReview review, PersonId by, DateTimeOffset now, ProgressReportId? id = null)
    {
        var report = new ProgressReport
        {
            Id = id ?? ProgressReportId.New(),
            ControlPointId = point,
            ObjectiveId = objective,
            CycleId = cycle,
            Date = date,
            ById = by,
            At = now,
            SelfReview = review.Text.Trim(),
            Confidence = review.Confidence,
            Difficulties = TextOrNull(review.Difficulties),
            SupportNeeded = TextOrNull(review.SupportNeeded),
            MinutesSpent = review.MinutesSpent,
        };
        report.Raise(new ProgressReported(report.Id, point, objective, cycle, by));
        return report;
    }

    /// <summary>Answers it, once, and by someone else than whom it is about.</summary>
    /// <param name="owner">Who answers for the objective now.</param>
    public Result FollowUp(string guidance, PersonId owner, PersonId by, DateTimeOffset now, bool inTime)
    {
        if (by == ById || by == owner)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody follows up his own report.", "不能跟进自己的报告。"), "progressReportId");
        if (FollowedUpAt is not null)
            return new Error(ErrorCode.Conflict, new("It has been followed up already.", "该报告已有跟进意见。"), "progressReportId");
        (Guidance, FollowedUpById, FollowedUpAt, FollowedUpInTime) = (guidance.Trim(), by, now, inTime);
        Raise(new ProgressFollowedUp(Id, ObjectiveId, CycleId, ById, by));
        return Result.Success;
    }

    public void NoteOverdueTold() => OverdueTold = true;

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Confidence">1–5.</param>
internal sealed record SelfReview(string Text, int Confidence, string? Difficulties, string? SupportNeeded, int? MinutesSpent);
