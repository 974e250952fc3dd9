using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.WorkItems;

/// <summary>
/// Who may plan the work on an objective: whoever may change the objective, and its owner. Who owns a piece of the work says how far it is, though he may not even read
/// the objective. A commitment does not end this, since what is signed is the target, not the way to it.
/// </summary>
internal sealed class WorkRights(PlanningDb db, ObjectiveAccess access, ObjectivePlaces places, IMediator mediator)
{
    private ObjectivePlace? _place;

    /// <summary>The objective that the request's rule has asked about.</summary>
    public ObjectivePlace Place => _place ?? throw new InvalidOperationException("The request's rule has not been asked.");

    /// <summary>For access rules: to plan work on an objective.</summary>
    public async Task<Access> MayPlanAsync(ObjectiveId id, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        _place = await places.FindAsync(db, id, cancellationToken);
        if (_place is not { } place || !sight.MayRead(place.Level, place.OwnerId, place.UnitId))
            return Access.NotFound;
        return sight.MayPlanWork(place.Level, place.OwnerId, place.UnitId) ? Access.Granted : Access.Forbidden;
    }

    /// <summary>The objective and its cycle as they stand, or why work on it is not planned any more.</summary>
    /// <param name="field">The input field that names it, or its work.</param>
    public async Task<Result<(Objective Objective, Cycle Cycle)>> OpenAsync(ObjectiveId id, string field, CancellationToken cancellationToken)
    {
        var objective = await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == id, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
        return objective.CheckChangeable(cycle, field) is { } fixedNow ? fixedNow : (objective, cycle);
    }

    /// <summary>Whether a person who is newly named exists and is active.</summary>
    public async Task<Error?> CheckPersonAsync(string field, PersonId person, PersonId? before, CancellationToken cancellationToken)
        => person == before || (await mediator.Send(new Whereabouts([person], [], [], [], [], []), cancellationToken)).SuperiorOf.ContainsKey(person) ? null : Error.NotFound(field);
}
