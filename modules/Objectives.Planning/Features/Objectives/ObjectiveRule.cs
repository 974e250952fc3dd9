using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Objectives;

/// <summary>The access rule of requests that name an objective: what cannot be read does not exist.</summary>
internal sealed class ObjectiveRule(PlanningDb db, ObjectiveAccess access, ObjectivePlaces places)
{
    private ObjectivePlace? _granted;

    /// <summary>The objective to which this request was let, as it stood then.</summary>
    public ObjectivePlace Granted => _granted ?? throw new InvalidOperationException("The request's rule has not been asked.");

    public Task<Access> MayReadAsync(ObjectiveId id, CancellationToken cancellationToken) => CheckAsync(id, write: false, cancellationToken);

    public Task<Access> MayWriteAsync(ObjectiveId id, CancellationToken cancellationToken) => CheckAsync(id, write: true, cancellationToken);

    private async Task<Access> CheckAsync(ObjectiveId id, bool write, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        var place = await places.FindAsync(db, id, cancellationToken);
        if (place is null || !sight.MayRead(place.Level, place.OwnerId, place.UnitId))
            return Access.NotFound;
        _granted = place;
        return !write || sight.MayWrite(place.Level, place.OwnerId, place.UnitId) ? Access.Granted : Access.Forbidden;
    }
}

/// <summary>Finds where an objective stands, which most requests about one ask first: the statement is made once for the program.</summary>
internal sealed class ObjectivePlaces
{
    private readonly Func<PlanningDb, ObjectiveId, CancellationToken, Task<ObjectivePlace?>> _find = EF.CompileAsyncQuery((PlanningDb db, ObjectiveId id, CancellationToken _) =>
        db.Objectives.Where(o => o.ObjectiveId == id).Select(o => new ObjectivePlace(o.ObjectiveId, o.CycleId, o.Path, o.Level, o.OwnerId, o.UnitId)).SingleOrDefault());

    public Task<ObjectivePlace?> FindAsync(PlanningDb db, ObjectiveId id, CancellationToken cancellationToken) => _find(db, id, cancellationToken);
}
