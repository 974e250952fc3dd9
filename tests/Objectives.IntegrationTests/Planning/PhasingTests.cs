using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

[Trait("Clause", "S6.9")]
public sealed class PhasingTests(Installations installations)
{
    private const string Months = "objective { version phasedBy phasedTargets { period value } quarters: phasedTargets(granularity: QUARTER) { period value } years: phasedTargets(granularity: YEAR) { period value } }";

    [Theory, OnEachDatabase]
    public async Task Evenly_the_months_add_up_to_the_target_exactly_and_quarters_and_the_year_are_made_of_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Target = "100" });
        (await company.TeamLeader.ObjectiveAsync(id, "phasedBy phasedTargets { value }")).ShouldSatisfyAllConditions(
            o => o.Text("phasedBy").ShouldBeNull(), o => o.At("phasedTargets").GetArrayLength().ShouldBe(0));
        var phased = await company.TeamLeader.ChangeAsync("phaseObjective", new { id, expectedVersion = 1, method = "EVEN" }, Months);
        phased.Text("phasedBy").ShouldBe("EVEN");
        Values(phased, "phasedTargets").ShouldBe(["8.34", "8.34", "8.34", "8.34", "8.33", "8.33", "8.33", "8.33", "8.33", "8.33", "8.33", "8.33"]);
        phased.Text("phasedTargets.11.period").ShouldBe("2027-12");
        Values(phased, "quarters").ShouldBe(["25.02", "25", "24.99", "24.99"]);
        (phased.Text("quarters.0.period"), phased.Text("years.0.period"), phased.Text("years.0.value")).ShouldBe(("2027-Q1", "2027", "100"));
        phased.Number("version").ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task By_working_days_of_the_statutory_calendar_until_the_company_sets_its_own(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = await company.CountAsync(), Target = "248" });
        Values(await company.PreviewAsync(id, "WORKING_DAYS"), "phasingPreview").ShouldBe(["20", "16", "23", "21", "19", "21", "22", "22", "21", "18", "22", "23"]);
        await company.Administrator.ChangeAsync("setHolidays", new { year = 2027, holidays = Array.Empty<object>() }, "organization { name }");
        (await company.Member.ReadAsync("{ organization { holidays(year: 2027) { name } } }")).At("organization.holidays").GetArrayLength().ShouldBe(0);
        Values(await company.PreviewAsync(id, "WORKING_DAYS"), "phasingPreview").Sum(decimal.Parse).ShouldBe(248);
        Values(await company.PreviewAsync(id, "WORKING_DAYS"), "phasingPreview")[1].ShouldBe("19");
    }

    [Theory, OnEachDatabase]
    public async Task The_holidays_of_2026_and_2027_are_there_from_the_start(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var year = await company.Member.ReadAsync("{ organization { holidays(year: 2026) { date working name } } }");
        year.At("organization.holidays").EnumerateArray().Where(h => h.At("working").GetBoolean()).Select(h => h.Text("date")).ShouldBe(["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]);
        (await company.Member.ReadAsync("{ organization { holidays(year: 2027) { name } } }")).At("organization.holidays").GetArrayLength().ShouldBe(19);
    }

    [Theory, OnEachDatabase]
    public async Task By_season_as_the_same_measure_and_scope_went_before(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync()) with { MeasureId = await company.CountAsync(), Target = "240" };
        var id = await company.TeamLeader.DraftAsync(draft);
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id, method = "SEASONAL" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("method"));
        await company.WithPastAsync(draft with { Level = "PERSONAL", OwnerId = company.Member.PersonId }, "2025-11", 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id, method = "SEASONAL" })).Field.ShouldBe("method");
        await company.WithPastAsync(draft, "2025-11", 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 52);
        var phased = await company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "SEASONAL" }, Months);
        Values(phased, "phasedTargets").ShouldBe(["2", "4", "6", "8", "10", "12", "14", "16", "18", "104", "22", "24"]);
        phased.Text("phasedBy").ShouldBe("SEASONAL");
    }

    [Theory, OnEachDatabase]
    public async Task By_hand_the_parts_must_make_up_the_target(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Target = "120" });
        object Input(params (string Period, string Value)[] values) => new { id, method = "BY_HAND", values = values.Select(v => new { period = v.Period, value = v.Value }) };
        foreach (var (input, code, field) in new (object, string, string)[]
        {
            (new { id, method = "BY_HAND" }, "REQUIRED", "values"),
            (new { id, method = "EVEN", values = new[] { new { period = "2027-01", value = "1" } } }, "INVALID", "values"),
            (Input(("2027-Q1", "30"), ("2027-Q2", "30"), ("2027-Q3", "30"), ("2027-Q4", "29.99")), "INVALID", "values"),
            (Input(("2027-01", "120.01")), "INVALID", "values"),
            (Input(("2028-01", "1")), "INVALID", "values.0.period"),
            (Input(("2027-01", "1"), ("2027-Q1", "1")), "DUPLICATE", "values.1.period"),
            (Input(("2027-01", "1.001")), "INVALID", "values.0.value"),
        })
        {
            (await company.TeamLeader.RefusedAsync("phaseObjective", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
        JsonElement.Parse((await company.TeamLeader.RefusedAsync("phaseObjective", Input(("2027", "119")))).Detail!).Text("difference").ShouldBe("1");
        (await company.TeamLeader.ObjectiveAsync(id, "version")).Number("version").ShouldBe(1);
        var phased = await company.TeamLeader.ChangeAsync("phaseObjective", Input(("2027-Q1", "60"), ("2027-12", "15")), Months);
        Values(phased, "phasedTargets").ShouldBe(["20", "20", "20", "5.63", "5.63", "5.63", "5.63", "5.62", "5.62", "5.62", "5.62", "15"]);
        Values(phased, "years").ShouldBe(["120"]);
    }

    [Theory, OnEachDatabase]
    public async Task Measures_that_do_not_add_up_have_their_own_rule(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var stock = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = company.StockDays, Target = "30", Baseline = "60", LowerBound = "10" });
        Values(await company.TeamLeader.ChangeAsync("phaseObjective", new { id = stock, method = "EVEN" }, Months), "quarters").ShouldBe(["30", "30", "30", "30"]);
        var stage = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = company.Milestone, Target = "100" });
        Values(await company.TeamLeader.ChangeAsync("phaseObjective", new { id = stage, method = "EVEN" }, Months), "quarters").ShouldBe(["25", "50", "75", "100"]);
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id = stage, method = "BY_HAND", values = new[] { new { period = "2027-12", value = "90" } } })).Field.ShouldBe("values");
    }

    [Theory, OnEachDatabase]
    public async Task A_cycle_may_begin_in_any_month(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var name = $"财年 {Guid.NewGuid()}";
        var cycle = (await company.Administrator.ChangeAsync("openCycle", new { name, year = 2027, start = "2027-11-16", end = "2028-02-29" }, "cycle { id }")).Id();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Target = "35" });
        var phased = await company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, Months);
        phased.Strings("phasedTargets.*.period").ShouldBe(["2027-11", "2027-12", "2028-01", "2028-02"]);
        Values(phased, "phasedTargets").ShouldBe(["5", "10", "10", "10"]);
        (phased.Strings("quarters.*.period"), Values(phased, "years")).ShouldSatisfyAllConditions(p => p.Item1.ShouldBe(["2027-Q4", "2028-Q1"]), p => p.Item2.ShouldBe(["15", "20"]));
    }

    [Theory, OnEachDatabase]
    public async Task With_another_target_the_months_keep_their_shape_and_with_another_measure_there_are_none(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Target = "120" });
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "BY_HAND", values = new[] { new { period = "2027-01", value = "65" } } }, Months);
        var before = await company.MomentAsync();
        var edited = await company.TeamLeader.ChangeAsync("editObjective", new { id, target = "240" }, Months);
        Values(edited, "phasedTargets").ShouldBe(["130", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10"]);
        edited.Text("phasedBy").ShouldBe("BY_HAND");
        (await company.TeamLeader.ObjectiveAsync(id, "phasedTargets { value }", before)).Text("phasedTargets.0.value").ShouldBe("65");
        var other = await company.TeamLeader.ChangeAsync("editObjective", new { id, measureId = await company.CountAsync() }, Months);
        (other.Text("phasedBy"), other.At("phasedTargets").GetArrayLength()).ShouldBe((null, 0));
        var history = await company.TeamLeader.ObjectiveAsync(id, "history { nodes { action before after } }");
        history.Strings("history.nodes.*.action").ShouldBe(["editObjective", "editObjective", "phaseObjective", "draftObjective"]);
        JsonElement.Parse(history.Text("history.nodes.1.after")!).Text("phasing")!.ShouldStartWith("2027-01 130; 2027-02 10");
        JsonElement.Parse(history.Text("history.nodes.2.after")!).Text("phasedBy").ShouldBe("BY_HAND");
    }

    [Theory, OnEachDatabase]
    public async Task Who_may_not_change_the_objective_may_not_phase_it_and_who_may_not_read_it_sees_none(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("EXECUTION");
        var id = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        (await company.Stranger.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, "objective { phasedBy }")).Text("phasedBy").ShouldBe("EVEN");
        (await company.Member.RefusedAsync("phaseObjective", new { id, method = "EVEN" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("id"));
        (await company.Member.AskAsync("query($id: ID!) { phasingPreview(objectiveId: $id, method: EVEN) { value } }", new { id })).ErrorCode.ShouldBe("NOT_FOUND");
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        (await company.Member.MutateAsync("phaseObjective", new { id = team, method = "EVEN" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id = team, method = "EVEN", expectedVersion = 7 })).Code.ShouldBe("CONFLICT");
        await company.Program.SetStatusAsync(team, "Committed");
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id = team, method = "EVEN" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task A_preview_changes_nothing_and_says_in_the_callers_language_what_is_wrong(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Target = "120" });
        Values(await company.PreviewAsync(id, "EVEN"), "phasingPreview").ShouldAllBe(v => v == "10");
        var refused = await company.TeamLeader.InChinese.AskAsync("query($id: ID!) { phasingPreview(objectiveId: $id, method: BY_HAND, values: [{ period: \"2027\", value: \"119\" }]) { value } }", new { id });
        (refused.ErrorCode, Languages.IsChinese(refused.ErrorMessage)).ShouldBe(("BAD_USER_INPUT", true));
        (await company.TeamLeader.ObjectiveAsync(id, "version phasedTargets { value }")).ShouldSatisfyAllConditions(o => o.Number("version").ShouldBe(1), o => o.At("phasedTargets").GetArrayLength().ShouldBe(0));
    }

    [Theory, OnEachDatabase]
    public async Task The_months_of_a_whole_tree_take_one_statement(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        foreach (var id in await company.TeamLeader.ChainAsync(company.Draft(cycle), 4))
            await company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, "objective { id }");
        var (data, with) = await company.TeamLeader.RecordAsync("query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 9) { nodes { id phasedTargets { value } } } }", new { cycle });
        data.At("goalTree.nodes").EnumerateArray().ShouldAllBe(n => n.At("phasedTargets").GetArrayLength() == 12);
        var (_, without) = await company.TeamLeader.RecordAsync("query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 9) { nodes { id } } }", new { cycle });
        (with.Count - without.Count).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Other_modules_learn_each_months_target_and_what_is_due_by_then_phased_or_not(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var phased = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Target = "120" });
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id = phased, method = "BY_HAND", values = new[] { new { period = "2027-01", value = "65" } } }, "objective { id }");
        var stage = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = company.Milestone, Target = "100" });
        await using var scope = company.Program.Services.CreateAsyncScope();
        var (a, b) = (IdOf(phased), IdOf(stage));
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PhasedTargets([a, b, ObjectiveId.New()]), TestContext.Current.CancellationToken);
        answer.Count.ShouldBe(2);
        (answer[a].IsPhased, answer[a].Months[2]).ShouldBe((true, new MonthTarget(new(2027, 3, 1), 5, 75)));
        (answer[b].IsPhased, answer[b].Months[2]).ShouldBe((false, new MonthTarget(new(2027, 3, 1), 25, 25)));
    }

    private static ObjectiveId IdOf(string id) => GlobalId.TryDecode(id, out _, out var key) ? new(key) : throw new FormatException(id);

    private static IReadOnlyList<string> Values(JsonElement from, string list) => [.. from.Strings($"{list}.*.value").Select(v => v!)];
}

internal static class PhasingSteps
{
    private static int _measures;

    /// <summary>A measure of the test's own: whole numbers, summed.</summary>
    public static async Task<string> CountAsync(this Company company, string aggregation = "SUM", string direction = "INCREASE", int decimals = 0)
        => (await company.Administrator.ChangeAsync(
            "saveMeasure",
            new { code = $"M{Interlocked.Increment(ref _measures)}-{Guid.NewGuid().ToString()[..8]}", name = "工单", unitOfMeasure = "单", direction, aggregation, decimals },
            "measure { id }")).Id();

    public static Task<JsonElement> PreviewAsync(this Company company, string id, string method)
        => company.TeamLeader.ReadAsync("query($id: ID!, $method: PhasingMethod!) { phasingPreview(objectiveId: $id, method: $method) { period value } }", new { id, method });
}
