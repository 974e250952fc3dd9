using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class FindingTests(Installations installations)
{
    private const string Whole = "kind severity repairable magnitude message proposal objective { id } related { id } waiver { reason by { employeeNumber } }";

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.1")]
    public async Task Those_below_that_fall_short_of_a_target_are_found_with_the_amount(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root, Target = "1000" });
        (await KindsAsync(company, parent)).ShouldNotContain("COVERAGE_SHORTFALL");
        var a = await company.Executive.DraftAsync(company.Draft(cycle, parent) with { Target = "600" });
        var b = await company.Executive.DraftAsync(company.Draft(cycle, parent) with { Target = "250.5", OwnerId = company.OtherTeamLeader.PersonId, UnitId = company.OtherTeam });
        var shortfall = await FindingAsync(company, parent, "COVERAGE_SHORTFALL");
        (shortfall.Text("magnitude"), shortfall.Text("severity"), shortfall.At("repairable").GetBoolean()).ShouldBe(("149.5", "BLOCKING", true));
        shortfall.Strings("related.*.id").ShouldBe([a, b], ignoreOrder: true);
        shortfall.Text("message")!.ShouldContain("850.5 of 1,000");
        (await company.Executive.InChinese.ObjectiveAsync(parent, "findings { kind message }")).At("findings").EnumerateArray().Single(f => f.Text("kind") == "COVERAGE_SHORTFALL").Text("message")!.ShouldContain("差 149.5 万元");

        await company.Executive.ChangeAsync("editObjective", new { id = b, target = "400" }, "objective { id }");
        (await KindsAsync(company, parent)).ShouldNotContain("COVERAGE_SHORTFALL");
        await company.Executive.ChangeAsync("withdrawObjective", new { id = b, reason = "不再需要" }, "objective { id }");
        (await FindingAsync(company, parent, "COVERAGE_SHORTFALL")).Text("magnitude").ShouldBe("400");
        await company.Executive.ChangeAsync("moveObjective", new { id = a, newParentId = (string?)null }, "objective { id }");
        (await KindsAsync(company, parent)).ShouldNotContain("COVERAGE_SHORTFALL");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task A_shortfall_is_shared_among_those_below_by_one_click(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root, Target = "100" });
        var a = await company.Executive.DraftAsync(company.Draft(cycle, parent) with { Target = "40" });
        var b = await company.Executive.DraftAsync(company.Draft(cycle, parent) with { Target = "20", OwnerId = company.OtherTeamLeader.PersonId, UnitId = company.OtherTeam });
        var finding = await IdOfAsync(company, parent, "COVERAGE_SHORTFALL");
        (await company.Member.MutateAsync("repairFinding", new { findingId = finding }, "finding { id }")).ErrorCode.ShouldBe("FORBIDDEN");
        await company.Executive.ChangeAsync("repairFinding", new { findingId = finding }, "finding { id }");
        (await company.Executive.ObjectiveAsync(a, "target")).Text("target").ShouldBe("66.67");
        (await company.Executive.ObjectiveAsync(b, "target")).Text("target").ShouldBe("33.33");
        (await KindsAsync(company, parent)).ShouldNotContain("COVERAGE_SHORTFALL");
        (await company.Executive.RefusedAsync("repairFinding", new { findingId = finding })).Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.4")]
    public async Task Who_says_the_same_in_the_same_scope_is_a_duplicate_and_merged_by_one_click(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var draft = company.Draft(cycle) with { Level = "REGION", RegionId = company.Region };
        var first = await company.TeamLeader.DraftAsync(draft);
        var second = await company.Executive.DraftAsync(draft with { Title = "别的说法", OwnerId = company.OtherTeamLeader.PersonId, UnitId = company.OtherTeam });
        var elsewhere = await company.Executive.DraftAsync(draft with { RegionId = company.OtherRegion });
        var milestones = draft with { Title = "提升客户满意度", MeasureId = company.Milestone, Target = "100" };
        var third = await company.TeamLeader.DraftAsync(milestones);
        var alike = await company.TeamLeader.DraftAsync(milestones with { Title = "提升客户满意率", MeasureId = company.StockDays, Target = "40" });
        var below = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, alike));

        (await KindsAsync(company, first)).ShouldNotContain("DUPLICATE_HORIZONTAL");
        (await KindsAsync(company, elsewhere)).ShouldNotContain("DUPLICATE_HORIZONTAL");
        var same = await FindingAsync(company, second, "DUPLICATE_HORIZONTAL");
        (same.Text("magnitude"), same.Strings("related.*.id")[0]).ShouldBe(("1", first));
        var near = await FindingAsync(company, alike, "DUPLICATE_HORIZONTAL");
        (near.Text("magnitude"), near.Strings("related.*.id")[0]).ShouldBe(("0.8333", third));

        await company.TeamLeader.ChangeAsync("repairFinding", new { findingId = await IdOfAsync(company, alike, "DUPLICATE_HORIZONTAL") }, "finding { id }");
        (await company.TeamLeader.ObjectiveAsync(alike, "status findings { kind }")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("WITHDRAWN"), o => o.At("findings").GetArrayLength().ShouldBe(0));
        (await company.TeamLeader.ObjectiveAsync(below, "parent { id }")).Text("parent.id").ShouldBe(third);
        await company.TeamLeader.ChangeAsync("editObjective", new { id = first, measureId = company.StockDays, target = "40" }, "objective { id }");
        (await KindsAsync(company, second)).ShouldNotContain("DUPLICATE_HORIZONTAL");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.4")]
    public async Task An_objective_that_repeats_its_parent_is_a_duplicate_too(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var child = await company.TeamLeader.DraftAsync(company.Draft(cycle, parent) with { Title = "别的说法" });
        var personal = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, parent));
        (await FindingAsync(company, child, "DUPLICATE_VERTICAL")).Strings("related.*.id").ShouldBe([parent]);
        (await KindsAsync(company, child)).ShouldNotContain("DUPLICATE_HORIZONTAL");
        (await KindsAsync(company, personal)).ShouldNotContain("DUPLICATE_VERTICAL");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.5")]
    public async Task Gaps_are_what_nobody_carries_out_and_what_is_detached_from_above(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        (await KindsAsync(company, parent)).ShouldContain("GAP_NOT_EXECUTED");
        var child = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, parent) with { MeasureId = company.StockDays, Target = "40" });
        (await KindsAsync(company, parent)).ShouldNotContain("GAP_NOT_EXECUTED");
        (await KindsAsync(company, child)).ShouldSatisfyAllConditions(k => k.ShouldContain("GAP_DETACHED"), k => k.ShouldContain("UNIT_MISMATCH"));
        await company.TeamLeader.ChangeAsync("editObjective", new { id = child, contribution = "减少缺件,多接订单" }, "objective { id }");
        (await KindsAsync(company, child)).ShouldNotContain("GAP_DETACHED");
        (await FindingAsync(company, child, "UNIT_MISMATCH")).Text("severity").ShouldBe("INFO");
        await company.TeamLeader.ChangeAsync("editObjective", new { id = child, measureId = company.Revenue, target = "10", contribution = (string?)null }, "objective { id }");
        (await KindsAsync(company, child)).ShouldNotContain("UNIT_MISMATCH");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.3")]
    public async Task What_serves_no_responsibility_is_found_and_linked_by_one_click(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var bare = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        (await FindingAsync(company, bare, "NO_RESPONSIBILITY")).At("repairable").GetBoolean().ShouldBeFalse();
        var position = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Level = "POSITION", PositionId = company.Position, Title = "上门维修及时" });
        await company.TeamLeader.ChangeAsync("repairFinding", new { findingId = await IdOfAsync(company, position, "NO_RESPONSIBILITY") }, "finding { id }");
        (await company.TeamLeader.ObjectiveAsync(position, "responsibility { id } findings { kind }")).ShouldSatisfyAllConditions(
            o => o.Text("responsibility.id").ShouldBe(company.Responsibility), o => o.Strings("findings.*.kind").ShouldNotContain("NO_RESPONSIBILITY"));
        (await company.TeamLeader.RefusedAsync("repairFinding", new { findingId = await IdOfAsync(company, bare, "NO_RESPONSIBILITY") })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.4")]
    public async Task A_personal_objective_that_reaches_no_team_objective_is_found(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var chain = await company.TeamLeader.ChainAsync(company.PersonalDraft(cycle), 3);
        foreach (var id in chain)
            (await KindsAsync(company, id)).ShouldContain("NO_TEAM_OBJECTIVE");
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("moveObjective", new { id = chain[0], newParentId = team }, "objective { id }");
        foreach (var id in chain)
            (await KindsAsync(company, id)).ShouldNotContain("NO_TEAM_OBJECTIVE");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.3")]
    public async Task A_company_objective_hangs_on_the_strategy_of_its_year(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root });
        (await KindsAsync(company, id)).ShouldContain("NO_STRATEGY");
        var element = (await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "VISION", title = "愿景", from = 2028, until = 2030 }, "strategyElement { id }")).Id();
        await company.Executive.ChangeAsync("editObjective", new { id, strategyElementId = element }, "objective { id }");
        (await KindsAsync(company, id)).ShouldSatisfyAllConditions(k => k.ShouldNotContain("NO_STRATEGY"), k => k.ShouldContain("PERIOD_MISMATCH"));
        await company.Executive.ChangeAsync("saveStrategyElement", new { id = element, kind = "VISION", title = "愿景", from = 2026, until = 2030 }, "strategyElement { id }");
        (await KindsAsync(company, id)).ShouldNotContain("PERIOD_MISMATCH");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.3")]
    public async Task An_important_objective_without_a_project_is_found_until_it_has_a_milestone(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        (await KindsAsync(company, id)).ShouldNotContain("IMPORTANT_WITHOUT_PROJECT");
        await company.TeamLeader.ChangeAsync("editObjective", new { id, important = true }, "objective { id }");
        (await FindingAsync(company, id, "IMPORTANT_WITHOUT_PROJECT")).ShouldSatisfyAllConditions(f => f.Text("severity").ShouldBe("WARNING"), f => f.At("repairable").GetBoolean().ShouldBeFalse());
        await company.TeamLeader.AddWorkItemAsync(id, "走访", company.Member.PersonId);
        (await KindsAsync(company, id)).ShouldContain("IMPORTANT_WITHOUT_PROJECT");
        var milestone = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "评审", company.Member.PersonId));
        (await KindsAsync(company, id)).ShouldNotContain("IMPORTANT_WITHOUT_PROJECT");
        await company.TeamLeader.RemoveAsync(milestone);
        (await KindsAsync(company, id)).ShouldContain("IMPORTANT_WITHOUT_PROJECT");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.5")]
    public async Task What_nobody_below_carries_out_is_no_gap_when_it_has_a_work_plan_of_its_own(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        var item = await company.TeamLeader.AddWorkItemAsync(id, "走访", company.Member.PersonId);
        (await KindsAsync(company, id)).ShouldNotContain("GAP_NOT_EXECUTED");
        var milestone = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "评审", company.Member.PersonId));
        await company.TeamLeader.RemoveAsync(item);
        (await KindsAsync(company, id)).ShouldNotContain("GAP_NOT_EXECUTED");
        await company.TeamLeader.RemoveAsync(milestone);
        (await KindsAsync(company, id)).ShouldContain("GAP_NOT_EXECUTED");
        var second = await company.TeamLeader.AddWorkItemAsync(id, "回访", company.Member.PersonId);
        (await KindsAsync(company, id)).ShouldNotContain("GAP_NOT_EXECUTED");
        await company.TeamLeader.RemoveAsync(second);
        (await KindsAsync(company, id)).ShouldContain("GAP_NOT_EXECUTED");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.9")]
    public async Task A_target_that_is_not_phased_is_phased_evenly_by_one_click(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.TeamLeader.ChangeAsync("repairFinding", new { findingId = await IdOfAsync(company, id, "NOT_PHASED") }, "finding { id }");
        (await company.TeamLeader.ObjectiveAsync(id, "phasedBy findings { kind }")).ShouldSatisfyAllConditions(o => o.Text("phasedBy").ShouldBe("EVEN"), o => o.Strings("findings.*.kind").ShouldNotContain("NOT_PHASED"));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.1")]
    public async Task Parts_that_come_too_late_in_the_year_are_found_though_their_sum_is_enough(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var child = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, parent));
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id = parent, method = "EVEN" }, "objective { id }");
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id = child, method = "BY_HAND", values = new[] { new { period = "2027-Q1", value = "15" }, new { period = "2027-Q4", value = "45" } } }, "objective { id }");
        (await FindingAsync(company, parent, "PERIOD_MISMATCH")).Text("magnitude").ShouldBe("15");
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id = child, method = "EVEN" }, "objective { id }");
        (await KindsAsync(company, parent)).ShouldNotContain("PERIOD_MISMATCH");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task A_higher_leader_waives_with_a_reason_until_it_grows(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Target = "100" });
        var child = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, parent) with { Target = "90" });
        var findingId = await IdOfAsync(company, parent, "COVERAGE_SHORTFALL");
        foreach (var notHigher in (Api[])[company.TeamLeader, company.DepartmentLeader, company.Member])
            (await notHigher.MutateAsync("waiveFinding", new { findingId, reason = "可以接受" }, "finding { id }")).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.DivisionLeader.RefusedAsync("waiveFinding", new { findingId, reason = " " })).Field.ShouldBe("reason");
        var waived = await company.DivisionLeader.ChangeAsync("waiveFinding", new { findingId, reason = "新人上岗,允许缺口" }, $"finding {{ {Whole} }}");
        (waived.Text("waiver.reason"), waived.Text("waiver.by.employeeNumber")).ShouldBe(("新人上岗,允许缺口", "E0100"));
        async Task<int> OpenAsync() => (await company.Executive.ReadAsync("query($c: ID!) { findings(cycleId: $c, filter: { kinds: [COVERAGE_SHORTFALL], waived: false }) { totalCount } }", new { c = cycle })).Number("findings.totalCount");
        (await OpenAsync()).ShouldBe(0);

        await company.TeamLeader.ChangeAsync("editObjective", new { id = child, target = "95" }, "objective { id }");
        (await OpenAsync()).ShouldBe(0);
        await company.TeamLeader.ChangeAsync("editObjective", new { id = child, target = "80" }, "objective { id }");
        (await OpenAsync()).ShouldBe(1);
        (await FindingAsync(company, parent, "COVERAGE_SHORTFALL")).At("waiver").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task What_blocks_stops_commitment_until_it_is_mended_or_waived(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var personal = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, team));
        await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, personal) with { Target = "100" });
        await company.TeamLeader.AgreeAsync(company.Member, personal);
        var refused = await company.Member.NotSignedAsync(personal);
        refused.Code.ShouldBe("BLOCKED_BY_FINDING");
        refused.Message.ShouldContain("20");
        await company.DivisionLeader.ChangeAsync("waiveFinding", new { findingId = await IdOfAsync(company, personal, "COVERAGE_SHORTFALL"), reason = "可以" }, "finding { id }");
        await company.Member.SignAsync(personal);
        (await company.TeamLeader.SignAsync(personal)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.5")]
    public async Task What_only_one_side_has_touched_and_help_that_is_open_are_findings(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "130");
        (await KindsAsync(company, id)).ShouldContain("ONE_SIDED");
        var help = await company.Member.AskForHelpAsync(id, company.Colleague.PersonId);
        (await KindsAsync(company, id)).ShouldContain("SUPPORT_OPEN");
        await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "125");
        (await KindsAsync(company, id)).ShouldNotContain("ONE_SIDED");
        await company.Colleague.ChangeAsync("answerSupport", new { supportRequestId = help, status = "AGREED", answer = "可以" }, "supportRequest { id }");
        (await KindsAsync(company, id)).ShouldNotContain("SUPPORT_OPEN");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task A_cycles_findings_are_listed_the_worst_first_filtered_paged_and_only_to_those_who_may_read_their_objectives(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, team) with { Target = "1" });
        await company.OtherTeamLeader.DraftAsync(company.StrangersDraft(cycle));
        const string List = "query($c: ID!, $f: FindingFilter, $n: Int, $a: String) { findings(cycleId: $c, filter: $f, first: $n, after: $a) { totalCount nodes { kind severity objective { id title } } pageInfo { hasNextPage endCursor } } }";
        var all = (await company.Executive.ReadAsync(List, new { c = cycle, n = 100 })).GetProperty("findings");
        all.Text("nodes.0.kind").ShouldBe("COVERAGE_SHORTFALL");
        all.At("nodes").GetArrayLength().ShouldBe(all.Number("totalCount"));
        var (paged, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = (await company.Executive.ReadAsync(List, new { c = cycle, n = 2, a = after })).GetProperty("findings");
            paged.AddRange(page.Strings("nodes.*.kind"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        paged.ShouldBe(all.Strings("nodes.*.kind"));
        (await company.Member.ReadAsync(List, new { c = cycle, n = 100 })).Strings("findings.nodes.*.objective.title").ShouldNotContain("缩短上门时间");
        foreach (var (filter, count) in new (object, int)[]
        {
            (new { kinds = new[] { "COVERAGE_SHORTFALL" } }, 1), (new { severity = new[] { "BLOCKING" } }, 1), (new { ownerId = company.Stranger.PersonId }, all.At("nodes").EnumerateArray().Count(n => n.Text("objective.title") == "缩短上门时间")),
            (new { unitId = company.Department, includeSubunits = true, kinds = new[] { "NO_RESPONSIBILITY" } }, 2), (new { unitId = company.Department }, 0), (new { waived = true }, 0),
        })
        {
            (await company.Executive.ReadAsync(List, new { c = cycle, f = filter, n = 100 })).Number("findings.totalCount").ShouldBe(count, filter.ToString());
        }
        (await company.Executive.ReadAsync("query($c: ID!) { objectives(filter: { cycleId: $c, hasFindings: true }) { totalCount } }", new { c = cycle })).Number("objectives.totalCount").ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.11")]
    public async Task Asking_for_the_findings_of_many_objectives_takes_a_fixed_number_of_statements(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in (int[])[3, 12])
        {
            for (var i = 0; i < more; i++)
                await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, team) with { Target = "1" });
            var (_, sql) = await company.Executive.RecordAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 9) { nodes { findings { kind message related { code } } } } findings(cycleId: $c, first: 100) { nodes { message objective { code } } } }", new { c = cycle });
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.1")]
    public async Task What_if_tells_the_effect_of_another_target_up_and_down_and_changes_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Target = "100" });
        var middle = await company.TeamLeader.DraftAsync(company.Draft(cycle, parent) with { Target = "100", UnitId = company.Team, Level = "POSITION", PositionId = company.Position });
        await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, middle) with { Target = "90" });
        var answer = (await company.TeamLeader.ReadAsync(
            "query($id: ID!) { whatIf(objectiveId: $id, target: \"80\") { objective { id } effects { objective { id } coverageBefore coverageAfter shortfall } } }", new { id = middle })).GetProperty("whatIf");
        answer.At("effects").EnumerateArray().Select(e => (e.Text("objective.id"), e.Text("coverageBefore"), e.Text("coverageAfter"), e.Text("shortfall")))
            .ShouldBe([(parent, "100", "80", "20"), (middle, "90", "112.5", "0")]);
        (await company.TeamLeader.ObjectiveAsync(middle, "target version")).ShouldSatisfyAllConditions(o => o.Text("target").ShouldBe("100"), o => o.Number("version").ShouldBe(1));
        (await company.TeamLeader.AskAsync("query($id: ID!) { whatIf(objectiveId: $id, target: \"80\") { effects { shortfall } } }", new { id = company.Team })).ErrorCode.ShouldBe("NOT_FOUND");
    }

    private static async Task<IReadOnlyList<string?>> KindsAsync(Company company, string id) => (await company.Executive.ObjectiveAsync(id, "findings { kind }")).Strings("findings.*.kind");

    private static async Task<JsonElement> FindingAsync(Company company, string id, string kind)
        => (await company.Executive.ObjectiveAsync(id, $"findings {{ {Whole} }}")).At("findings").EnumerateArray().Single(f => f.Text("kind") == kind);

    private static async Task<string> IdOfAsync(Company company, string id, string kind)
        => (await company.Executive.ObjectiveAsync(id, "findings { id kind }")).At("findings").EnumerateArray().Single(f => f.Text("kind") == kind).Id();
}
