using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>Other abilities, needs or plans, other findings: of the person's objectives, and of the one that needs something else.</summary>
internal sealed class FindingsByGaps(PlanningDb db, CallContext call, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<CompetencyGapsChanged>(db, clock, gate, recorder)
{
    private readonly PlanningDb _db = db;

    protected override async Task HandleAsync(CompetencyGapsChanged @event, CancellationToken cancellationToken)
    {
        call.SignedIn ??= Caller.System; // What follows looks around as the program itself.
        var concerned = await (
            from o in _db.Objectives.Where(o => o.OwnerId == @event.PersonId || o.ObjectiveId == @event.ObjectiveId)
            join c in _db.Cycles.Where(c => c.Status != CycleStatus.Closed) on o.CycleId equals c.Id
            select o.ObjectiveId).ToListAsync(cancellationToken);
        _db.ChangedObjectives.NoteConcerned(concerned);
    }
}
