using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Findings kept up to date with each change are those found by looking at everything.</summary>
public sealed class FindingRefreshTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Whole = "kind severity repairable magnitude message proposal objective { id } related { id } waiver { reason by { employeeNumber } }";

    /// <summary>Whatever is done to objectives, what was found step by step is what looking at all of them finds.</summary>
    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task Looking_at_all_finds_what_each_change_has_found(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        for (var seed = 1; seed <= 3; seed++)
        {
            var cycle = await company.OpenCycleAsync();
            await ChangeAtRandomAsync(company, cycle, new Random(seed));
            var found = await AllAsync(company, cycle);
            company.Program.BusinessClock.MoveTo(company.Program.BusinessClock.GetUtcNow().AddDays(1));
            await company.Program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
            (await AllAsync(company, cycle)).ShouldBe(found, $"seed {seed}");
            found.Count.ShouldBeGreaterThan(10);
        }
    }

    private static async Task ChangeAtRandomAsync(Company company, string cycle, Random random)
    {
        string[] titles = ["提升客户满意度", "提升客户满意率", "服务收入", "缩短上门时间", "提升客户 满意度"];
        string[] measures = [company.Revenue, company.StockDays, company.Milestone];
        string[] levels = ["COMPANY", "TEAM", "REGION", "POSITION", "PERSONAL"];
        var ids = new List<string>();
        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        for (var step = 0; step < 40; step++)
        {
            var kind = ids.Count < 5 ? 0 : random.Next(11);
            var (level, owner, unit) = (Any(levels), Any((Api[])[company.Member, company.TeamLeader, company.Stranger]), Any((string[])[company.Team, company.OtherTeam, company.Root]));
            var draft = new Draft
            {
                CycleId = cycle, Level = level, Title = Any(titles), ParentId = ids.Count > 0 && random.Next(4) > 0 ? Any(ids) : null, OwnerId = owner.PersonId, UnitId = unit, MeasureId = Any(measures),
                Target = $"{random.Next(1, 100)}", RegionId = random.Next(3) == 0 ? company.Region : null, PositionId = level == "POSITION" ? company.Position : null, Contribution = random.Next(2) == 0 ? "支撑" : null, Important = random.Next(3) == 0,
            };
            (string Mutation, object Input) change = kind switch
            {
                < 3 => ("draftObjective", draft),
                3 => ("editObjective", new { id = Any(ids), target = $"{random.Next(1, 100)}" }),
                4 => ("editObjective", new { id = Any(ids), title = Any(titles), measureId = Any(measures), target = $"{random.Next(1, 100)}" }),
                5 => ("moveObjective", new { id = Any(ids), newParentId = random.Next(4) == 0 ? null : Any(ids) }),
                6 => ("withdrawObjective", new { id = Any(ids), reason = "试" }),
                7 => ("phaseObjective", new { id = Any(ids), method = "EVEN" }),
                8 => ("saveMilestone", WorkSteps.Milestone(Any(ids), $"节点 {step}", owner.PersonId)),
                9 => ("saveWorkItem", new { objectiveId = Any(ids), title = $"工作 {step}", ownerId = owner.PersonId }),
                _ => ("remove", new { id = await AnyWorkAsync(company, Any(ids)) ?? Any(ids) }),
            };
            var answer = await company.Executive.MutateAsync(change.Mutation, change.Input, change.Mutation == "remove" ? string.Empty : "objective { id }");
            if (kind < 3 && answer.Data.At("draftObjective.objective") is { ValueKind: JsonValueKind.Object } made)
                ids.Add(made.Id());
        }
    }

    private static async Task<string?> AnyWorkAsync(Company company, string objective)
    {
        var work = await company.Executive.ObjectiveAsync(objective, "workPlan { id } project { milestones { id } }");
        return work.Strings("workPlan.*.id").Concat(work.At("project").ValueKind == JsonValueKind.Null ? [] : work.Strings("project.milestones.*.id")).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<string>> AllAsync(Company company, string cycle)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = (await company.Executive.ReadAsync(
                $"query($c: ID!, $a: String) {{ findings(cycleId: $c, first: 100, after: $a) {{ nodes {{ {Whole} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { c = cycle, a = after })).GetProperty("findings");
            found.AddRange(page.At("nodes").EnumerateArray().Select(n => n.GetRawText()));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        return found;
    }
}
