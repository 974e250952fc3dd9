using MediatR;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>Another target, phasing, owner or place: another standing.</summary>
internal sealed class StandingsOfOtherTerms(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, StandingMarks marks)
    : Consumer<ObjectiveTermsChanged>(db, clock, gate, recorder)
{
    protected override Task HandleAsync(ObjectiveTermsChanged @event, CancellationToken cancellationToken) => marks.MarkAsync(@event.CycleId, @event.ObjectiveIds, cancellationToken);
}

/// <summary>Another tolerance: other standings.</summary>
internal sealed class StandingsOfOtherPolicy(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, StandingMarks marks, IMediator mediator)
    : Consumer<CyclePolicyChanged>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(CyclePolicyChanged @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new CyclesCarriedOut(), cancellationToken)).Contains(@event.CycleId))
            await marks.MarkAllAsync(@event.CycleId, cancellationToken);
    }
}

/// <summary>From execution on all objectives of a cycle have a standing; when it is closed their deviations end (S7.4).</summary>
internal sealed class StandingsOfOtherStage(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, StandingMarks marks, IMediator mediator)
    : Consumer<CycleMoved>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(CycleMoved @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new CycleCalendars([@event.CycleId]), cancellationToken)).GetValueOrDefault(@event.CycleId)?.CarriedOutFrom is not null)
            await marks.MarkAllAsync(@event.CycleId, cancellationToken);
    }
}
