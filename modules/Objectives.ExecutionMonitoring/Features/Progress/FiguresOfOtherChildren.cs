using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>Another tree, other sums.</summary>
internal sealed class FiguresOfOtherChildren(ExecutionMonitoringDb db, BusinessClock clock, CommandGate gate, Recorder recorder, FiguresRefresh figures)
    : Consumer<RollUpChanged>(db, clock, gate, recorder)
{
    protected override Task HandleAsync(RollUpChanged @event, CancellationToken cancellationToken) => figures.RefreshAsync(@event, cancellationToken);
}
