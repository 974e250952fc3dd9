using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>Deviations of a unit and those below it as they are opened. What the caller may read is asked anew for each.</summary>
internal static class DeviationNewsFeed
{
    public static async Task<IAsyncEnumerable<object>> OpenAsync(FieldCall call)
    {
        var unit = call.Args.Get<UnitId>("unitId");
        if (!(await call.SendAsync(new Whereabouts([], [unit], [], [], [], []))).UnitParents.ContainsKey(unit))
            throw new ApiException(ApiErrorCode.NotFound, new("There is no such unit.", "该单位不存在。"));
        return OpenedAsync(call, unit, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    private static async IAsyncEnumerable<object> OpenedAsync(FieldCall call, UnitId unit, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: DeviationOpened opened })
                continue;
            var id = opened.DeviationId.Value;
            var (units, read) = (await call.SendAfreshAsync(new UnitsUnder(unit)), await call.SendAfreshAsync(new DeviationsById.Query([id])));
            if (units.Contains(opened.UnitId) && read.TryGetValue(id, out var deviation))
                yield return deviation;
        }
    }
}
