using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>Enters the demo company's measures, strategy, cycles and objectives with all that became of them.</summary>
internal sealed class PlanningDemo(IDbContextFactory<PlanningDb> dbs) : IDemoSource
{
    public int Order => 10;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var measures = AddMeasures(company, writer);
        AddStrategy(company, writer);
        foreach (var plan in company.Cycles)
        {
            var cycle = AddCycle(company, plan, writer);
            var briefings = new BriefingsDemo(writer, company, plan);
            foreach (var briefing in company.Briefings(plan))
                await briefings.AddAsync(briefing, cancellationToken);
            var objectives = new ObjectivesDemo(writer, company, plan, cycle, measures);
            var work = new WorkDemo(writer, company, plan);
            foreach (var objective in company.Objectives(plan))
            {
                objectives.Add(objective);
                work.Add(objective);
                briefings.Note(objective);
                progress.Report($"objectives of {plan.Year}", objectives.Count, Math.Max(company.GoalCount, objectives.Count));
                await writer.FlushIfFullAsync(cancellationToken);
            }
            writer.Add(new CycleTree { CycleId = cycle.Id, LastNumber = objectives.LastNumber });
            await briefings.PublishNotedAsync(cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }
    }

    private static Dictionary<MeasureId, Measure> AddMeasures(DemoCompany company, PastWriter writer)
    {
        var measures = new Dictionary<MeasureId, Measure>();
        var at = company.Founded.AddHours(2);
        foreach (var demo in company.Measures)
        {
            var measure = Measure.Create(demo.Code, $"{demo.Name} {demo.EnglishName}", demo.UnitOfMeasure, Named<MeasureDirection>(demo.Direction), Named<Aggregation>(demo.Aggregation), demo.Decimals, demo.Id);
            writer.Add(measure, [], "saveMeasure", company.Administrator.Id, at);
            measures.Add(measure.Id, measure);
            at = at.AddMinutes(2);
        }
        return measures;
    }

    private static void AddStrategy(DemoCompany company, PastWriter writer)
    {
        foreach (var demo in company.Strategy)
        {
            var element = StrategyElement.Create(Named<StrategyKind>(demo.Kind), demo.Title, demo.Description, demo.From, demo.Until, demo.Measure?.Id, demo.Target, demo.Parent, demo.Id);
            writer.Add(element, [], "saveStrategyElement", company.People[0].Id, demo.At);
        }
    }

    private static Cycle AddCycle(DemoCompany company, DemoCycle demo, PastWriter writer)
    {
        var cycle = Cycle.Open(demo.Name, demo.Year, new(demo.Year, 1, 1), new(demo.Year, 12, 31), $"{demo.Year}", company.TimeZone, CyclePolicy.Default, demo.Id);
        var past = writer.Begin(cycle);
        past.Record("openCycle", company.Hr.Id, demo.Moves[0].At);
        foreach (var move in demo.Moves.Skip(1))
        {
            cycle.RestoreStatus(Named<CycleStatus>(move.To));
            past.Record("moveCycle", company.Hr.Id, move.At);
        }
        return cycle;
    }

    internal static T Named<T>(Enum value)
        where T : struct, Enum
        => Enum.Parse<T>(value.ToString());
}
