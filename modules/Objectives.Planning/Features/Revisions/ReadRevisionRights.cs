using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Revisions;

/// <summary>One statement for all of them.</summary>
internal sealed class ReadRevisable(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, CallContext call) : IRequestHandler<RevisableByCaller, IReadOnlySet<ObjectiveId>>
{
    public async Task<IReadOnlySet<ObjectiveId>> Handle(RevisableByCaller request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0 || call.Caller.ReadOnly)
            return new HashSet<ObjectiveId>();
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var free = await (
            from o in db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>())
            join c in db.Cycles on o.CycleId equals c.Id
            where !db.TargetRevisions.Any(r => r.ObjectiveId == o.ObjectiveId && r.Status == RevisionStatus.Requested)
            select new { o.ObjectiveId, o.OwnerId, o.UnitId, o.Status, Cycle = c.Status }).ToListAsync(cancellationToken);
        return free.Where(o => Objective.IsRevisable(o.Status, o.Cycle) && (sight.Leads(o.UnitId) || sight.IsAbove(o.OwnerId))).Select(o => o.ObjectiveId).ToHashSet();
    }
}

internal enum RevisionAction
{
    Decide,
    Withdraw,
    Undo,
}

/// <summary>What the caller can do about revisions now, by the rules that decide when he does it.</summary>
internal static class MayDoAbout
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<TargetRevisionId> Ids) : IQuery<IReadOnlyDictionary<TargetRevisionId, IReadOnlyList<RevisionAction>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<TargetRevisionId, IReadOnlyList<RevisionAction>>>
    {
        public async Task<IReadOnlyDictionary<TargetRevisionId, IReadOnlyList<RevisionAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (caller, ids) = (call.Caller, request.Ids);
            if (caller.ReadOnly)
                return new Dictionary<TargetRevisionId, IReadOnlyList<RevisionAction>>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var revisions = await (
                from r in db.TargetRevisions.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id) && (r.Status == RevisionStatus.Requested || r.Status == RevisionStatus.Approved))
                join o in db.Objectives on r.ObjectiveId equals o.ObjectiveId
                join c in db.Cycles on o.CycleId equals c.Id
                join m in db.Measures on o.MeasureId equals m.Id
                select new { Revision = r, o.OwnerId, o.Target, o.Phasing, o.Baseline, Cycle = c, Measure = m }).AsNoTracking().ToListAsync(cancellationToken);
            var superiors = caller.Is(Role.Executive)
                ? new Dictionary<PersonId, IReadOnlyList<PersonId>>()
                : await mediator.Send(new Superiors([.. revisions.Select(r => r.Revision.RequestedById).Distinct()]), cancellationToken);
            return revisions.ToDictionary(r => r.Revision.Id, r => (IReadOnlyList<RevisionAction>)[.. Actions(
                r.Revision, r.OwnerId, canUndo: r.Cycle.Status == CycleStatus.Execution && r.Revision.Holds(r.Target, r.Phasing)
                    && r.Revision.ClosedMonth(r.Cycle, PhasedTargetsHandler.FormerMonths(r.Revision, r.Measure, r.Baseline, r.Cycle)) is null)]);

            IEnumerable<RevisionAction> Actions(TargetRevision revision, PersonId owner, bool canUndo)
            {
                if (revision.RequestedById == caller.Id)
                {
                    if (revision.Status == RevisionStatus.Requested)
                        yield return RevisionAction.Withdraw;
                }
                else if (caller.Is(Role.Executive) || superiors[revision.RequestedById].Contains(caller.Id))
                {
                    if (revision.Status == RevisionStatus.Requested && owner != caller.Id)
                        yield return RevisionAction.Decide;
                    if (revision.Status == RevisionStatus.Approved && canUndo)
                        yield return RevisionAction.Undo;
                }
            }
        }
    }
}
