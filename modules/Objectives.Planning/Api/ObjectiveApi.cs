using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Comments;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class ObjectiveApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Reading<ObjectiveModel>("Objective as ancestor", ids => new CurrentObjectives.Query(ids, AsAncestors: true));
        var objective = api.Entity<ObjectiveModel>("Objective", ids => new CurrentObjectives.Query(ids))
            .Resolve("history", async (o, call) => o.AsAncestorOnly ? Page<ChangeModel>.Empty : await call.SendAsync(new HistoryOf.Query(o.Id, call.Page())))
            .Reference("cycle", "Cycle", o => o.CycleId.Value)
            .Reference("owner", "Person", o => o.OwnerId.Value)
            .Reference("unit", "Unit", o => o.UnitId.Value)
            .Reference("region", "Region", o => o.RegionId?.Value)
            .Reference("customer", "Customer", o => o.CustomerId?.Value)
            .Reference("position", "Position", o => o.PositionId?.Value)
            .Reference("responsibility", "Responsibility", o => o.AsAncestorOnly ? null : o.ResponsibilityId?.Value)
            .Reference("strategyElement", "StrategyElement", o => o.StrategyElementId?.Value)
            .Reference("measure", "Measure", o => o.MeasureId.Value)
            .Field("baseline", o => o.AsAncestorOnly ? null : o.Baseline)
            .Batch<ObjectiveAt, ObjectiveModel>(
                "parent", o => o.ParentId is { } parent ? new ObjectiveAt(parent, o.AsOf) : null, keys => new ObjectivesById.Query(keys, AsAncestors: true), ready: o => o.LoadedParent)
            .Batch<AncestorsOfObjectives.Place, IReadOnlyList<ObjectiveModel>>(
                "ancestors", o => o.ParentId is null ? null : new(o.CycleId, o.Path, o.AsOf), places => new AncestorsOfObjectives.Query(places), [], ready: LoadedAncestors)
            .Batch<ObjectiveAt, IReadOnlyList<ObjectiveModel>>("children", o => o.At, keys => new ChildrenOfObjectives.Query(keys), [], ready: o => o.LoadedChildren)
            .Batch<ObjectiveAt, int>("childCount", o => o.At, keys => new ChildCounts.Query(keys), 0, ready: o => o.LoadedChildren?.Count)
            .Batch<ObjectiveAt, string?>("description", o => o.At, keys => new DescriptionsOf.Query(keys), string.Empty)
            .Batch<ObjectiveAt, string?>("contribution", o => o.At, keys => new ContributionsOf.Query(keys))
            .Negotiation()
            .Support()
            .Work()
            .Query("comments", (o, call) => new CommentsOf.Query(o.ObjectiveId, call.Page()));
        PhasingApi.Bind(api, objective);
        api.Entity<CommentModel>("Comment", ids => new CommentsById.Query(ids))
            .Reference("objective", "Objective", c => c.SubjectId.Value)
            .Reference("by", "Person", c => c.ById.Value)
            .References("mentions", "Person", c => c.Mentioned);
        api.Type<GoalTreeModel>("GoalTree").Reference("cycle", "Cycle", t => t.CycleId.Value);

        api.Query("objective", call => new ObjectiveById.Query(call.Args.Get<string>("id")!, call.Args.Get<DateTimeOffset?>("asOf"), call.Selected.Contains("parent")));
        api.Query("objectives", call => new ListObjectives.Query(call.Args.Get<ListObjectives.Filter>("filter"), call.Args.Get<ListObjectives.Order>("orderBy"), call.Page()));
        api.Query("goalTree", call => call.Args.To<ReadGoalTree.Query>() with { Fields = call.Selected.On("Objective") }, isLarge: true);
        api.Mutation<DraftObjective.Command, ObjectiveId>("draftObjective", "objective");
        api.Mutation<EditObjective.Command, ObjectiveId>("editObjective", "objective");
        api.Mutation<MoveObjective.Command, ObjectiveId>("moveObjective", "objective");
        api.Mutation<WithdrawObjective.Command, ObjectiveId>("withdrawObjective", "objective");
        api.Mutation<WriteComment.Command, CommentId>("comment", "comment");
        api.Removable("Comment", (id, version, reason) => new RemoveComment.Command(new(id), version, reason));
        api.Subscription("objectiveChanged", ObjectiveChanges.OpenAsync);
        api.Subscription("progressChanged", ObjectiveChanges.OpenProgressAsync);
        api.Subscription("goalTreeChanged", ObjectiveChanges.OpenForCycleAsync);
    }

    /// <summary>Where the whole tree was read, its root tells at once; a part's root does not know who stands above it.</summary>
    private static List<ObjectiveModel>? LoadedAncestors(ObjectiveModel objective)
    {
        var chain = new List<ObjectiveModel>();
        for (var above = objective.LoadedParent; above is not null; above = above.LoadedParent)
            chain.Insert(0, above);
        return chain.Count > 0 && chain[0].ParentId is null ? chain : null;
    }
}
