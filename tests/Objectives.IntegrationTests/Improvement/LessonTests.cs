using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>What was learned is found again, and cases are listed and searched.</summary>
[Trait("Clause", "S7.10")]
public sealed class LessonTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Whoever_meets_a_like_deviation_reads_what_was_learned_wherever_it_was(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        var (mark, done) = ($"{Guid.NewGuid():N}", await line.DoneAsync());
        await company.Stranger.MutateAsync("verifyImprovement", new { caseId = done.Id() }, string.Empty);
        (await LessonsAsync(company.Member, done.Text("deviation.id")!)).ShouldBeEmpty();
        await company.DepartmentLeader.VerifyAsync(done.Id(), new { accept = true, reason = "已见效", lessons = $"先核对检查表 {mark}" });

        var cycle = await company.OpenFollowedCycleAsync();
        var measure = (await company.Member.ObjectiveAsync(line.Mine, "measure { id }")).Text("measure.id");
        var theirs = await company.Executive.DraftAsync(company.StrangersDraft(cycle) with { MeasureId = measure!, Title = "广州上门服务收入" });
        var alike = await company.Executive.DraftAsync(company.StrangersDraft(cycle) with { Title = "甲" });
        var other = await company.Executive.DraftAsync(company.StrangersDraft(cycle) with { Title = "缩短配件周转天数" });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var sameMeasure = (await LessonsAsync(company.Stranger, await RaiseAsync(theirs, "人手不足"))).Single(l => l.Text("text")!.EndsWith(mark, StringComparison.Ordinal));
        (sameMeasure.At("sameMeasure").GetBoolean(), sameMeasure.Text("likeness"), sameMeasure.At("improvementCase").ValueKind).ShouldBe((true, "0", JsonValueKind.Null));
        (await LessonsAsync(company.Executive, await RaiseAsync(theirs, "又缺人"))).Single(l => l.Text("text")!.EndsWith(mark, StringComparison.Ordinal)).Text("improvementCase.id").ShouldBe(done.Id());
        (await LessonsAsync(company.Stranger, await RaiseAsync(other, "周转慢"))).ShouldNotContain(l => l.Text("text")!.EndsWith(mark, StringComparison.Ordinal));
        (await LessonsAsync(company.Stranger, await RaiseAsync(theirs, "再缺人"), 1)).Count.ShouldBe(1);
        (await company.Stranger.AskAsync("query($id: ID!) { node(id: $id) { ... on Deviation { lessons(first: 51) { text } } } }", new { id = await RaiseAsync(alike, "甲") })).ErrorCode.ShouldBe("BAD_USER_INPUT");

        async Task<string> RaiseAsync(string objective, string description)
            => (await company.Stranger.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description }, "deviation { id }")).Id();
    }

    /// <summary>The titles share four of nine pairs each.</summary>
    [Theory, OnEachDatabase]
    public async Task Of_another_measure_what_is_worded_alike_is_found_the_likest_first(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var mark = Guid.NewGuid().ToString("N")[..8];
        var measures = new[] { await company.MeasureOfAsync("SUM"), await company.MeasureOfAsync("SUM"), await company.MeasureOfAsync("SUM") };
        var titles = new[] { $"提升{mark}门店复购", $"提升{mark}门店复购率", $"{mark}" };
        var objectives = new List<string>();
        foreach (var (title, measure) in titles.Zip(measures))
            objectives.Add(await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", Title = title, OwnerId = company.Member.PersonId, MeasureId = measure }));
        await company.MoveCycleAsync(cycle, "EXECUTION");
        foreach (var objective in objectives.Take(2))
            await LearnAsync(company, objective);
        var third = await RaiseAsync(company, objectives[2], "复购");
        var found = await LessonsAsync(company.Member, third);
        var mine = found.Where(l => l.Text("text")!.Contains(mark, StringComparison.Ordinal)).ToList();
        mine.Select(l => l.Text("text")).ShouldBe([$"学到 {titles[0]}", $"学到 {titles[1]}"]);
        mine.ShouldAllBe(l => !l.At("sameMeasure").GetBoolean());
        decimal.Parse(mine[0].Text("likeness")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(decimal.Parse(mine[1].Text("likeness")!, System.Globalization.CultureInfo.InvariantCulture));
        (await company.Member.ReadAsync($$"""{ search(text: "学到 提升{{mark.ToUpperInvariant()}}", kinds: [IMPROVEMENT_CASE]) { totalCount edges { snippet node { ... on ImprovementCase { lessons } } } } }"""))
            .ShouldSatisfyAllConditions(s => s.Number("search.totalCount").ShouldBe(2), s => s.Text("search.edges.0.node.lessons").ShouldBe($"学到 {titles[1]}"));
        (await company.Stranger.ReadAsync($$"""{ search(text: "{{mark}}", kinds: [IMPROVEMENT_CASE]) { totalCount } }""")).Number("search.totalCount").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_cycles_cases_are_listed_newest_first_by_filter_and_words_page_by_page(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        var ids = new List<string>();
        foreach (var (objective, who) in new[] { (line.Mine, company.Member), (line.Colleagues, company.Colleague), (line.Team, company.TeamLeader) })
        {
            var deviation = (await who.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description = $"缺 Parts {ids.Count}" }, "deviation { id }")).Id();
            ids.Add((await who.OpenCaseAsync(deviation)).Id());
        }
        await company.Member.ConfirmAsync(ids[0], await company.Member.CauseAsync(ids[0], "供应商 Delay"));
        await ShowAsync(company.Executive, null, 2, 1, 0);
        await ShowAsync(company.Hr, new { status = new[] { "ANALYSIS" } }, 2, 1);
        await ShowAsync(company.Auditor, new { status = new[] { "COUNTERMEASURES", "CLOSED" } }, 0);
        await ShowAsync(company.Executive, new { text = "parts 1" }, 1);
        await ShowAsync(company.Executive, new { text = "delay" }, 0);
        await ShowAsync(company.Executive, new { text = "小组" }, 2);
        await ShowAsync(company.Executive, new { text = "%" });
        await ShowAsync(company.Executive, new { unitId = company.Department });
        await ShowAsync(company.Executive, new { unitId = company.Department, includeSubunits = true }, 2, 1, 0);
        await ShowAsync(company.Executive, new { overdue = false }, 2, 1, 0);
        await ShowAsync(company.Executive, new { responsibleId = company.Member.PersonId });
        await ShowAsync(company.Stranger, null);
        await ShowAsync(company.Colleague, null, 2, 1, 0);
        var first = await PageAsync(null);
        first.ShouldSatisfyAllConditions(p => p.Number("totalCount").ShouldBe(3), p => p.Strings("nodes.*.id").ShouldBe([ids[2], ids[1]]));
        (await PageAsync(first.Text("pageInfo.endCursor"))).Strings("nodes.*.id").ShouldBe([ids[0]]);

        async Task ShowAsync(Api who, object? filter, params int[] expected) => (await FollowingTests.ListAsync(who, line.Cycle, filter)).ShouldBe(expected.Select(i => ids[i]));

        async Task<JsonElement> PageAsync(string? after) => (await company.Executive.ReadAsync(
            "query($c: ID!, $a: String) { improvementCases(cycleId: $c, first: 2, after: $a) { totalCount nodes { id } pageInfo { endCursor } } }", new { c = line.Cycle, a = after })).GetProperty("improvementCases");
    }

    [Theory, OnEachDatabase]
    public async Task However_many_cases_are_read_the_statements_are_the_same(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (one, many) = (await company.LineAsync(), await company.LineAsync());
        await one.DoneAsync();
        await many.DoneAsync();
        foreach (var description in (string[])["一", "二", "三"])
            await company.Colleague.OpenCaseAsync((await company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = many.Colleagues, kind = "DIFFICULTY", description }, "deviation { id }")).Id());
        await company.FollowedAsync(many.Cycle);
        (await CountAsync(many.Cycle, 4)).ShouldBe(await CountAsync(one.Cycle, 1));

        async Task<int> CountAsync(string cycle, int cases)
        {
            var (data, sql) = await company.TeamLeader.RecordAsync(
                $"query($c: ID!) {{ improvementCases(cycleId: $c) {{ nodes {{ {Improving.Whole} deviation {{ improvementCase {{ id }} viewerMayImprove lessons {{ text improvementCase {{ id }} }} }} }} }} }}", new { c = cycle });
            data.At("improvementCases.nodes").GetArrayLength().ShouldBe(cases);
            data.At("improvementCases.nodes.0.deviation.lessons").GetArrayLength().ShouldBeLessThanOrEqualTo(5);
            return sql.Count;
        }
    }

    private static async Task LearnAsync(Company company, string objective)
    {
        var title = (await company.Member.ObjectiveAsync(objective, "title")).Text("title");
        var id = (await company.Member.OpenCaseAsync(await RaiseAsync(company, objective, "复购"))).Id();
        await company.Member.ConfirmAsync(id, await company.Member.CauseAsync(id, "没有回访"));
        var weighed = await company.Member.WeighAsync(id, ("效果", "100"));
        await company.Member.ProposeAsync(weighed, "回访", 8);
        await company.TeamLeader.DecideAsync(company.Decision(await company.Member.ProposeAsync(weighed, "短信", 5), company.Day(5)));
        await company.Colleague.FileAsync(id, 100);
        await company.DepartmentLeader.VerifyAsync(id, new { accept = true, reason = "已见效", lessons = $"学到 {title}" });
    }

    private static async Task<string> RaiseAsync(Company company, string objective, string description)
        => (await company.Member.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description }, "deviation { id }")).Id();

    private static async Task<IReadOnlyList<JsonElement>> LessonsAsync(Api who, string deviation, int first = 50) => [.. (await who.ReadAsync(
        "query($id: ID!, $n: Int!) { node(id: $id) { ... on Deviation { lessons(first: $n) { text sameMeasure likeness closedAt improvementCase { id } } } } }", new { id = deviation, n = first })).At("node.lessons").EnumerateArray()];
}
