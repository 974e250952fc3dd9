using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Keeps where objectives stand beside them, so that lists are filtered and ordered by it within one statement.</summary>
internal sealed class LearnStandings(PlanningDb db, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<ProgressChanged>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(ProgressChanged @event, CancellationToken cancellationToken)
    {
        var ids = @event.Standings.Select(s => s.ObjectiveId).ToList();
        await db.KnownStandings.Where(s => EF.Parameter(ids).Contains(s.ObjectiveId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertDerivedAsync(
            [.. @event.Standings.Where(s => s.Health != Health.Unknown).Select(s => new KnownStanding { ObjectiveId = s.ObjectiveId, Health = s.Health, Attainment = s.Attainment })], cancellationToken);
    }
}
