using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class SettingTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Progress = "query($cycle: ID!, $unit: ID) { cycle(id: $cycle) { settingProgress(unitId: $unit) { unit { code } approach briefingsMissing steps { step done total blocked } } } }";

    [Theory, OnEachDatabase, Trait("Clause", "S6.7")]
    public async Task Each_unit_has_its_own_approach_or_that_of_the_nearest_above(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        async Task<string?> ApproachAsync(string unit) => (await ProgressAsync(company.Member, cycle, unit)).Text("approach");

        (await ApproachAsync(company.Team)).ShouldBe("BOTH");
        await SetAsync(company.Hr, cycle, company.Root, "TOP_DOWN");
        await SetAsync(company.DivisionLeader, cycle, company.Department, "BOTTOM_UP");
        (await ApproachAsync(company.Team)).ShouldBe("BOTTOM_UP");
        (await ApproachAsync(company.OtherTeam)).ShouldBe("TOP_DOWN");
        await SetAsync(company.TeamLeader, cycle, company.Team, "TOP_DOWN");
        await SetAsync(company.TeamLeader, cycle, company.Team, "BOTH");
        (await ApproachAsync(company.Team)).ShouldBe("BOTH");
        (await ApproachAsync(company.Department)).ShouldBe("BOTTOM_UP");
        (await company.Hr.ReadAsync("query($id: ID!) { cycle(id: $id) { history { nodes { action by { employeeNumber } } } } }", new { id = cycle })).Text("cycle.history.nodes.0.by.employeeNumber").ShouldBe("E0111");
        foreach (var other in (Api[])[company.Member, company.OtherTeamLeader, company.Auditor])
            (await other.MutateAsync("setSettingApproach", new { cycleId = cycle, unitId = company.Team, approach = "BOTH" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var closed = await company.OpenCycleAsync("APPRAISAL");
        (await company.Hr.RefusedAsync("setSettingApproach", new { cycleId = closed, unitId = company.Team, approach = "BOTH" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("cycleId"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task What_was_not_published_to_a_unit_or_above_it_is_missing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        (await ProgressAsync(company.Member, cycle, null)).ShouldSatisfyAllConditions(p => p.Text("unit.code").ShouldBe("COMPANY"), p => p.Strings("briefingsMissing").Count.ShouldBe(4));
        await company.InformAsync(cycle, company.Root, "GENERAL_ENVIRONMENT");
        await company.InformAsync(cycle, company.Department, "COMPANY_RESULTS", "INDUSTRY_ENVIRONMENT");
        (await ProgressAsync(company.Member, cycle, company.Team)).Strings("briefingsMissing").ShouldBe(["COMPETITIVE_ENVIRONMENT"]);
        (await ProgressAsync(company.Member, cycle, company.Division)).Strings("briefingsMissing").ShouldBe(["INDUSTRY_ENVIRONMENT", "COMPETITIVE_ENVIRONMENT", "COMPANY_RESULTS"]);
        (Steps(await ProgressAsync(company.Member, cycle, company.Department)))["TEAM"].ShouldBe((0, 2, 2));
        await company.InformAsync(cycle, company.Team, "COMPETITIVE_ENVIRONMENT");
        (Steps(await ProgressAsync(company.Member, cycle, company.Department)))["TEAM"].ShouldBe((0, 2, 1));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.8")]
    public async Task The_seven_steps_say_what_is_done_and_of_how_much(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var steps = Steps(await ProgressAsync(company.Member, cycle, company.Department));
        steps.Keys.ShouldBe(["STRATEGY", "TEAM", "REGION", "CUSTOMER", "POSITION", "PERIOD", "PERSONAL"]);
        (steps["TEAM"], steps["REGION"], steps["CUSTOMER"], steps["POSITION"], steps["PERIOD"], steps["PERSONAL"]).ShouldBe(((0, 2, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 0, 0), (0, 4, 0)));

        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var other = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var personal = await company.TeamLeader.DraftAsync(company.Draft(cycle, team) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        var region = await company.DepartmentLeader.DraftAsync(company.Draft(cycle, team) with { Level = "REGION", RegionId = company.Region, UnitId = company.Department, OwnerId = company.DepartmentLeader.PersonId });
        var customer = await company.TeamLeader.DraftAsync(company.Draft(cycle, team) with { Level = "CUSTOMER", CustomerId = company.Customer });
        var position = await company.TeamLeader.DraftAsync(company.Draft(cycle, team) with { Level = "POSITION", PositionId = company.Position });
        foreach (var id in (string[])[team, personal, region])
            await company.Program.SetStatusAsync(id, "Agreed");
        await company.Program.SetStatusAsync(customer, "Committed");
        steps = Steps(await ProgressAsync(company.Member, cycle, company.Department));
        (steps["TEAM"], steps["REGION"], steps["CUSTOMER"], steps["POSITION"], steps["PERIOD"].Total, steps["PERSONAL"]).ShouldBe(((0, 2, 0), (1, 1, 0), (1, 1, 0), (0, 1, 0), 6, (1, 4, 0)));
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = other, reason = "重复" }, "objective { id }");
        await company.Program.SetStatusAsync(position, "Agreed");
        steps = Steps(await ProgressAsync(company.Member, cycle, company.Department));
        (steps["TEAM"], steps["POSITION"], steps["PERIOD"].Total).ShouldBe(((1, 2, 0), (1, 1, 0), 5));
        (Steps(await ProgressAsync(company.Member, cycle, company.OtherTeam)))["TEAM"].ShouldBe((0, 1, 0));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.8")]
    public async Task Each_step_names_what_is_missing_and_what_is_in_the_way(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        async Task<Dictionary<string, List<(string?, string?, string?)>>> OpenAsync(Api by, string unit)
            => (await by.ReadAsync(
                "query($cycle: ID!, $unit: ID) { cycle(id: $cycle) { settingProgress(unitId: $unit) { steps { step open { subject { id } lacks blockedBy } } } } }", new { cycle, unit })).At("cycle.settingProgress.steps").EnumerateArray()
                .ToDictionary(s => s.Text("step")!, s => s.At("open").EnumerateArray().Select(o => (o.Text("subject.id"), o.Text("lacks"), o.Text("blockedBy"))).ToList());

        var told = await OpenAsync(company.TeamLeader, company.Team);
        told["TEAM"].ShouldBe([(company.Team, "OBJECTIVE", "BRIEFING")]);
        told["PERSONAL"].ShouldContain((company.Member.PersonId, "OBJECTIVE", "BRIEFING"));
        await company.InformAsync(cycle, company.Root);
        var personal = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        await company.Member.AskForHelpAsync(personal, company.Stranger.PersonId);
        var open = await OpenAsync(company.TeamLeader, company.Team);
        open["PERSONAL"][0].ShouldBe((company.Member.PersonId, "AGREEMENT", "SUPPORT"));
        open["PERSONAL"].Skip(1).ShouldAllBe(o => o.Item2 == "OBJECTIVE" && o.Item3 == null);
        (open["POSITION"], open["PERIOD"]).ShouldSatisfyAllConditions(
            o => o.Item1.ShouldBe([(company.Position, "OBJECTIVE", null)]), o => o.Item2.ShouldBe([(personal, "PHASING", null)]));
        (await OpenAsync(company.Stranger, company.Team))["PERIOD"].ShouldBeEmpty(); // A personal objective that he may not read.
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.3")]
    public async Task The_first_step_counts_the_years_plans_that_company_objectives_hang_from(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        async Task<(int Done, int Total, int Blocked)> StepAsync() => (Steps(await ProgressAsync(company.Member, cycle, null)))["STRATEGY"];
        async Task<string> PlanAsync(string? parentId, int year = 2027)
            => (await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "ANNUAL_PLAN", title = "年度计划", from = year, until = year, parentId }, "strategyElement { id }")).Id();

        var vision = (await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "VISION", title = "愿景", from = 2027, until = 2035 }, "strategyElement { id }")).Id();
        var before = await StepAsync();
        var (plan, loose) = (await PlanAsync(vision), await PlanAsync(null));
        await PlanAsync(vision, 2028);
        (await StepAsync()).ShouldBe((before.Done, before.Total + 2, before.Blocked + 1));
        var draft = company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId };
        await company.Executive.DraftAsync(draft with { StrategyElementId = plan });
        await company.Executive.DraftAsync(draft with { StrategyElementId = loose });
        (await StepAsync()).ShouldBe((before.Done + 2, before.Total + 2, before.Blocked));
    }

    [Theory, OnEachDatabase]
    public async Task It_takes_the_same_statements_whatever_there_is(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        async Task<int> CountAsync() => (await company.Hr.RecordAsync(Progress, new { cycle, unit = company.Division })).Sql.Count;
        var before = await CountAsync();
        await company.InformAsync(cycle, company.Division);
        await SetAsync(company.Hr, cycle, company.Team, "TOP_DOWN");
        for (var i = 0; i < 5; i++)
            await company.TeamLeader.DraftAsync(company.Draft(cycle));
        (await CountAsync()).ShouldBe(before);
        before.ShouldBeLessThan(20);
    }

    private static Task<JsonElement> SetAsync(Api by, string cycle, string unit, string approach) => by.ChangeAsync("setSettingApproach", new { cycleId = cycle, unitId = unit, approach }, "cycle { id }");

    private static async Task<JsonElement> ProgressAsync(Api api, string cycle, string? unit) => (await api.ReadAsync(Progress, new { cycle, unit })).At("cycle.settingProgress");

    private static Dictionary<string, (int Done, int Total, int Blocked)> Steps(JsonElement progress)
        => progress.At("steps").EnumerateArray().ToDictionary(s => s.Text("step")!, s => (s.Number("done"), s.Number("total"), s.Number("blocked")));
}
