using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Objectives by their ids, as they are or were, and only those that the caller may read — or, as ancestors, all, of which he sees the least.</summary>
internal static class ObjectivesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys, bool AsAncestors = false) : IQuery<IReadOnlyDictionary<ObjectiveAt, ObjectiveModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, ObjectiveModel>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, ObjectiveModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = new Dictionary<ObjectiveAt, ObjectiveModel>();
            foreach (var moment in request.Keys.GroupBy(k => k.AsOf))
            {
                var ids = moment.Select(k => k.Id).ToList();
                var models = moment.Key is { } asOf
                    ? await db.ObjectiveVersions.HeldAt(asOf).Where(o => ids.Contains(o.ObjectiveId)).ToModels().ToListAsync(cancellationToken)
                    : await db.Objectives.Where(o => ids.Contains(o.ObjectiveId)).ToModels().ToListAsync(cancellationToken);
                foreach (var model in models)
                {
                    model.AsOf = moment.Key;
                    model.AsAncestorOnly = !sight.MayRead(model.Level, model.OwnerId, model.UnitId);
                    if (request.AsAncestors || !model.AsAncestorOnly)
                        found[model.At] = model;
                }
            }
            return found;
        }
    }
}

/// <summary>The long texts, which lists and trees leave out; empty where the caller sees an objective only as an ancestor.</summary>
internal static class DescriptionsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, string?>>;

    public sealed class Handler(ObjectiveTexts texts) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, string?>>
    {
        public Task<IReadOnlyDictionary<ObjectiveAt, string?>> Handle(Query request, CancellationToken cancellationToken) => texts.ReadAsync(request.Keys, contribution: false, cancellationToken);
    }
}

internal static class ContributionsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, string?>>;

    public sealed class Handler(ObjectiveTexts texts) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, string?>>
    {
        public Task<IReadOnlyDictionary<ObjectiveAt, string?>> Handle(Query request, CancellationToken cancellationToken) => texts.ReadAsync(request.Keys, contribution: true, cancellationToken);
    }
}

internal sealed class ObjectiveTexts(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access)
{
    public async Task<IReadOnlyDictionary<ObjectiveAt, string?>> ReadAsync(IReadOnlyList<ObjectiveAt> keys, bool contribution, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = new Dictionary<ObjectiveAt, string?>();
        foreach (var moment in keys.GroupBy(k => k.AsOf))
        {
            var ids = moment.Select(k => k.Id).ToList();
            var texts = moment.Key is { } asOf
                ? await Texts(db.ObjectiveVersions.HeldAt(asOf).Where(o => ids.Contains(o.ObjectiveId)), sight, contribution).ToListAsync(cancellationToken)
                : await Texts(db.Objectives.Where(o => ids.Contains(o.ObjectiveId)), sight, contribution).ToListAsync(cancellationToken);
            foreach (var (id, text) in texts)
                found[new(id, moment.Key)] = text;
        }
        return found;
    }

    private static IQueryable<Row> Texts<T>(IQueryable<T> objectives, ObjectiveSight sight, bool contribution)
        where T : class, IObjectiveState
        => contribution
            ? objectives.Where(sight.MayRead<T>()).Select(o => new Row(o.ObjectiveId, o.Contribution))
            : objectives.Where(sight.MayRead<T>()).Select(o => new Row(o.ObjectiveId, o.Description));

    private sealed record Row(ObjectiveId Id, string? Text);
}

/// <summary>The children that the caller may read, in the tree's order; without those withdrawn.</summary>
internal static class ChildrenOfObjectives
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Parents) : IQuery<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<ObjectiveModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<ObjectiveModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<ObjectiveModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = new Dictionary<ObjectiveAt, IReadOnlyList<ObjectiveModel>>();
            foreach (var moment in request.Parents.GroupBy(k => k.AsOf))
            {
                var parents = moment.Select(k => (ObjectiveId?)k.Id).ToList();
                var models = moment.Key is { } asOf
                    ? await Children(db.ObjectiveVersions.HeldAt(asOf), parents, sight).ToListAsync(cancellationToken)
                    : await Children(db.Objectives, parents, sight).ToListAsync(cancellationToken);
                foreach (var family in models.GroupBy(m => m.ParentId!.Value))
                {
                    foreach (var model in family)
                        model.AsOf = moment.Key;
                    found[new(family.Key, moment.Key)] = [.. family];
                }
            }
            return found;
        }

        private static IQueryable<ObjectiveModel> Children<T>(IQueryable<T> objectives, List<ObjectiveId?> parents, ObjectiveSight sight)
            where T : class, IObjectiveState
            => objectives.Where(o => parents.Contains(o.ParentId) && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<T>()).OrderBy(o => o.Path).ToModels();
    }
}

