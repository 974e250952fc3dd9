using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Findings;

/// <summary>
/// Looks at every objective of a cycle, some at a time, each time in a transaction of its own: others go on with theirs in between, whose findings are right whatever
/// the round has come to. Done twice, it changes nothing the second time.
/// </summary>
internal sealed class FindingsRound(OwnWork own)
{
    private const int AtOnce = 500;

    /// <param name="looked">Told how many objectives were looked at.</param>
    public async Task RunAsync(CycleId cycleId, Action<int>? looked, CancellationToken cancellationToken)
    {
        for (string? path = string.Empty; path is not null;)
            path = await StepAsync(refresh => refresh.IndexNextAsync(cycleId, path, AtOnce, cancellationToken), cancellationToken);
        var done = 0;
        for (string? path = string.Empty; path is not null; looked?.Invoke(done += AtOnce))
            path = await StepAsync(refresh => refresh.FindNextAsync(cycleId, path, AtOnce, cancellationToken), cancellationToken);
    }

    private Task<string?> StepAsync(Func<FindingsRefresh, Task<string?>> step, CancellationToken cancellationToken)
        => own.DoAsync((IServiceProvider services, PlanningDb _) => step(services.GetRequiredService<FindingsRefresh>()), cancellationToken);
}
