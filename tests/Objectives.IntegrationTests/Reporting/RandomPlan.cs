using Objectives.IntegrationTests.ExecutionMonitoring;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>A cycle in execution, with objectives and actuals as chance would have them: of several measures, units, regions and people, some rolled up, some reported by nobody.</summary>
/// <param name="Summed">The measures that are added up and go one way.</param>
internal sealed record RandomPlan(Company Company, string Cycle, IReadOnlyList<string> Summed)
{
    public static async Task<RandomPlan> MakeAsync(Company company, Random random)
    {
        var cycle = await company.OpenFollowedCycleAsync();
        string[] summed = [await company.NewMeasureAsync(decimals: 2), await company.NewMeasureAsync("DECREASE", decimals: 2)];
        string[] measures = [.. summed, await company.NewMeasureAsync(aggregation: "AVERAGE", decimals: 2), await company.NewMeasureAsync("KEEP_WITHIN", "LAST", 2)];
        (string Unit, Api Owner)[] people = [(company.Team, company.Member), (company.Team, company.Colleague), (company.OtherTeam, company.Stranger), (company.Team, company.TeamLeader)];
        var own = new List<(string Id, Api Owner)>();
        for (var line = 0; line < 4; line++)
        {
            var measure = measures[line];
            var top = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = line % 2 == 0 ? "COMPANY" : "TEAM", Title = $"目标 {line}", MeasureId = measure, Target = "1000" });
            for (var child = 0; child < 5; child++)
            {
                var (unit, owner) = people[random.Next(people.Length)];
                var isCustomers = random.Next(3) == 0;
                var id = await company.Executive.DraftAsync(company.Draft(cycle, top) with
                {
                    Level = "PERSONAL", Title = $"目标 {line}.{child}", UnitId = unit, OwnerId = owner.PersonId, MeasureId = random.Next(5) == 0 ? measures[random.Next(4)] : measure, Target = $"{random.Next(1, 400)}.5",
                    RegionId = isCustomers || random.Next(2) == 0 ? company.Region : random.Next(2) == 0 ? company.OtherRegion : null, CustomerId = isCustomers ? company.Customer : null,
                });
                own.Add((id, owner));
            }
        }
        await company.MoveCycleAsync(cycle, "EXECUTION");
        foreach (var (id, owner) in own.Where(_ => random.Next(6) > 0))
            await owner.ReportAsync(id, random.Next(1, 4), [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(0, 4500) / 100m)]);
        await company.FollowedAsync(cycle);
        return new(company, cycle, summed);
    }
}
