using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Objectives;

/// <param name="Nodes">In pre-order.</param>
/// <param name="Truncated">Whether deeper objectives, or some beyond the most that one answer holds, were left out.</param>
internal sealed record GoalTreeModel(CycleId CycleId, DateTimeOffset? AsOf, IReadOnlyList<ObjectiveModel> Roots, IReadOnlyList<ObjectiveModel> Nodes, bool Truncated)
{
    public int NodeCount => Nodes.Count;
}

/// <summary>
/// The tree of a cycle, or the part of it under one objective or of one unit, person or region: one statement, whatever its depth, as it is or as it
/// stood at a moment. What the caller may not read is left out, but for ancestors of what he may.
/// </summary>
internal static class ReadGoalTree
{
    public const int MaxNodes = 200_000;

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, ObjectiveId? RootId, UnitId? UnitId, PersonId? OwnerId, RegionId? RegionId, int Depth = 3, DateTimeOffset? AsOf = null) : IQuery<GoalTreeModel>
    {
        /// <summary>The fields asked of objectives; null for all.</summary>
        public IReadOnlySet<string>? Fields { get; init; }
    }

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IQueryHandler<Query, GoalTreeModel>
    {
        public async Task<GoalTreeModel> Handle(Query request, CancellationToken cancellationToken)
        {
            CheckDepth(request.Depth);
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var rows = request.AsOf is { } asOf
                ? await RowsAsync(db.ObjectiveVersions.HeldAt(asOf), request, cancellationToken)
                : await RowsAsync(db.Objectives, request, cancellationToken);
            if (rows.Count == 0 && !await db.Cycles.AnyAsync(c => c.Id == request.CycleId, cancellationToken))
                throw new ApiException(ApiErrorCode.NotFound, new("'cycleId': there is no such cycle.", "“cycleId”：该周期不存在。"));
            return Link(request, rows, sight);
        }

        private async Task<List<ObjectiveModel>> RowsAsync<T>(IQueryable<T> objectives, Query request, CancellationToken cancellationToken)
            where T : class, IObjectiveState
        {
            var rows = request.RootId is { } root
                ? from r in objectives
                  where r.ObjectiveId == root && r.CycleId == request.CycleId
                  from o in objectives
                  where o.CycleId == r.CycleId && string.Compare(o.Path, r.Path) >= 0 && string.Compare(o.Path, r.Path + "~") < 0 && o.Depth <= r.Depth + request.Depth
                  select o
                : objectives.Where(o => o.CycleId == request.CycleId);
            rows = rows.Where(o => o.Status != ObjectiveStatus.Withdrawn);
            if (request.UnitId is { } unit)
            {
                var units = await mediator.Send(new UnitsUnder(unit), cancellationToken);
                rows = rows.Where(o => units.Contains(o.UnitId));
            }
            if (request.OwnerId is { } owner)
                rows = rows.Where(o => o.OwnerId == owner);
            if (request.RegionId is { } region)
                rows = rows.Where(o => o.RegionId == region);
            if (request is { RootId: null, UnitId: null, OwnerId: null, RegionId: null })
                rows = rows.Where(o => o.Depth <= request.Depth + 1);
            return await ReadAsync(rows.OrderBy(o => o.Path).ToModels(request.Fields), cancellationToken);
        }

        /// <summary>
        /// Stops reading where an answer ends, rather than by a LIMIT in the statement: not knowing how many rows that is, a server that has the statement prepared would walk
        /// the cycle in the order asked for instead of going to the subtree.
        /// </summary>
        private static async Task<List<ObjectiveModel>> ReadAsync(IQueryable<ObjectiveModel> query, CancellationToken cancellationToken)
        {
            var rows = new List<ObjectiveModel>();
            await foreach (var row in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                rows.Add(row);
                if (rows.Count > MaxNodes)
                    break;
            }
            return rows;
        }

        private static void CheckDepth(int depth)
        {
            var refusal = new Text($"'depth' is between 1 and {TreePath.MaxDepth}; you sent {depth}.", $"“depth”应在 1 与 {TreePath.MaxDepth} 之间，您填写的是 {depth}。");
            if (depth < 1)
                throw new ApiException(ApiErrorCode.BadUserInput, refusal);
            if (depth > TreePath.MaxDepth)
                throw new ApiException(ApiErrorCode.LimitExceeded, refusal, new("limit", "treeDepth"), new("allowed", TreePath.MaxDepth), new("actual", depth));
        }

        /// <summary>Rows come in pre-order, so each one's parent, if it is among them, is on the stack of open ancestors, shown or too deep to be.</summary>
        private static GoalTreeModel Link(Query request, List<ObjectiveModel> rows, ObjectiveSight sight)
        {
            var truncated = rows.Count > MaxNodes;
            if (truncated)
                rows.RemoveAt(MaxNodes);
            var shown = Readable(rows, sight);
            var roots = new List<ObjectiveModel>();
            var nodes = new List<ObjectiveModel>(shown.Count);
            var open = new Stack<(ObjectiveModel Node, int Level)>();
            foreach (var node in shown)
            {
                node.AsOf = request.AsOf;
                while (open.TryPeek(out var above) && !(TreePath.IsWithin(node.Path, above.Node.Path) && node.Path.Length > above.Node.Path.Length))
                    open.Pop();
                var parent = open.TryPeek(out var top) && top.Node.ObjectiveId == node.ParentId ? top : default;
                var level = parent.Node is null ? 1 : parent.Level + 1;
                open.Push((node, level));
                if (level > request.Depth)
                {
                    truncated = true;
                    continue;
                }
                node.LoadedParent = parent.Node;
                node.LoadedChildren = level < request.Depth ? [] : null;
                if (parent.Node is null)
                    roots.Add(node);
                else
                    parent.Node.AddLoadedChild(node);
                nodes.Add(node);
            }
            return new(request.CycleId, request.AsOf, roots, nodes, truncated);
        }

        /// <summary>What may be read, with its ancestors, marked as such. From the back, so that a descendant is met before its ancestors.</summary>
        private static List<ObjectiveModel> Readable(List<ObjectiveModel> rows, ObjectiveSight sight)
        {
            if (sight.SeesAll)
                return rows;
            var shown = new List<ObjectiveModel>(rows.Count);
            var wanted = new HashSet<ObjectiveId>();
            for (var i = rows.Count - 1; i >= 0; i--)
            {
                var row = rows[i];
                row.AsAncestorOnly = !sight.MayRead(row.Level, row.OwnerId, row.UnitId);
                if (row.AsAncestorOnly && !wanted.Contains(row.ObjectiveId))
                    continue;
                shown.Add(row);
                if (row.ParentId is { } parent)
                    wanted.Add(parent);
            }
            shown.Reverse();
            return shown;
        }
    }
}
