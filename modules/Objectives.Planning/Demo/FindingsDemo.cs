using Objectives.Planning.Features.Findings;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>Looks at all that was entered for what does not fit, after the actuals, by which targets are judged, are there.</summary>
internal sealed class FindingsDemo(FindingsRound round) : IDemoSource
{
    public int Order => 90;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        foreach (var cycle in company.Cycles)
            await round.RunAsync(cycle.Id, looked => progress.Report($"findings of {cycle.Year}", Math.Min(looked, company.GoalCount), company.GoalCount), cancellationToken);
    }
}
