using System.Globalization;
using System.Text.Json;
using Objectives.IntegrationTests.Development;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.PerformanceLinkage;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>Reports of what other modules know: coverage, appraisals, training.</summary>
public sealed class ReportTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Coverage = "query($c: ID!, $u: ID, $d: LocalDate, $n: Int, $a: String) { reporting { coverage(cycleId: $c, unitId: $u, asOf: $d, first: $n, after: $a) { totalCount pageInfo { hasNextPage endCursor } "
        + "nodes { objective { id title target } target covered shortfall children } } } }";

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.1")]
    public async Task Coverage_tells_what_those_below_make_up_of_each_target(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync("45.5");
        (string?, string, string, string, int)[] all = [(line.Top, "1200", "1200", "0", 2), (line.Team, "120", "105.5", "14.5", 2)];
        Told(await CoverageAsync(line.Company.Executive, line.Cycle)).ShouldBe(all);
        Told(await CoverageAsync(line.Company.Stranger, line.Cycle)).ShouldBe(all, "what the children come to he may know: he reads the whole");
        Told(await CoverageAsync(line.Company.Executive, line.Cycle, unit: line.Company.Department)).ShouldBe([all[1]]);
        Told(await CoverageAsync(line.Company.Executive, line.Cycle, unit: line.Company.OtherTeam)).ShouldBeEmpty();
        var first = await CoverageAsync(line.Company.Executive, line.Cycle, first: 1);
        (first.Number("totalCount"), first.At("pageInfo.hasNextPage").GetBoolean()).ShouldBe((2, true));
        Told(await CoverageAsync(line.Company.Executive, line.Cycle, first: 1, after: first.Text("pageInfo.endCursor"))).ShouldBe([all[1]]);

        await line.Company.Executive.DraftAsync(line.Company.Draft(line.Cycle, line.Mine) with { Level = "PERSONAL", Title = "甲之一", OwnerId = line.Company.Member.PersonId, MeasureId = line.Company.Revenue, Contribution = "相关", Target = "5" });
        ObjectivesOf(await CoverageAsync(line.Company.Executive, line.Cycle)).ShouldContain(line.Mine);
        ObjectivesOf(await CoverageAsync(line.Company.Stranger, line.Cycle)).ShouldNotContain(line.Mine, "a person's objective that he may not read");
        var stock = await line.Company.Executive.DraftAsync(line.Company.Draft(line.Cycle) with { Title = "库存", MeasureId = line.Company.StockDays, LowerBound = "1", Target = "30" });
        await line.Company.Executive.DraftAsync(line.Company.Draft(line.Cycle, stock) with { Title = "无关", MeasureId = line.Company.Revenue, Contribution = "相关" });
        Told(await CoverageAsync(line.Company.Executive, line.Cycle)).ShouldContain((stock, "30", "0", "30", 0));
        (await line.Company.Executive.AskAsync(Coverage, new { c = GlobalId.Encode("Cycle", Guid.NewGuid()) })).ErrorCode.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.1")]
    public async Task Coverage_of_a_past_day_is_told_of_the_targets_of_then_and_takes_the_same_statements_for_many(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var then = program.BusinessClock.GetUtcNow();
        program.BusinessClock.MoveTo(then.AddDays(3)).ShouldBeTrue();
        await line.EditAsync(line.Mine, new { target = "20" });
        Told(await CoverageAsync(line.Company.Executive, line.Cycle)).ShouldContain((line.Team, "120", "80", "40", 2));
        Told(await CoverageAsync(line.Company.Executive, line.Cycle, day: then.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ShouldContain((line.Team, "120", "120", "0", 2));
        Told(await CoverageAsync(line.Company.Executive, line.Cycle, day: then.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ShouldBeEmpty();
        var (_, few) = await line.Company.Executive.RecordAsync(Coverage, new { c = line.Cycle, n = 1 });
        var (_, many) = await line.Company.Executive.RecordAsync(Coverage, new { c = line.Cycle, n = 50 });
        many.Count.ShouldBe(few.Count, string.Join("\n\n", many));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task Appraisals_are_spread_over_their_grades_for_whoever_may_read_them(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["60", "30", "10"]);
        var company = card.Company;
        await card.ReachAsync(9, 10, 8);
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        await company.Member.ChangeAsync("selfAppraise", new { scorecardId = card.Id, review = "完成较好", score = "95" }, "scorecard { id }");
        var item = (await card.ReadAsync(company.TeamLeader)).Text("items.0.id");
        await company.TeamLeader.ChangeAsync("appraise", new { scorecardId = card.Id, review = "全年稳定", adjustments = new[] { new { itemId = item, points = "5", reason = "承担额外区域" } } }, "scorecard { id }");
        foreach (var who in (Api[])[company.Hr, company.Member])
            (await DistributionAsync(who, card.Cycle)).ShouldBeEmpty("nothing is calibrated");
        await company.Hr.ChangeAsync("calibrateAppraisal", new { scorecardId = card.Id, finalScore = "94.25", grade = "A", note = "部门内校准" }, "scorecard { id }");
        var share = (await card.ReadAsync(company.Hr)).Text("evidenceShare");
        share.ShouldNotBe("1");
        foreach (var who in (Api[])[company.Hr, company.Auditor, company.TeamLeader, company.DepartmentLeader, company.Executive, company.Member])
            (await DistributionAsync(who, card.Cycle)).ShouldHaveSingleItem().ShouldBe(("A", 1, "94.25", share));
        foreach (var who in (Api[])[company.Colleague, company.Stranger, company.OtherTeamLeader, company.Administrator])
            (await DistributionAsync(who, card.Cycle)).ShouldBeEmpty();
        (await DistributionAsync(company.Hr, card.Cycle, company.Department)).Count.ShouldBe(1);
        (await DistributionAsync(company.Hr, card.Cycle, company.OtherDepartment)).ShouldBeEmpty();
        (await company.Hr.ReadAsync("{ loggedReadings(first: 500) { nodes { subject { id } } } }")).Strings("loggedReadings.nodes.*.subject.id").ShouldContain(card.Id, "the auditor read it");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.4")]
    public async Task Courses_tell_what_objectives_reached_before_and_after_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        var course = await company.CourseAsync(competency, 1);
        await company.Hr.RequireAsync(line.Mine, (competency, 1));
        var due = company.Program.BusinessClock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var item = (await company.Member.ChangeAsync("saveDevelopmentItem", new { personId = member, cycleId = line.Cycle, kind = "COURSE", title = "课程", courseId = course, competencyId = competency, targetLevel = 1, due }, Learning.Plan)).Text("items.0.id")!;
        (await EffectsAsync(company.Hr, line.Cycle)).ShouldBeEmpty("nobody has passed");
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = item, passed = true, result = "已能独立" }, Learning.Plan);
        await company.Member.ReportAsync(line.Mine, 1, 5, 5, 5, 10, 10);
        await company.FollowedAsync(line.Cycle);
        (await EffectsAsync(company.Hr, line.Cycle)).ShouldBe([(course, 1, null, null)]);
        GlobalId.TryDecode(item, out _, out var key).ShouldBeTrue();
        await company.Program.ExecuteSqlAsync("UPDATE {development.plan_items} SET ended_at = {0} WHERE id = {1}", new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc), key);
        foreach (var who in (Api[])[company.Hr, company.Executive, company.Auditor, company.TeamLeader, company.Member])
            (await EffectsAsync(who, line.Cycle)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => (e.Course, e.People).ShouldBe((course, 1)), e => (e.After / e.Before).ShouldBe(2));
        foreach (var who in (Api[])[company.Colleague, company.Stranger, company.Administrator])
            (await EffectsAsync(who, line.Cycle)).ShouldBeEmpty();
    }

    private static IEnumerable<string?> ObjectivesOf(JsonElement coverage) => Told(coverage).Select(r => r.Objective);

    private static async Task<JsonElement> CoverageAsync(Api who, string cycle, string? unit = null, string? day = null, int? first = null, string? after = null)
        => (await who.ReadAsync(Coverage, new { c = cycle, u = unit, d = day, n = first ?? 100, a = after })).At("reporting.coverage");

    private static IReadOnlyList<(string? Objective, string Target, string Covered, string Shortfall, int Children)> Told(JsonElement coverage)
        => [.. coverage.At("nodes").EnumerateArray().Select(r => (r.Text("objective.id"), r.Text("target")!, r.Text("covered")!, r.Text("shortfall")!, r.Number("children")))];

    private static async Task<IReadOnlyList<(string? Grade, int People, string? Score, string? Share)>> DistributionAsync(Api who, string cycle, string? unit = null)
        => [.. (await who.ReadAsync("query($c: ID!, $u: ID) { reporting { appraisalDistribution(cycleId: $c, unitId: $u) { grade people meanScore meanEvidenceShare } } }", new { c = cycle, u = unit }))
            .At("reporting.appraisalDistribution").EnumerateArray().Select(r => (r.Text("grade"), r.Number("people"), r.Text("meanScore"), r.Text("meanEvidenceShare")))];

    private static async Task<IReadOnlyList<(string? Course, int People, decimal? Before, decimal? After)>> EffectsAsync(Api who, string cycle)
        => [.. (await who.ReadAsync("query($c: ID!) { reporting { trainingEffect(cycleId: $c) { course { id } people attainmentBefore attainmentAfter } } }", new { c = cycle }))
            .At("reporting.trainingEffect").EnumerateArray().Select(r => (r.Text("course.id"), r.Number("people"), Decimal(r, "attainmentBefore"), Decimal(r, "attainmentAfter")))];

    private static decimal? Decimal(JsonElement of, string field) => of.Text(field) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
