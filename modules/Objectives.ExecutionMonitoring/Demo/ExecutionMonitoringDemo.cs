using Microsoft.EntityFrameworkCore;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Demo;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>Enters what was recorded for the demo company's objectives: last year's twelve months, and of this year those that are over.</summary>
internal sealed class ExecutionMonitoringDemo(IDbContextFactory<ExecutionMonitoringDb> dbs, FiguresCheck check) : IDemoSource
{
    public int Order => 20;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        foreach (var cycle in company.Cycles)
        {
            var done = 0;
            foreach (var objective in company.Objectives(cycle).Where(o => o.Actuals.Count > 0))
            {
                foreach (var actual in objective.Actuals)
                    writer.Add(Recorded(objective, actual));
                progress.Report($"actuals of {cycle.Year}, objectives", ++done, company.GoalCount);
                await writer.FlushIfFullAsync(cancellationToken);
            }
        }
        await writer.FlushAsync(cancellationToken);
        foreach (var (i, cycle) in company.Cycles.Index())
        {
            await check.RunAsync(cycle.Id, cancellationToken);
            progress.Report("figures rolled up, cycles", i + 1, company.Cycles.Count);
        }
    }

    private static Actual Recorded(DemoObjective objective, DemoActual demo) => Actual.Record(
        objective.Id,
        demo.Period,
        new(demo.Value, demo.Numerator, demo.Denominator),
        demo.IsImported ? ActualSource.Import : ActualSource.Report,
        demo.By.Id,
        demo.At,
        demo.Note,
        demo.Id.Value.ToByteArray()[15] < 160 ? $"https://bi.example.com/actuals/{demo.Id.Value:N}" : null,
        demo is { Corrects: { } of, CorrectionReason: { } reason } ? new(of, reason) : null,
        demo.Id);
}
