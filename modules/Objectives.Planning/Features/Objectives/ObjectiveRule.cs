using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
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

/// <summary>Finds where an objective stands, which most requests about one ask first: those that come at the same time ask by one statement.</summary>
internal sealed class ObjectivePlaces
{
    private static readonly Expression<Func<Objective, ObjectivePlace>> _place = o => new ObjectivePlace(o.ObjectiveId, o.CycleId, o.Path, o.Level, o.OwnerId, o.UnitId);

    private readonly Func<PlanningDb, ObjectiveId, CancellationToken, Task<ObjectivePlace?>> _findOne = EF.CompileAsyncQuery((PlanningDb db, ObjectiveId id, CancellationToken _) =>
        db.Objectives.Where(o => o.ObjectiveId == id).Select(_place).SingleOrDefault());

    private readonly IDbContextFactory<PlanningDb> _dbs;
    private readonly SharedReading<ObjectiveId, ObjectivePlace> _shared;

    public ObjectivePlaces(IDbContextFactory<PlanningDb> dbs)
    {
        _dbs = dbs;
        _shared = new(ReadAsync);
    }

    /// <summary>By itself where the context has written what nobody else sees yet, and on SQL Server, where one that is being changed might hold up all the others.</summary>
    public Task<ObjectivePlace?> FindAsync(PlanningDb db, ObjectiveId id, CancellationToken cancellationToken)
        => db.Database.CurrentTransaction is not null || db.Kind == DatabaseKind.SqlServer ? _findOne(db, id, cancellationToken) : _shared.FindAsync(id, cancellationToken);

    private async Task<IReadOnlyDictionary<ObjectiveId, ObjectivePlace>> ReadAsync(IReadOnlyList<ObjectiveId> ids)
    {
        await using var db = await _dbs.CreateDbContextAsync();
        List<ObjectivePlace> places = ids.Count == 1
            ? await _findOne(db, ids[0], CancellationToken.None) is { } place ? [place] : []
            : await db.Objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).Select(_place).ToListAsync();
        return places.ToDictionary(p => p.Id);
    }
}
