using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>Another target, phasing, owner or place: another standing, where anything is known of it.</summary>
internal sealed class StandingsOfOtherTerms(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, StandingMarks marks)
    : Consumer<ObjectiveTermsChanged>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(ObjectiveTermsChanged @event, CancellationToken cancellationToken)
    {
        var ids = @event.ObjectiveIds;
        var known = await db.Standings.Where(s => EF.Parameter(ids).Contains(s.ObjectiveId)).Select(s => s.ObjectiveId)
            .Union(db.Deviations.Where(d => EF.Parameter(ids).Contains(d.ObjectiveId)).Select(d => d.ObjectiveId)).ToListAsync(cancellationToken);
        await marks.MarkAsync(@event.CycleId, known, cancellationToken);
    }
}

/// <summary>Another tolerance: other standings.</summary>
internal sealed class StandingsOfOtherPolicy(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, StandingMarks marks)
    : Consumer<CyclePolicyChanged>(db, clock, gate, recorder)
{
    protected override Task HandleAsync(CyclePolicyChanged @event, CancellationToken cancellationToken) => marks.MarkAllAsync(@event.CycleId, cancellationToken);
}
