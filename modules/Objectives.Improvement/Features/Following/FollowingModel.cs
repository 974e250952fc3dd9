using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Following;

internal sealed record ReportModel(Guid Id, ImprovementCaseId CaseId, PersonId ById, DateTimeOffset At, string Done, string Effect, string Next, int PercentComplete, bool Late) : IEntityModel
{
    public static readonly Expression<Func<ImprovementReport, ReportModel>> Of = r => new((Guid)(object)r.Id, r.CaseId, r.ById, r.At, r.Done, r.Effect, r.Next, r.PercentComplete, r.Late);
}

internal sealed record VerificationModel(ImprovementCaseId CaseId, VerificationVerdict Verdict, IReadOnlyList<Period> Periods, decimal GapBefore, decimal GapAfter, PersonId ById, DateTimeOffset At, string? Reason)
{
    public static readonly Expression<Func<Verification, VerificationModel>> Of = v => new(v.CaseId, v.Verdict, v.Periods, v.GapBefore, v.GapAfter, v.ById, v.At, v.Reason);
}

internal static class ReportsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ReportModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ReportModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ReportModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ImprovementReportId(id)).ToList();
            var readable = db.Cases.Where(await sight.MayReadAsync(cancellationToken));
            return await db.Reports.Where(x => EF.Parameter(ids).Contains(x.Id) && readable.Any(c => c.Id == x.CaseId)).Select(ReportModel.Of).ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

/// <summary>The newest first; of cases that the caller has been given.</summary>
internal static class ReportsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ReportModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ReportModel>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ReportModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Reports.Where(r => EF.Parameter(request.Ids).Contains(r.CaseId)).Select(ReportModel.Of).ToListAsync(cancellationToken);
            return found.GroupBy(r => r.CaseId).ToDictionary(g => g.Key, g => (IReadOnlyList<ReportModel>)[.. g.OrderByDescending(r => r.At)]);
        }
    }
}

/// <summary>The newest first; of cases that the caller has been given.</summary>
internal static class VerificationsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<VerificationModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<VerificationModel>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<VerificationModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Verifications.Where(v => EF.Parameter(request.Ids).Contains(v.CaseId)).Select(VerificationModel.Of).ToListAsync(cancellationToken);
            return found.GroupBy(v => v.CaseId).ToDictionary(g => g.Key, g => (IReadOnlyList<VerificationModel>)[.. g.OrderByDescending(v => v.At)]);
        }
    }
}
