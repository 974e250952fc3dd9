using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;

namespace Objectives.Planning.Features.Objectives;

/// <summary>The measures, the objectives with their ancestors, and the children of all these: four statements.</summary>
internal sealed class ReadRollUpTree(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<RollUpTree, IReadOnlyList<RollUpNode>>, IRequestHandler<RollUpTreeOfCycle, IReadOnlyList<RollUpNode>>,
    IRequestHandler<RollUpTreeBelow, IReadOnlyList<RollUpNode>>, IRequestHandler<CyclesOf, IReadOnlyList<CycleId>>
{
    public async Task<IReadOnlyList<CycleId>> Handle(CyclesOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycles = await db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId)).Select(o => o.CycleId).Distinct().ToListAsync(cancellationToken);
        return [.. cycles.OrderBy(c => c.Value)];
    }

    public async Task<IReadOnlyList<RollUpNode>> Handle(RollUpTree request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var nodes = await WithAncestorsAsync(db, request.Ids, cancellationToken);
        var parents = nodes.ConvertAll(n => n.Id);
        var children = await Places(Live(db).Where(o => EF.Parameter(parents).Contains(o.ParentId!.Value))).ToListAsync(cancellationToken);
        return Link(nodes, children, await MeasuresAsync(db, cancellationToken));
    }

    public async Task<IReadOnlyList<RollUpNode>> Handle(RollUpTreeOfCycle request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var all = await Places(Live(db).Where(o => o.CycleId == request.CycleId)).ToListAsync(cancellationToken);
        return Link(all, all, await MeasuresAsync(db, cancellationToken));
    }

    public async Task<IReadOnlyList<RollUpNode>> Handle(RollUpTreeBelow request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var held = db.ObjectiveVersions.HeldAt(request.AsOf).Where(o => o.Status != ObjectiveStatus.Withdrawn);
        var below =
            from top in held
            where EF.Parameter(request.Ids).Contains(top.ObjectiveId)
            from o in held
            where o.CycleId == top.CycleId && string.Compare(o.Path, top.Path) >= 0 && string.Compare(o.Path, top.Path + "~") < 0
            select o;
        var all = (await Places(below).ToListAsync(cancellationToken)).DistinctBy(p => p.Id).ToList();
        return Link(all, all, await MeasuresAsync(db, cancellationToken));
    }

    /// <summary>Each with all that stand above it. Whoever is moved between the two statements is not where it was looked for: looked up again, lest nobody rolls it up.</summary>
    private static async Task<List<Place>> WithAncestorsAsync(PlanningDb db, IReadOnlyCollection<ObjectiveId> ids, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wanted = await Live(db).Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).Select(o => new { o.ObjectiveId, o.CycleId, o.Path }).ToListAsync(cancellationToken);
            var places = wanted.SelectMany(o => TreePath.AncestorsOf(o.Path).Append(o.Path).Select(path => (o.CycleId, path))).ToHashSet();
            var (cycles, paths) = (places.Select(p => p.CycleId).Distinct().ToList(), places.Select(p => p.path).Distinct(StringComparer.Ordinal).ToList());
            var nodes = (await Places(Live(db).Where(o => EF.Parameter(cycles).Contains(o.CycleId) && EF.Parameter(paths).Contains(o.Path))).ToListAsync(cancellationToken))
                .FindAll(n => places.Contains((n.CycleId, n.Path)));
            var found = nodes.Select(n => n.Id).ToHashSet();
            if (wanted.TrueForAll(o => found.Contains(o.ObjectiveId)))
                return nodes;
        }
    }

    private static List<RollUpNode> Link(List<Place> nodes, List<Place> children, Dictionary<MeasureId, MeasureFacts> measures)
    {
        var byParent = children.ToLookup(c => c.ParentId);
        return nodes.ConvertAll(n => new RollUpNode(
            n.Id, n.CycleId, n.Depth, measures[n.MeasureId].Direction, measures[n.MeasureId].Aggregation,
            [.. byParent[n.Id].Where(c => c.MeasureId == n.MeasureId || measures[c.MeasureId].AddsTo(measures[n.MeasureId])).Select(c => new RollUpChild(c.Id, c.Target, c.RollUpWeight))]));
    }

    private static IQueryable<Objective> Live(PlanningDb db) => db.Objectives.Where(o => o.Status != ObjectiveStatus.Withdrawn);

    private static IQueryable<Place> Places<T>(IQueryable<T> objectives)
        where T : class, IObjectiveState
        => objectives.Select(o => new Place(o.ObjectiveId, o.CycleId, o.ParentId, o.Path, o.Depth, o.MeasureId, o.Target, o.RollUpWeight));

    private static Task<Dictionary<MeasureId, MeasureFacts>> MeasuresAsync(PlanningDb db, CancellationToken cancellationToken)
        => db.Measures.Select(m => new MeasureFacts(m.Id, m.UnitOfMeasure, m.Direction, m.Aggregation, m.Decimals)).ToDictionaryAsync(m => m.Id, cancellationToken);

    private sealed record Place(ObjectiveId Id, CycleId CycleId, ObjectiveId? ParentId, string Path, int Depth, MeasureId MeasureId, decimal Target, decimal RollUpWeight);
}
