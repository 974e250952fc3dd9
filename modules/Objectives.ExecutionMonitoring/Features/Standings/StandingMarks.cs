using MediatR;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Data;

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
internal sealed class StandingsBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            if (_rung.CurrentCount == 0)
                _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Someone else rang in between.
        }
    }

    /// <summary>Whether it rang, or else the time has passed.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _rung.Dispose();
}
