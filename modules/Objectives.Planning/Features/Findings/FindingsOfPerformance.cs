using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>An important objective that came onto a scorecard, or left it, is looked at anew (S4.3).</summary>
internal sealed class FindingsOfScorecards(PlanningDb db, FindingsRefresh refresh, CallContext call, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<ScorecardItemsChanged>(db, clock, gate, recorder)
{
    private readonly PlanningDb _db = db;

    protected override async Task HandleAsync(ScorecardItemsChanged @event, CancellationToken cancellationToken)
    {
        call.SignedIn ??= Caller.System;
        var ids = @event.ObjectiveIds;
        var important = await _db.Objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId) && o.Important).Select(o => o.ObjectiveId).ToListAsync(cancellationToken);
        await refresh.LookAgainAsync(@event.CycleId, important, cancellationToken);
    }
}

/// <summary>So are the important objectives of those for whom an incentive follows from now on, or no longer does (S4.3).</summary>
internal sealed class FindingsOfIncentives(PlanningDb db, FindingsRefresh refresh, CallContext call, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<IncentiveParticipationChanged>(db, clock, gate, recorder)
{
    private readonly PlanningDb _db = db;

    protected override async Task HandleAsync(IncentiveParticipationChanged @event, CancellationToken cancellationToken)
    {
        call.SignedIn ??= Caller.System;
        var (people, cycle) = (@event.PersonIds, @event.CycleId);
        var important = await _db.Objectives.Where(o => o.CycleId == cycle && EF.Parameter(people).Contains(o.OwnerId) && o.Important && o.Status != ObjectiveStatus.Withdrawn).Select(o => o.ObjectiveId).ToListAsync(cancellationToken);
        await refresh.LookAgainAsync(@event.CycleId, important, cancellationToken);
    }
}
