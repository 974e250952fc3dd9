using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Revisions;

internal sealed record TargetRevisionModel(
    Guid Id, ObjectiveId ObjectiveId, DeviationId DeviationId, PersonId RequestedById, DateTimeOffset RequestedAt, string ExternalCause, string Evidence, decimal? NewTarget, decimal OldTarget, string? Months, Period EffectiveFrom,
    string? WorkPlanChange, RevisionStatus Status, PersonId? DecidedById, DateTimeOffset? DecidedAt, string? DecisionReason) : IEntityModel
{
    public IReadOnlyList<PhasedTargetModel> NewPhasing => [.. PhasedMonths.Read(Months).Select(m => new PhasedTargetModel(m.Period, m.Value))];

    public bool ExemptFromAppraisal => Status == RevisionStatus.Approved;
}

internal static class RevisionReading
{
    public static IQueryable<TargetRevisionModel> ToModels(this IQueryable<TargetRevision> revisions) => revisions.Select(r => new TargetRevisionModel(
        r.Id.Value, r.ObjectiveId, r.DeviationId, r.RequestedById, r.RequestedAt, r.ExternalCause, r.Evidence, r.NewTarget, r.Before.Target, r.NewPhasing, r.EffectiveFrom, r.WorkPlanChange, r.Status, r.DecidedById, r.DecidedAt,
        r.DecisionReason));
}

internal static class RevisionsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, TargetRevisionModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, RevisionAccess access, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, TargetRevisionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, TargetRevisionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new TargetRevisionId(id)).ToList();
            return await (await access.ReadableAsync(db, call.Caller, cancellationToken)).Where(r => EF.Parameter(ids).Contains(r.Id)).ToModels().ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

/// <summary>The newest first.</summary>
internal static class RevisionsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<TargetRevisionModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, RevisionAccess access, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<TargetRevisionModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<TargetRevisionModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Objectives;
            var found = await (await access.ReadableAsync(db, call.Caller, cancellationToken)).Where(r => EF.Parameter(ids).Contains(r.ObjectiveId)).ToModels().ToListAsync(cancellationToken);
            return found.GroupBy(r => r.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<TargetRevisionModel>)[.. g.OrderByDescending(r => r.RequestedAt)]);
        }
    }
}
