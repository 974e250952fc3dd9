using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>A request to revise the target takes the deviation in hand (S7.5).</summary>
internal sealed class DeviationAwaitsRevision(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<TargetRevisionRequested>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(TargetRevisionRequested @event, CancellationToken cancellationToken)
    {
        if (await db.Deviations.SingleOrDefaultAsync(d => d.Id == @event.DeviationId, cancellationToken) is { } deviation)
            deviation.AwaitRevision(@event.TargetRevisionId, @event.At);
    }
}

/// <summary>Its approval resolves the deviation; otherwise it is open again (S7.5).</summary>
internal sealed class DeviationLearnsOfRevision(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<TargetRevisionDecided>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(TargetRevisionDecided @event, CancellationToken cancellationToken)
    {
        if (await db.Deviations.SingleOrDefaultAsync(d => d.Id == @event.DeviationId, cancellationToken) is { } deviation)
            deviation.LearnOfRevision(@event.Outcome, @event.At);
    }
}
