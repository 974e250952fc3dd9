using MediatR;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>Marks objectives whose standing is to be brought up to date, within the transaction of what changes it.</summary>
internal sealed class StandingMarks(ExecutionMonitoringDb db, IMediator mediator, StandingsBell bell)
{
    public async Task MarkAsync(CycleId cycle, IReadOnlyCollection<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        if (objectives.Count == 0)
            return;
        await db.InsertDerivedAsync([.. objectives.Select(o => StaleStanding.Of(cycle, o))], cancellationToken);
        bell.Ring();
    }

    /// <summary>All of a cycle that is carried out.</summary>
    public async Task MarkAllAsync(CycleId cycle, CancellationToken cancellationToken)
        => await MarkAsync(cycle, [.. (await mediator.Send(new RollUpTreeOfCycle(cycle), cancellationToken)).Select(n => n.Id)], cancellationToken);
}

/// <summary>Wakes whoever brings standings up to date.</summary>
internal sealed class StandingsBell : Bell;