internal static class ChildCounts
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Parents) : IQuery<IReadOnlyDictionary<ObjectiveAt, int>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, int>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, int>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = new Dictionary<ObjectiveAt, int>();
            foreach (var moment in request.Parents.GroupBy(k => k.AsOf))
            {
                var parents = moment.Select(k => (ObjectiveId?)k.Id).ToList();
                var counts = moment.Key is { } asOf
                    ? await Counts(db.ObjectiveVersions.HeldAt(asOf), parents, sight).ToListAsync(cancellationToken)
                    : await Counts(db.Objectives, parents, sight).ToListAsync(cancellationToken);
                foreach (var (parent, count) in counts)
                    found[new(parent, moment.Key)] = count;
            }
            return found;
        }

        private static IQueryable<Row> Counts<T>(IQueryable<T> objectives, List<ObjectiveId?> parents, ObjectiveSight sight)
            where T : class, IObjectiveState
            => objectives.Where(o => parents.Contains(o.ParentId) && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<T>())
                .GroupBy(o => o.ParentId).Select(g => new Row(g.Key!.Value, g.Count()));

        private sealed record Row(ObjectiveId Parent, int Count);
    }
}

/// <summary>The chain from the root down to each objective's parent, by the prefixes of its path.</summary>
internal static class AncestorsOfObjectives
{
    public readonly record struct Place(CycleId CycleId, string Path, DateTimeOffset? AsOf);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Place> Places) : IQuery<IReadOnlyDictionary<Place, IReadOnlyList<ObjectiveModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Place, IReadOnlyList<ObjectiveModel>>>
    {
        public async Task<IReadOnlyDictionary<Place, IReadOnlyList<ObjectiveModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = new Dictionary<Place, IReadOnlyList<ObjectiveModel>>();
            foreach (var moment in request.Places.GroupBy(k => k.AsOf))
            {
                var cycles = moment.Select(k => k.CycleId).Distinct().ToList();
                var paths = moment.SelectMany(k => TreePath.AncestorsOf(k.Path)).Distinct().ToList();
                var models = moment.Key is { } asOf
                    ? await db.ObjectiveVersions.HeldAt(asOf).Where(o => cycles.Contains(o.CycleId) && paths.Contains(o.Path)).ToModels().ToListAsync(cancellationToken)
                    : await db.Objectives.Where(o => cycles.Contains(o.CycleId) && paths.Contains(o.Path)).ToModels().ToListAsync(cancellationToken);
                foreach (var model in models)
                {
                    model.AsOf = moment.Key;
                    model.AsAncestorOnly = !sight.MayRead(model.Level, model.OwnerId, model.UnitId);
                }
                var byPath = models.ToDictionary(m => (m.CycleId, m.Path));
                foreach (var place in moment)
                    found[place] = [.. TreePath.AncestorsOf(place.Path).Where(p => byPath.ContainsKey((place.CycleId, p))).Select(p => byPath[(place.CycleId, p)])];
            }
            return found;
        }
    }
}

/// <summary>For references from anywhere: as they are now.</summary>
internal static class CurrentObjectives
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids, bool AsAncestors = false) : IQuery<IReadOnlyDictionary<Guid, ObjectiveModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ObjectiveModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ObjectiveModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ObjectiveId(id)).ToList();
            if (!request.AsAncestors)
                return await db.Objectives.Where(o => ids.Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>()).ToModels().ToDictionaryAsync(o => o.Id, cancellationToken);
            var all = await db.Objectives.Where(o => ids.Contains(o.ObjectiveId)).ToModels().ToListAsync(cancellationToken);
            foreach (var model in all)
                model.AsAncestorOnly = !sight.MayRead(model.Level, model.OwnerId, model.UnitId);
            return all.ToDictionary(o => o.Id);
        }
    }
}

/// <summary>One objective, as it is or was; null when there is none or the caller may not read it.</summary>
internal static class ObjectiveById
{
    [AllowedToEveryone]
    public sealed record Query(string Id, DateTimeOffset? AsOf, bool WithParent = false) : IQuery<ObjectiveModel?>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, ObjectiveModel?>
    {
        public async Task<ObjectiveModel?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!GlobalId.TryDecode(request.Id, out var type, out var key) || type != "Objective")
                return null;
            var id = new ObjectiveId(key);
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var models = request.AsOf is { } asOf
                ? await Read(db.ObjectiveVersions.HeldAt(asOf), id, request.WithParent).ToListAsync(cancellationToken)
                : await Read(db.Objectives, id, request.WithParent).ToListAsync(cancellationToken);
            foreach (var model in models)
            {
                model.AsOf = request.AsOf;
                model.AsAncestorOnly = !sight.MayRead(model.Level, model.OwnerId, model.UnitId);
            }
            var objective = models.Find(m => m.ObjectiveId == id);
            if (objective is null or { AsAncestorOnly: true })
                return null;
            objective.LoadedParent = models.Find(m => m.ObjectiveId == objective.ParentId);
            return objective;
        }

        private static IQueryable<ObjectiveModel> Read<T>(IQueryable<T> objectives, ObjectiveId id, bool withParent)
            where T : class, IObjectiveState
            => (withParent
                ? objectives.Where(o => o.ObjectiveId == id || o.ObjectiveId == objectives.Where(c => c.ObjectiveId == id).Select(c => c.ParentId).FirstOrDefault())
                : objectives.Where(o => o.ObjectiveId == id)).ToModels();
    }
}
