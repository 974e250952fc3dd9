using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Domain;

/// <summary>Whether it is done in time, and whether it helped (S7.10).</summary>
internal sealed partial class ImprovementCase
{
    public const int Done = 100;

    /// <summary>While it is carried out.</summary>
    public DateOnly? NextReportDue { get; private set; }

    /// <summary>When it was reported done.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The first day on which a month that began after it was done is over.</summary>
    public DateOnly? VerifiableFrom { get; private set; }

    /// <summary>The deadline of which was reminded; that it has passed; the report of which was told that it is missing.</summary>
    public DateOnly? RemindedOf { get; private set; }

    /// <inheritdoc cref="RemindedOf"/>
    public DateOnly? OverdueTold { get; private set; }

    /// <inheritdoc cref="RemindedOf"/>
    public DateOnly? MissedTold { get; private set; }

    /// <summary>The responsible person tells what was done, what it did and what comes next; at 100 % it is done.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (not decided, or done). Raises <see cref="ImprovementReported"/>.</remarks>
    public Result<ImprovementReportId> Report(ReportTerms terms, PersonId by, DateOnly today, DateTimeOffset now, ImprovementReportId? id = null)
    {
        if (Status != ImprovementStatus.InProgress)
            return NotNow("caseId");
        var report = new ImprovementReport
        {
            Id = id ?? ImprovementReportId.New(), CaseId = Id, ById = by, At = now, Done = terms.Done.Trim(), Effect = terms.Effect.Trim(), Next = terms.Next.Trim(), PercentComplete = terms.PercentComplete, Late = today > NextReportDue,
        };
        _reports.Add(report);
        NextReportDue = terms.PercentComplete == Done ? null : ReportRhythm.After(today, NextReportDue!.Value, ReportEveryDays!.Value, Due!.Value);
        if (terms.PercentComplete == Done)
            (Status, CompletedAt, VerifiableFrom) = (ImprovementStatus.Verifying, now, VerificationRule.FirstMonthAfter(today).End);
        Raise(new ImprovementReported(Id, report.Id, ObjectiveId, OwnerId, by, terms.PercentComplete));
        return report.Id;
    }

    /// <summary>Closes the case by what later actuals show, or by the higher leader's acceptance; else countermeasures are to be found anew.</summary>
    /// <param name="figures">What the actuals show.</param>
    /// <param name="accept">Whether what they do not show is accepted.</param>
    /// <remarks>
    /// Fails with FORBIDDEN_BY_STATE (not done; no month since is over and on record, and it is not accepted), SAME_PERSON_MAY_NOT_DECIDE (the responsible person, or the owner), REQUIRED (a reason to accept). Raises
    /// <see cref="ImprovementVerified"/>.
    /// </remarks>
    public Result Verify(Evidence figures, bool accept, string? reason, string? lessons, PersonId by, DateTimeOffset now)
    {
        if (CheckVerifiable(by) is { } refused)
            return refused;
        if (accept && string.IsNullOrWhiteSpace(reason))
            return Error.Required("reason");
        if (!accept && figures.IsClosed is null)
            return new Error(
                ErrorCode.ForbiddenByState,
                new($"No month since it was done is over and on record; the first is over on {VerifiableFrom?.InEnglish()}.", $"完成后尚无已结束且有实际值的月份，最早于 {VerifiableFrom?.InChinese()} 可以验证。"), "caseId",
                new Dictionary<string, object?> { ["verifiableFrom"] = $"{VerifiableFrom:yyyy-MM-dd}" });
        var verdict = figures.IsClosed == true ? VerificationVerdict.GapClosed : accept ? VerificationVerdict.Accepted : VerificationVerdict.NotClosed;
        _verifications.Add(new()
        {
            Id = Guid.CreateVersion7(now), CaseId = Id, Verdict = verdict, Periods = figures.Periods, GapBefore = figures.GapBefore, GapAfter = figures.GapAfter, ById = by, At = now, Reason = TextOrNull(reason),
        });
        Lessons = TextOrNull(lessons) ?? Lessons;
        var isClosed = verdict != VerificationVerdict.NotClosed;
        (Status, ClosedAt) = isClosed ? (ImprovementStatus.Closed, now) : (ImprovementStatus.Countermeasures, (DateTimeOffset?)null);
        if (!isClosed)
            (CompletedAt, VerifiableFrom) = (null, null);
        Raise(new ImprovementVerified(Id, ObjectiveId, OwnerId, ResponsibleId!.Value, by, isClosed));
        return Result.Success;
    }

    /// <summary>Why he cannot verify it now.</summary>
    public Error? CheckVerifiable(PersonId by)
    {
        if (Status != ImprovementStatus.Verifying)
            return NotNow("caseId");
        return by == ResponsibleId || by == OwnerId
            ? new(ErrorCode.SamePersonMayNotDecide, new("Whoever carried it out, or owns the objective, does not verify it himself.", "改善责任人和目标责任人不能自行验证。"), "caseId")
            : null;
    }
}

/// <summary>How far an improvement has come, in words of whoever is responsible.</summary>
internal sealed class ImprovementReport : IPart
{
    public required ImprovementReportId Id { get; init; }

    public required ImprovementCaseId CaseId { get; init; }

    public required PersonId ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Done { get; init; }

    public required string Effect { get; init; }

    public required string Next { get; init; }

    public required int PercentComplete { get; init; }

    /// <summary>Whether it came after its day.</summary>
    public required bool Late { get; init; }

    public Guid Root => CaseId.Value;
}

internal sealed record ReportTerms(string Done, string Effect, string Next, int PercentComplete);

internal enum VerificationVerdict
{
    GapClosed,
    NotClosed,

    /// <summary>By the higher leader, with a reason, though the actuals do not show it.</summary>
    Accepted,
}

/// <summary>What was found when it was looked whether the gap is closed.</summary>
internal sealed class Verification : IPart
{
    public required Guid Id { get; init; }

    public required ImprovementCaseId CaseId { get; init; }

    public required VerificationVerdict Verdict { get; init; }

    /// <summary>The months that were looked at.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <inheritdoc cref="Evidence.GapBefore"/>
    public required decimal GapBefore { get; init; }

    /// <inheritdoc cref="Evidence.GapAfter"/>
    public required decimal GapAfter { get; init; }

    public required PersonId ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? Reason { get; init; }

    public Guid Root => CaseId.Value;
}
