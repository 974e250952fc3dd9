using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Cycles;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Objectives of a subtree as they change. What the caller may read is asked anew for each event.</summary>
internal static class ObjectiveChanges
{
    public static async Task<IAsyncEnumerable<object>> OpenAsync(FieldCall call)
    {
        var root = await RootAsync(call);
        return ChangesAsync(call, root, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    /// <summary>Objectives of a subtree as their actuals and health change.</summary>
    public static async Task<IAsyncEnumerable<object>> OpenProgressAsync(FieldCall call)
    {
        var root = await RootAsync(call);
        return ProgressAsync(call, root, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    /// <summary>The same for a cycle's whole tree, which has many roots.</summary>
    public static async Task<IAsyncEnumerable<object>> OpenForCycleAsync(FieldCall call)
    {
        var cycleId = call.Args.Get<CycleId>("cycleId");
        if (!(await call.SendAsync(new CyclesById.Query([cycleId.Value]))).ContainsKey(cycleId.Value))
            throw new ApiException(ApiErrorCode.NotFound, new("There is no such cycle.", "该目标周期不存在。"));
        return ChangesAsync(call, cycleId, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    private static async Task<ObjectiveAt> RootAsync(FieldCall call)
    {
        var root = new ObjectiveAt(call.Args.Get<ObjectiveId>("rootId"), null);
        return (await call.SendAsync(new ObjectivesById.Query([root]))).ContainsKey(root)
            ? root
            : throw new ApiException(ApiErrorCode.NotFound, new("There is no such objective, or you may not see it.", "该目标不存在，或您无权查看。"));
    }

    private static async IAsyncEnumerable<object> ProgressAsync(FieldCall call, ObjectiveAt root, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: ProgressChanged change })
                continue;
            var read = await call.SendAfreshAsync(new ObjectivesById.Query([root, .. change.Standings.Select(s => new ObjectiveAt(s.ObjectiveId, null)).Where(o => o != root)]));
            if (!read.TryGetValue(root, out var top) || top.CycleId != change.CycleId)
                continue;
            foreach (var standing in change.Standings)
            {
                if (read.TryGetValue(new(standing.ObjectiveId, null), out var objective) && TreePath.IsWithin(objective.Path, top.Path))
                    yield return objective;
            }
        }
    }

    private static async IAsyncEnumerable<object> ChangesAsync(FieldCall call, CycleId cycleId, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: IObjectiveChange change } || change.CycleId != cycleId)
                continue;
            var changed = new ObjectiveAt(change.ObjectiveId, null);
            if ((await call.SendAfreshAsync(new ObjectivesById.Query([changed]))).TryGetValue(changed, out var objective))
                yield return objective;
        }
    }

    private static async IAsyncEnumerable<object> ChangesAsync(FieldCall call, ObjectiveAt root, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: IObjectiveChange change })
                continue;
            var changed = new ObjectiveAt(change.ObjectiveId, null);
            var read = await call.SendAfreshAsync(new ObjectivesById.Query([root, changed]));
            if (read.TryGetValue(root, out var top) && read.TryGetValue(changed, out var objective) && top.CycleId == objective.CycleId && TreePath.IsWithin(objective.Path, top.Path))
                yield return objective;
        }
    }
}
