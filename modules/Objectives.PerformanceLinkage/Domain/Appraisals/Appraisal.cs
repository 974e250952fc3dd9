using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Data;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Appraisals;

/// <summary>
/// What a person, his leader and HR have made of his scorecard. An aggregate of its own, since its history tells the person what he may not see before it is released to him, while that of his scorecard is his to read at any time.
/// </summary>
internal sealed class Appraisal : Aggregate
{
    public const int MaxReviewLength = 8000;
    public const int MaxNoteLength = 2000;
    public const int MaxGradeLength = 20;

    private readonly List<ScoreAdjustment> _adjustments = [];

    private Appraisal()
    {
    }

    public Guid Id { get; private init; }

    public override Guid Key => Id;

    public ScorecardId ScorecardId { get; private init; }

    public string? SelfReview { get; private set; }

    public decimal? SelfScore { get; private set; }

    public DateTimeOffset? SelfAppraisedAt { get; private set; }

    public string? LeaderReview { get; private set; }

    public PersonId? AppraisedById { get; private set; }

    public DateTimeOffset? AppraisedAt { get; private set; }

    public decimal? FinalScore { get; private set; }

    public string? Grade { get; private set; }

    public string? CalibrationNote { get; private set; }

    public PersonId? CalibratedById { get; private set; }

    public DateTimeOffset? CalibratedAt { get; private set; }

    public DateTimeOffset? OwnerSignedAt { get; private set; }

    public DateTimeOffset? LeaderSignedAt { get; private set; }

    public PersonId? LeaderSignedById { get; private set; }

    public string? Dispute { get; private set; }

    public DateTimeOffset? DisputedAt { get; private set; }

    public string? DisputeResolution { get; private set; }

    public PersonId? ResolvedById { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Whether one has signed what was released, or a dispute was resolved: then it is not calibrated anew.</summary>
    public bool IsAnswered => OwnerSignedAt is not null || LeaderSignedAt is not null || DisputeResolution is not null;

    public IReadOnlyList<ScoreAdjustment> Adjustments => _adjustments;

    public static Appraisal Of(ScorecardId scorecard, Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), ScorecardId = scorecard };

    /// <summary>In place of what the person said before.</summary>
    public void AppraiseSelf(string review, decimal score, DateTimeOffset now) => (SelfReview, SelfScore, SelfAppraisedAt) = (review.Trim(), score, now);

    /// <summary>In place of what the leader said before.</summary>
    /// <remarks>Fails with INVALID: an item of another card, that does not count, or of which nothing is on record; a score under nothing (S4.7).</remarks>
    public Result Appraise(string review, IReadOnlyList<PlannedAdjustment> adjustments, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, PersonId by, DateTimeOffset now)
    {
        var errors = adjustments.Index().Select(a => Check(a.Index, a.Item, ruleScores)).OfType<Error>().ToList();
        if (errors.Count > 0)
            return Result.Failure(errors);
        _adjustments.Clear();
        _adjustments.AddRange(adjustments.Where(a => a.Points != 0).Select(a => new ScoreAdjustment { Id = Guid.CreateVersion7(), AppraisalId = Id, ItemId = a.ItemId, Points = a.Points, Reason = a.Reason.Trim(), ById = by, At = now }));
        (LeaderReview, AppraisedById, AppraisedAt) = (review.Trim(), by, now);
        return Result.Success;
    }

    public void Calibrate(decimal finalScore, string grade, string note, PersonId by, DateTimeOffset now)
        => (FinalScore, Grade, CalibrationNote, CalibratedById, CalibratedAt) = (finalScore, grade.Trim(), note.Trim(), by, now);

    /// <returns>Whether both have signed.</returns>
    public Result<bool> Sign(bool asOwner, PersonId by, DateTimeOffset now)
    {
        if ((asOwner ? OwnerSignedAt : LeaderSignedAt) is not null)
            return new Error(ErrorCode.Conflict, new("You have signed it already.", "您已经签字。"), "scorecardId");
        if (asOwner)
            OwnerSignedAt = now;
        else
            (LeaderSignedAt, LeaderSignedById) = (now, by);
        return OwnerSignedAt is not null && LeaderSignedAt is not null;
    }

    public Result DisputeIt(string reason, DateTimeOffset now)
    {
        if (OwnerSignedAt is not null)
            return new Error(ErrorCode.ForbiddenByState, new("You have signed it.", "您已经签字，不能再提出异议。"), "scorecardId");
        if (DisputeResolution is not null)
            return new Error(ErrorCode.ForbiddenByState, new("Your dispute was resolved; that is final.", "您的异议已经处理，结果为最终结果。"), "scorecardId");
        (Dispute, DisputedAt) = (reason.Trim(), now);
        return Result.Success;
    }

    /// <summary>Both sign what was found.</summary>
    public void Resolve(string resolution, decimal finalScore, PersonId by, DateTimeOffset now)
    {
        (DisputeResolution, FinalScore, ResolvedById, ResolvedAt) = (resolution.Trim(), finalScore, by, now);
        (OwnerSignedAt, LeaderSignedAt, LeaderSignedById) = (null, null, null);
    }

    private static Error? Check(int index, PlannedAdjustment adjustment, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores)
    {
        if (!ruleScores.TryGetValue(adjustment.ItemId, out var score))
            return Error.Invalid($"adjustments.{index}.itemId", new("It is not on this scorecard, does not count, or nothing is on record for it.", "该条目不在此考核表中、不参与考核，或尚无实绩记录。"));
        return score + adjustment.Points < 0
            ? Error.Invalid($"adjustments.{index}.points", new($"The item scores {Quantity.Format(score)}; no score is under 0.", $"该条目得分为 {Quantity.Format(score)}，调整后不得低于 0。"))
            : null;
    }
}

/// <summary>Points that the leader gives or takes, with his reason: it stays visible beside what the rule gave (S5.7.6).</summary>
internal sealed class ScoreAdjustment : IPart
{
    /// <summary>Either way.</summary>
    public const decimal MaxPoints = 20;
    public const int MaxReasonLength = 1000;

    public required Guid Id { get; init; }

    public required Guid AppraisalId { get; init; }

    public Guid Root => AppraisalId;

    public required ScorecardItemId ItemId { get; init; }

    public required decimal Points { get; init; }

    public required string Reason { get; init; }

    public required PersonId ById { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal readonly record struct PlannedAdjustment(ScorecardItemId ItemId, decimal Points, string Reason);
