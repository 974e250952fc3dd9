using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Appraisal;

internal sealed class ReadAppraisable(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<AppraisableObjectives, IReadOnlyList<AppraisableObjective>>
{
    public async Task<IReadOnlyList<AppraisableObjective>> Handle(AppraisableObjectives request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId);
        if (request.Owners is { } owners)
            objectives = objectives.Where(o => EF.Parameter(owners).Contains(o.OwnerId));
        if (request.Ids is { } ids)
            objectives = objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId));
        var rows = await objectives.OrderBy(o => o.Code).Select(o => new { o.ObjectiveId, o.Code, o.Title, o.OwnerId, o.Status, o.Important, o.IsExempt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(o => new AppraisableObjective(o.ObjectiveId, o.Code, o.Title, o.OwnerId, StateOf(o.Status), o.Important, o.IsExempt));
    }

    private static CommitmentState StateOf(ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.Agreed => CommitmentState.Agreed,
        ObjectiveStatus.Committed => CommitmentState.Committed,
        ObjectiveStatus.Draft or ObjectiveStatus.Negotiating => CommitmentState.Open,
        _ => CommitmentState.Ended,
    };
}

internal sealed class ReadAppraisalCalendars(IDbContextFactory<PlanningDb> dbs, BusinessClock clock) : IRequestHandler<AppraisalCalendars, IReadOnlyDictionary<CycleId, AppraisalCalendar>>
{
    public async Task<IReadOnlyDictionary<CycleId, AppraisalCalendar>> Handle(AppraisalCalendars request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycles = await db.Cycles.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        return cycles.ToDictionary(c => c.Id, c => new AppraisalCalendar(c.Id, c.Name, StageOf(c.Status), c.End, clock.TodayIn(c.TimeZone), c.Policy.RebalanceBound));
    }

    private static CycleStage StageOf(CycleStatus status) => status switch
    {
        CycleStatus.Preparation => CycleStage.Preparation,
        CycleStatus.Setting => CycleStage.Setting,
        CycleStatus.Execution => CycleStage.Execution,
        CycleStatus.Appraisal => CycleStage.Appraisal,
        _ => CycleStage.Closed,
    };
}
