using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

internal sealed record AppraisalModel(
    string? SelfReview, decimal? SelfScore, string? LeaderReview, decimal? FinalScore, string? Grade, string? CalibrationNote, DateTimeOffset? OwnerSignedAt, DateTimeOffset? LeaderSignedAt, string? Dispute, string? DisputeResolution);

/// <summary>The person himself sees what others wrote from its release on.</summary>
internal static class AppraisalsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Cards) : IQuery<IReadOnlyDictionary<ScorecardId, AppraisalModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, ReadingLog log) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, AppraisalModel>>
    {
        public async Task<IReadOnlyDictionary<ScorecardId, AppraisalModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Cards;
            var found = await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(ids).Contains(s.Id))
                .Join(db.Appraisals.AsNoTracking(), s => s.Id, a => a.ScorecardId, (s, a) => new { s.PersonId, s.Status, Appraisal = a }).ToListAsync(cancellationToken);
            await log.KeepAsync("Scorecard", found.Select(f => f.Appraisal.ScorecardId.Value), cancellationToken);
            return found.ToDictionary(f => f.Appraisal.ScorecardId, f => Of(f.Appraisal, sight.SeesJudgement(f.PersonId, f.Status)));
        }

        private static AppraisalModel Of(Domain.Appraisals.Appraisal a, bool judged) => judged
            ? new(a.SelfReview, a.SelfScore, a.LeaderReview, a.FinalScore, a.Grade, a.CalibrationNote, a.OwnerSignedAt, a.LeaderSignedAt, a.Dispute, a.DisputeResolution)
            : new(a.SelfReview, a.SelfScore, null, null, null, null, null, null, null, null);
    }
}
