using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Planning.Data;
using Objectives.Planning.Features.Findings;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Demo;

/// <summary>Looks at all that was entered for what does not fit, after the actuals, by which targets are judged, are there.</summary>
internal sealed class FindingsDemo(IServiceScopeFactory scopes) : IDemoSource
{
    public int Order => 90;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var cycle in company.Cycles)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PlanningDb>().Database.BeginTransactionAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<FindingsRefresh>().RefreshAllAsync(cycle.Id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            progress.Report("findings", ++done, company.Cycles.Count);
        }
    }
}
