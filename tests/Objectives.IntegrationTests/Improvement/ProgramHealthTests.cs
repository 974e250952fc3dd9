using System.Text.Json;
using Objectives.IntegrationTests.Development;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.PerformanceLinkage;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>The eight causes of failure, each measured (S5.7). Each test has a cycle of its own in a company where nobody else answers or recognises; where days pass, a company of its own.</summary>
public sealed class ProgramHealthTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private static readonly DateTimeOffset March = new(2026, 3, 10, 4, 0, 0, TimeSpan.Zero);

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.1")]
    public async Task Executives_who_do_not_read_what_is_shared_nor_follow_up_are_absent(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var absent = await company.Hr.IndicatorAsync("EXECUTIVES_ABSENT", cycle);
        (absent.State, absent.Value, absent.Json.Text("threshold")).ShouldBe(("AMBER", "50", "75"));
        absent.Formula.ShouldContain("4 of 8");
        absent.Kinds.ShouldBe(["Briefing"]);
        var briefings = absent.Records;
        briefings.Count.ShouldBe(4);
        (await company.Hr.InChinese.IndicatorAsync("EXECUTIVES_ABSENT", cycle)).ShouldSatisfyAllConditions(i => i.Formula.ShouldContain("4/8"), i => Languages.IsChinese(i.Json.Text("remedy")!).ShouldBeTrue());
        foreach (var briefing in briefings)
            await company.SecondExecutive.ChangeAsync("acknowledgeBriefing", new { briefingId = briefing }, "briefing { id }");
        (await company.Hr.IndicatorAsync("EXECUTIVES_ABSENT", cycle)).ShouldSatisfyAllConditions(i => i.State.ShouldBe("GREEN"), i => i.Value.ShouldBe("100"), i => i.Records.ShouldBeEmpty());

        var objective = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "TEAM", OwnerId = company.DivisionLeader.PersonId, UnitId = company.Division, MeasureId = await company.MeasureOfAsync("SUM") });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var reports = new List<string>();
        for (var month = 1; month <= 3; month++)
            reports.Add(await company.DivisionLeader.ReviewedAsync(objective, month));
        (await company.Hr.IndicatorAsync("EXECUTIVES_ABSENT", cycle)).Formula.ShouldContain("followed up not enough to say"); // There is still time.
        foreach (var report in reports)
            await company.BackdateAsync("monitoring.progress_reports", "at", report, March);
        var late = await company.Hr.IndicatorAsync("EXECUTIVES_ABSENT", cycle);
        (late.State, late.Value, late.Trend[^1]).ShouldBe(("RED", "0", "0"));
        late.Records.Order().ShouldBe(reports.Order());
        foreach (var report in reports)
            await company.Executive.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { id }");
        (await company.Hr.IndicatorAsync("EXECUTIVES_ABSENT", cycle)).Value.ShouldBe("100");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.2")]
    public async Task Who_commits_before_he_is_found_ready_was_not_trained_beforehand(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var people = new[] { (company.Member, company.TeamLeader, company.Team), (company.Colleague, company.TeamLeader, company.Team), (company.Stranger, company.OtherTeamLeader, company.OtherTeam) };
        await AssessAsync(company.Member, company.TeamLeader);
        foreach (var (who, leader, unit) in people)
        {
            var objective = await leader.DraftAsync(company.PersonalDraft(cycle) with { OwnerId = who.PersonId, UnitId = unit });
            await leader.AgreeAsync(who, objective);
            await who.SignAsync(objective);
        }
        var untrained = await company.Hr.IndicatorAsync("NO_TRAINING_BEFOREHAND", cycle);
        (untrained.State, untrained.Value, untrained.Json.Text("threshold")).ShouldBe(("RED", "33.3", "90"));
        untrained.Records.Order().ShouldBe(new[] { company.Colleague.PersonId, company.Stranger.PersonId }.Order());
        await AssessAsync(company.Colleague, company.TeamLeader); // Too late.
        (await company.Hr.IndicatorAsync("NO_TRAINING_BEFOREHAND", cycle)).Value.ShouldBe("33.3");
        (await company.Hr.IndicatorAsync("NO_TRAINING_BEFOREHAND", cycle, company.Team)).State.ShouldBe("UNKNOWN"); // Two say nothing.

        var competency = await company.CompetencyAsync();
        for (var i = 0; i < 3; i++)
        {
            await company.Member.ChangeAsync("saveDevelopmentItem", new { personId = company.Member.PersonId, cycleId = cycle, kind = "ON_THE_JOB", title = $"轮岗 {i}", competencyId = competency, targetLevel = 1, due = company.Day(1) }, Learning.Plan);
        }
        (await company.Hr.IndicatorAsync("NO_TRAINING_BEFOREHAND", cycle)).Value.ShouldBe("33.3"); // Not due yet.
        await company.Program.ExecuteSqlAsync("UPDATE {development.plan_items} SET due = {0} WHERE title LIKE '轮岗 _'", new DateOnly(2026, 5, 1));
        (await company.Hr.IndicatorAsync("NO_TRAINING_BEFOREHAND", cycle)).ShouldSatisfyAllConditions(i => i.Value.ShouldBe("0"), i => i.Json.Text("evidence.0.__typename").ShouldBe("DevelopmentItem"), i => i.Trend[4].ShouldBe("0"));

        static Task AssessAsync(Api who, Api leader) => leader.ChangeAsync("assessReadiness", new { personId = who.PersonId, managementKnowledge = 4, selfManagement = 4, evidence = "面谈" }, "person { id }");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.3")]
    public async Task Targets_that_had_to_be_revised_were_mischosen_from_the_month_of_the_decision_on(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        await company.CommittedAsync(line.Top, line.Team, line.Others, line.Mine, line.Colleagues);
        (await company.Hr.IndicatorAsync("TARGETS_MISCHOSEN", line.Cycle)).ShouldSatisfyAllConditions(i => i.State.ShouldBe("GREEN"), i => i.Value.ShouldBe("100"));
        foreach (var objective in new[] { line.Top, line.Team, line.Others, line.Mine, line.Colleagues })
            await company.BackdateAsync("planning.objectives", "drafted_at", objective, March);
        var deviation = (await company.TeamLeader.ChangeAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description = "停业", externalCause = true }, "deviation { id }")).Id();
        await company.TeamLeader.RouteAsync(deviation, "TARGET_REVISION", new { externalCause = true });
        var revision = (await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(deviation), "targetRevision { id }")).Id();
        (await company.Hr.IndicatorAsync("TARGETS_MISCHOSEN", line.Cycle)).Value.ShouldBe("100");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision, approve = true, reason = "属实" }, "targetRevision { id }");
        var revised = await company.Hr.IndicatorAsync("TARGETS_MISCHOSEN", line.Cycle);
        (revised.State, revised.Value).ShouldBe(("AMBER", "80"));
        revised.Records.ShouldBe([revision]);
        (revised.Months[0], revised.Trend[0], revised.Trend[^2], revised.Trend[^1]).ShouldBe(("2026-03", "100", "100", "80"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.3")]
    public async Task Targets_found_too_low_or_too_high_were_mischosen(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        await company.CommittedAsync(line.Top, line.Team, line.Others, line.Mine, line.Colleagues);
        var finding = Guid.NewGuid();
        Objectives.Platform.GraphQl.GlobalId.TryDecode(line.Mine, out _, out var mine).ShouldBeTrue();
        Objectives.Platform.GraphQl.GlobalId.TryDecode(line.Cycle, out _, out var cycle).ShouldBeTrue();
        await company.Program.ExecuteSqlAsync(
            "INSERT INTO {planning.findings} (id, objective_id, cycle_id, kind, severity, rank, related, repairable, waived) VALUES ({0}, {1}, {2}, 'TargetTooHigh', 'Warning', 1, {3}, {4}, {4})", finding, mine, cycle, Related(database), false);
        (await company.Hr.IndicatorAsync("TARGETS_MISCHOSEN", line.Cycle)).ShouldSatisfyAllConditions(i => i.Value.ShouldBe("80"), i => i.Records.ShouldBe([line.Mine]));
        await company.Program.ExecuteSqlAsync("UPDATE {planning.findings} SET waived = {0} WHERE id = {1}", true, finding);
        (await company.Hr.IndicatorAsync("TARGETS_MISCHOSEN", line.Cycle)).Value.ShouldBe("100");

        static object Related(DatabaseKind kind) => kind == DatabaseKind.PostgreSql ? Array.Empty<Guid>() : "[]";
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.4")]
    public async Task Objectives_without_plan_figures_or_review_are_slogans(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        await company.CommittedAsync(line.Top, line.Team, line.Others, line.Mine, line.Colleagues);
        foreach (var objective in new[] { line.Top, line.Team, line.Others, line.Mine, line.Colleagues })
            await company.BackdateAsync("planning.objectives", "drafted_at", objective, March);
        await company.FollowedAsync(line.Cycle);
        var empty = await company.Hr.IndicatorAsync("SLOGANS", line.Cycle);
        (empty.State, empty.Value).ShouldBe(("RED", "0"));
        empty.Formula.ShouldContain("objectives with a plan 40 % (2 of 5)"); // The company's and the team's are carried out by those below.
        empty.Formula.ShouldContain("with a figure of the month 0 % (0 of 5)");
        empty.Kinds.ShouldBe(["Objective"]);
        foreach (var (objective, who) in new[] { (line.Others, company.OtherTeamLeader), (line.Mine, company.Member), (line.Colleagues, company.Colleague) })
            await who.AddWorkItemAsync(objective, "走访", who.PersonId);
        await company.Executive.ReportAsync(line.Others, 3, [.. Enumerable.Repeat(90m, 8)]);
        await company.Member.ReportAsync(line.Mine, 3, [.. Enumerable.Repeat(5m, 8)]);
        await company.FollowedAsync(line.Cycle);
        var most = await company.Hr.IndicatorAsync("SLOGANS", line.Cycle);
        most.Formula.ShouldContain("objectives with a plan 100 % (5 of 5)");
        most.Formula.ShouldContain("with a figure of the month 80 % (4 of 5)");
        (most.State, most.Value, most.Records.ShouldHaveSingleItem()).ShouldBe(("GREEN", "80", line.Colleagues));
        (most.Months[0], most.Trend[0], most.Trend[^1]).ShouldBe(("2026-03", "40", "80")); // The work was planned in November.
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.4")]
    public async Task Control_points_missed_are_no_review(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, objective) = await company.ControlledAsync();
        await company.CommittedAsync(objective);
        await program.PassAsync(8);
        var missed = await company.Hr.IndicatorAsync("SLOGANS", cycle);
        missed.Formula.ShouldContain("control points reviewed");
        missed.Json.GetProperty("evidence").EnumerateArray().ShouldContain(e => e.Text("__typename") == "ControlPoint");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.4")]
    [Trait("Clause", "S5.7.5")]
    public async Task What_people_answer_counts_once_five_have_answered(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        await company.MoveCycleAsync(cycle, "EXECUTION");
        foreach (var who in new[] { company.Member, company.Colleague, company.TeamLeader, company.DepartmentLeader })
            await AnswerAsync(who);
        (await company.Hr.IndicatorAsync("LEADER_MEMBER_DISCORD", cycle)).State.ShouldBe("UNKNOWN");
        await AnswerAsync(company.Stranger);
        var told = (await company.Hr.HealthAsync(cycle)).GetProperty("indicators").EnumerateArray().ToDictionary(i => i.Text("cause")!, i => (State: i.Text("state"), Value: i.Text("value"), Formula: i.Text("formula")!));
        (told["SLOGANS"].State, told["SLOGANS"].Value).ShouldBe(("RED", "0"));
        (told["LEADER_MEMBER_DISCORD"].State, told["LEADER_MEMBER_DISCORD"].Value).ShouldBe(("AMBER", "50"));
        (told["IMPRESSION_APPRAISAL"].State, told["IMPRESSION_APPRAISAL"].Value).ShouldBe(("GREEN", "75"));
        told["EXECUTIVES_ABSENT"].Formula.ShouldContain("survey: executives support it 25 % (mean 2 of 5)");
        told["NO_ENCOURAGEMENT"].Formula.ShouldContain("survey: encouraged 100 % (mean 5 of 5)");
        told["PAPERWORK"].Formula.ShouldContain("the survey finds it bearable at 5 of 5");
        (await company.DepartmentLeader.IndicatorAsync("LEADER_MEMBER_DISCORD", cycle, company.Department)).State.ShouldBe("UNKNOWN"); // Four of it, and one beside them.

        Task AnswerAsync(Api who) => who.ChangeAsync("answerPulse", new { cycleId = cycle, attainable = 1, executiveSupport = 2, trustInLeader = 3, fairness = 4, encouragement = 5, paperwork = 5 }, "accepted");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.5")]
    public async Task Long_negotiations_and_disputes_show_that_leader_and_member_do_not_get_on(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var objectives = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            objectives.Add(await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { Title = $"协商 {i}" }));
            await company.TeamLeader.NegotiateAsync(objectives[i], "SHARED_CONTEXT");
            await company.TeamLeader.NegotiateAsync(objectives[i], "PROPOSAL", "120");
        }
        (await company.Hr.IndicatorAsync("LEADER_MEMBER_DISCORD", cycle)).Value.ShouldBe("100");
        foreach (var (who, target) in new[] { (company.Member, "80"), (company.TeamLeader, "118"), (company.Member, "82"), (company.TeamLeader, "116") })
            await who.NegotiateAsync(objectives[1], "COUNTER_PROPOSAL", target);
        var long1 = await company.Hr.IndicatorAsync("LEADER_MEMBER_DISCORD", cycle);
        (long1.State, long1.Value).ShouldBe(("AMBER", "66.7"));
        long1.Records.ShouldBe([objectives[1]]);
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.6")]
    public async Task Objectives_off_the_scorecards_and_figures_without_evidence_make_appraisal_an_impression(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company);
        (await company.Hr.IndicatorAsync("IMPRESSION_APPRAISAL", card.Cycle)).ShouldSatisfyAllConditions(i => i.State.ShouldBe("GREEN"), i => i.Value.ShouldBe("100"), i => i.Formula.ShouldContain("3 of 3"));
        var beside = await company.TeamLeader.DraftAsync(company.PersonalDraft(card.Cycle) with { Title = "未列入", MeasureId = await company.MeasureOfAsync("SUM") });
        await company.CommittedAsync(beside);
        (await company.Hr.IndicatorAsync("IMPRESSION_APPRAISAL", card.Cycle)).ShouldSatisfyAllConditions(i => i.Value.ShouldBe("75"), i => i.Records.ShouldBe([beside]));
        await company.Member.ReportAsync(card.Objectives[0], 1, 10, 10, 10, 10);
        var bare = await company.Hr.IndicatorAsync("IMPRESSION_APPRAISAL", card.Cycle);
        (bare.State, bare.Value, bare.Json.Text("evidence.0.__typename")).ShouldBe(("RED", "0", "Actual"));
        await company.Member.ChangeAsync(
            "recordActuals", new { actuals = Enumerable.Range(5, 4).Select(m => new { objectiveId = card.Objectives[0], period = $"2026-{m:D2}", value = "10", note = "见台账", evidenceUrl = "https://bi.example.com/1" }) }, "actuals { id }");
        (await company.Hr.IndicatorAsync("IMPRESSION_APPRAISAL", card.Cycle)).Value.ShouldBe("50");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.7")]
    public async Task Whom_nobody_has_recognised_for_three_months_is_not_encouraged(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var none = await company.Hr.IndicatorAsync("NO_ENCOURAGEMENT", cycle, company.Division);
        (none.State, none.Value, none.Months[0]).ShouldBe(("RED", "0", "2026-03"));
        none.Kinds.ShouldBe(["Person"]);
        var given = new List<string>();
        foreach (var to in new[] { company.Member, company.Colleague, company.TeamLeader, company.DepartmentLeader })
            given.Add((await company.DivisionLeader.ChangeAsync("recognise", new { toId = to.PersonId, kind = "PRAISE", text = "主动支援" }, "recognition { id }")).Id());
        var some = await company.Hr.IndicatorAsync("NO_ENCOURAGEMENT", cycle, company.Division);
        (some.State, some.Value, some.Records.Count, some.Trend[^2]).ShouldBe(("AMBER", "50", 4, "0")); // Of eight.
        some.Records.ShouldNotContain(company.Member.PersonId);
        foreach (var id in given)
            await company.BackdateAsync("performance.recognitions", "at", id, March);
        var longAgo = await company.Hr.IndicatorAsync("NO_ENCOURAGEMENT", cycle, company.Division);
        (longAgo.Value, longAgo.Trend[0], longAgo.Trend[2], longAgo.Trend[3], longAgo.Records.Count).ShouldBe(("0", "50", "50", "0", 8));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.7.8")]
    public async Task Reports_and_fields_per_person_and_month_are_paperwork(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, objective) = await company.ControlledAsync();
        (await company.Hr.IndicatorAsync("PAPERWORK", cycle, company.Team)).State.ShouldBe("UNKNOWN"); // November is not over.
        var point = await company.Member.PointAsync(objective, 3);
        var report = (await company.Member.ChangeAsync("reportProgress", new { controlPointId = point, selfReview = "按计划", confidence = 4, minutesSpent = 300 }, "progressReport { id }")).Id();
        await company.BackdateAsync("monitoring.progress_reports", "at", report, March);
        await company.BackdateAsync("platform.changes", "at", report, March);
        var march = await company.Hr.IndicatorAsync("PAPERWORK", cycle, company.Team);
        var fields = int.Parse(march.Formula.Split(" fields")[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        fields.ShouldBeInRange(6, 16);
        (march.State, march.Json.Text("threshold")).ShouldBe(("GREEN", "120"));
        decimal.Parse(march.Value!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Math.Round((300 + (fields * 0.5m)) / 3, 1, MidpointRounding.AwayFromZero)); // Of three people.
        march.Months.ShouldBe(["2026-03"]);
        march.Records.ShouldBe([report]);
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, paperworkMinutesPerMonth = 60 }, "cycle { id }");
        (await company.Hr.IndicatorAsync("PAPERWORK", cycle, company.Team)).State.ShouldBe("RED");
    }

    [Theory, OnEachDatabase]
    public async Task Leaders_see_their_units_health_and_of_its_records_what_they_may_see(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var health = await company.DivisionLeader.HealthAsync(cycle, company.Division);
        (health.Text("cycle.id"), health.Text("unit.id")).ShouldBe((cycle, company.Division));
        health.Strings("indicators.*.cause").ShouldBe(["EXECUTIVES_ABSENT", "NO_TRAINING_BEFOREHAND", "TARGETS_MISCHOSEN", "SLOGANS", "LEADER_MEMBER_DISCORD", "IMPRESSION_APPRAISAL", "NO_ENCOURAGEMENT", "PAPERWORK"]);
        foreach (var all in new[] { company.Executive, company.Hr, company.Auditor })
            (await all.HealthAsync(cycle)).Text("unit.id").ShouldBe(company.Root);
        foreach (var (who, unit) in new[] { (company.Member, company.Team), (company.TeamLeader, company.OtherTeam), (company.DivisionLeader, company.Root), (company.Administrator, company.Root) })
            (await who.AskAsync("query($c: ID!, $u: ID) { programHealth(cycleId: $c, unitId: $u) { score } }", new { c = cycle, u = unit })).ErrorCode.ShouldBe("NOT_FOUND");
        foreach (var (c, u) in new[] { (company.Team, company.Team), (cycle, cycle) })
        {
            (await company.Hr.AskAsync("query($c: ID!, $u: ID) { programHealth(cycleId: $c, unitId: $u) { score } }", new { c, u })).ErrorCode.ShouldBe("NOT_FOUND");
            (await company.Hr.AskAsync("query($c: ID!, $u: ID) { leadership(cycleId: $c, unitId: $u) { authorityGranted } }", new { c, u })).ErrorCode.ShouldBe("NOT_FOUND");
        }
        (await company.Hr.HealthAsync(cycle, null, "indicators { evidence(first: 1) { id } }")).GetProperty("indicators").EnumerateArray().ShouldAllBe(i => i.GetProperty("evidence").GetArrayLength() <= 1);
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_grow_with_people_objectives_and_months(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        await company.CommittedAsync(line.Top, line.Team, line.Others);
        await company.FollowedAsync(line.Cycle);
        var before = await CountAsync();
        await company.CommittedAsync(line.Mine, line.Colleagues);
        await company.BackdateAsync("planning.objectives", "drafted_at", line.Mine, March);
        for (var i = 0; i < 5; i++)
            await company.CommittedAsync(await company.Executive.DraftAsync(company.PersonalDraft(line.Cycle) with { Title = $"更多 {i}" }));
        await company.Member.ReportAsync(line.Mine, 2, 5, 5, 5, 5);
        await company.FollowedAsync(line.Cycle);
        (await CountAsync()).ShouldBe(before);

        async Task<(int Health, int Leadership)> CountAsync() => (
            (await company.Hr.RecordAsync("query($c: ID!) { programHealth(cycleId: $c) { score indicators { value formula trend { period value } } } }", new { c = line.Cycle })).Sql.Count,
            (await company.Hr.RecordAsync("query($c: ID!) { leadership(cycleId: $c) { authorityGranted unaskedReports } }", new { c = line.Cycle })).Sql.Count);
    }
}
