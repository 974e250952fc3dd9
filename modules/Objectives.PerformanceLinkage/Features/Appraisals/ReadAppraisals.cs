using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

internal sealed record AppraisalModel(string? SelfReview, decimal? SelfScore, DateTimeOffset? SelfAppraisedAt)
{
    public string? LeaderReview { get; init; }

    public PersonId? AppraisedById { get; init; }

    public DateTimeOffset? AppraisedAt { get; init; }

    public decimal? FinalScore { get; init; }

    public string? Grade { get; init; }

    public string? CalibrationNote { get; init; }

    public PersonId? CalibratedById { get; init; }

    public DateTimeOffset? CalibratedAt { get; init; }

    public DateTimeOffset? OwnerSignedAt { get; init; }

    public DateTimeOffset? LeaderSignedAt { get; init; }

    public PersonId? LeaderSignedById { get; init; }

    public string? Dispute { get; init; }

    public DateTimeOffset? DisputedAt { get; init; }

    public string? DisputeResolution { get; init; }

    public PersonId? ResolvedById { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public static AppraisalModel Of(Appraisal a, bool judged) => judged
        ? new(a.SelfReview, a.SelfScore, a.SelfAppraisedAt)
        {
            LeaderReview = a.LeaderReview, AppraisedById = a.AppraisedById, AppraisedAt = a.AppraisedAt,
            FinalScore = a.FinalScore, Grade = a.Grade, CalibrationNote = a.CalibrationNote, CalibratedById = a.CalibratedById, CalibratedAt = a.CalibratedAt,
            OwnerSignedAt = a.OwnerSignedAt, LeaderSignedAt = a.LeaderSignedAt, LeaderSignedById = a.LeaderSignedById,
            Dispute = a.Dispute, DisputedAt = a.DisputedAt, DisputeResolution = a.DisputeResolution, ResolvedById = a.ResolvedById, ResolvedAt = a.ResolvedAt,
        }
        : new(a.SelfReview, a.SelfScore, a.SelfAppraisedAt);
}

/// <summary>The person himself sees what others wrote from its release on.</summary>
internal sealed class AppraisalReader(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, ReadingLog log)
{
    public async Task<IReadOnlyDictionary<ScorecardId, AppraisalModel>> ReadAsync(IReadOnlyCollection<ScorecardId> cards, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(cards).Contains(s.Id))
            .Join(db.Appraisals.AsNoTracking(), s => s.Id, a => a.ScorecardId, (s, a) => new { s.PersonId, s.Status, Appraisal = a }).ToListAsync(cancellationToken);
        await log.KeepAsync("Scorecard", found.Select(f => f.Appraisal.ScorecardId.Value), cancellationToken);
        return found.ToDictionary(f => f.Appraisal.ScorecardId, f => AppraisalModel.Of(f.Appraisal, sight.SeesJudgement(f.PersonId, f.Status)));
    }
}

/// <inheritdoc cref="AppraisalReader"/>
internal static class AppraisalsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Cards) : IQuery<IReadOnlyDictionary<ScorecardId, AppraisalModel>>;

    public sealed class Handler(AppraisalReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, AppraisalModel>>
    {
        public Task<IReadOnlyDictionary<ScorecardId, AppraisalModel>> Handle(Query request, CancellationToken cancellationToken) => reader.ReadAsync(request.Cards, cancellationToken);
    }
}
