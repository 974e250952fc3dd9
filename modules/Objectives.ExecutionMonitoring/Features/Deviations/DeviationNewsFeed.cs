using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>Deviations of a unit and those below it as they are opened, or as anything becomes of them. What the caller may read is asked anew for each.</summary>
internal static class DeviationNewsFeed
{
    public static Task<IAsyncEnumerable<object>> OpenedAsync(FieldCall call) => ListenAsync(call, told => told is DeviationOpened opened ? opened.DeviationId : null);

    /// <remarks>A revision is asked for and decided elsewhere; told is that once the deviation has learned of it.</remarks>
    public static Task<IAsyncEnumerable<object>> ChangedAsync(FieldCall call) => ListenAsync(call, told => told switch
    {
        DeviationOpened opened => opened.DeviationId,
        DeviationWorsened worsened => worsened.DeviationId,
        DeviationRouted routed => routed.DeviationId,
        DeviationSettled settled => settled.DeviationId,
        DeviationResolved resolved => resolved.DeviationId,
        DeviationClosed closed => closed.DeviationId,
        TargetRevisionRequested requested => requested.DeviationId,
        _ => null,
    });

    private static async Task<IAsyncEnumerable<object>> ListenAsync(FieldCall call, Func<IIntegrationEvent, DeviationId?> of)
    {
        var unit = call.Args.Get<UnitId>("unitId");
        if (!(await call.SendAsync(new Whereabouts([], [unit], [], [], [], []))).UnitParents.ContainsKey(unit))
            throw new ApiException(ApiErrorCode.NotFound, new("There is no such unit.", "该单位不存在。"));
        return HeardAsync(call, unit, of, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    private static async IAsyncEnumerable<object> HeardAsync(FieldCall call, UnitId unit, Func<IIntegrationEvent, DeviationId?> of, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: var told } || of(told) is not { } id)
                continue;
            var (units, read) = (await call.SendAfreshAsync(new UnitsUnder(unit)), await call.SendAfreshAsync(new DeviationsById.Query([id.Value])));
            if (read.TryGetValue(id.Value, out var deviation) && units.Contains(deviation.UnitId))
                yield return deviation;
        }
    }
}
