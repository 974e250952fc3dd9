using System.Text.Json;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Important objectives run as projects: milestones with owner, days, dependencies and per cent.</summary>
[Trait("Clause", "S5.3")]
public sealed class ProjectTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    [Theory, OnEachDatabase]
    public async Task The_first_milestone_makes_the_project_and_later_ones_may_rename_it(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        (await company.TeamLeader.ObjectiveAsync(id, WorkSteps.Plan)).At("project").ValueKind.ShouldBe(JsonValueKind.Null);
        var made = await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, "方案评审", company.Colleague.PersonId, percentComplete: 40));
        (made.Text("name"), made.Text("manager.employeeNumber"), made.Number("percentComplete"), made.Number("version")).ShouldBe(("提高服务收入", "E0112", 40, 1));
        (made.Text("start"), made.Text("due"), made.At("viewerMayPlan").GetBoolean()).ShouldBe(("2027-02-01", "2027-02-28", true));
        made.At("milestones.0").ShouldSatisfyAllConditions(
            m => m.Text("name").ShouldBe("方案评审"), m => m.Text("owner.employeeNumber").ShouldBe("E0113"), m => m.Number("percentComplete").ShouldBe(40), m => m.Number("version").ShouldBe(1),
            m => m.At("late").GetBoolean().ShouldBeFalse(), m => m.At("dependsOn").GetArrayLength().ShouldBe(0));

        var second = WorkSteps.Milestone(id, "上线", company.Member.PersonId, "2027-03-01", "2027-03-31", dependsOn: [made.At("milestones.0").Id()]);
        second["projectName"] = " 服务平台项目 ";
        second["managerId"] = company.Colleague.PersonId;
        var renamed = await company.TeamLeader.SaveMilestoneAsync(second);
        (renamed.Id(), renamed.Text("name"), renamed.Text("manager.employeeNumber")).ShouldBe((made.Id(), "服务平台项目", "E0113"));
        renamed.Strings("milestones.*.name").ShouldBe(["方案评审", "上线"]);
        renamed.At("milestones.1").Strings("dependsOn").ShouldBe([made.At("milestones.0").Id()]);
        renamed.Number("percentComplete").ShouldBe((28 * 40) / (28 + 31));

        var third = WorkSteps.Milestone(id, "验收", company.Member.PersonId, "2027-04-01", "2027-04-30");
        third["managerId"] = third["projectName"] = null;
        (await company.TeamLeader.SaveMilestoneAsync(third)).ShouldSatisfyAllConditions(p => p.Text("name").ShouldBe("提高服务收入"), p => p.Text("manager.employeeNumber").ShouldBe("E0112"));
        var node = await company.TeamLeader.ReadAsync("query($id: ID!) { node(id: $id) { ... on Project { name objective { id } history(first: 1) { totalCount nodes { action after by { employeeNumber } } } } } }", new { id = made.Id() });
        (node.Text("node.objective.id"), node.Number("node.history.totalCount"), node.Text("node.history.nodes.0.action"), node.Text("node.history.nodes.0.by.employeeNumber")).ShouldBe((id, 3, "saveMilestone", "E0111"));
        node.Text("node.history.nodes.0.after")!.ShouldContain("验收");
        (await company.TeamLeader.MilestoneAsync(renamed.At("milestones.1").Id())).ShouldSatisfyAllConditions(m => m.Text("name").ShouldBe("上线"), m => m.Text("project.id").ShouldBe(made.Id()));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_left_out_stays_null_clears_and_a_list_replaces_the_list(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var (a, b) = (await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId)), await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "乙", company.Member.PersonId)));
        var c = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "丙", company.Member.PersonId, "2027-03-01", "2027-03-31", dependsOn: [a], percentComplete: 30));
        async Task<JsonElement> SavedAsync(Dictionary<string, object?> input)
        {
            input["expectedVersion"] = (await company.TeamLeader.MilestoneAsync(c)).Number("version");
            await company.TeamLeader.SaveMilestoneAsync(input);
            return await company.TeamLeader.MilestoneAsync(c);
        }
        var same = WorkSteps.Milestone(id, "丙丁", company.Member.PersonId, "2027-03-01", "2027-03-31", c);
        (await SavedAsync(same)).ShouldSatisfyAllConditions(m => m.Text("name").ShouldBe("丙丁"), m => m.Number("percentComplete").ShouldBe(30), m => m.Strings("dependsOn").ShouldBe([a]), m => m.Number("version").ShouldBe(2));
        (await SavedAsync(WorkSteps.Milestone(id, "丙丁", company.Member.PersonId, "2027-03-01", "2027-03-31", c, [b], 60))).ShouldSatisfyAllConditions(
            m => m.Strings("dependsOn").ShouldBe([b]), m => m.Number("percentComplete").ShouldBe(60), m => m.Number("version").ShouldBe(3));
        var cleared = new Dictionary<string, object?>(same) { ["dependsOn"] = null, ["percentComplete"] = null };
        (await SavedAsync(cleared)).ShouldSatisfyAllConditions(m => m.At("dependsOn").GetArrayLength().ShouldBe(0), m => m.Number("percentComplete").ShouldBe(0));
        same["expectedVersion"] = 2;
        (await company.TeamLeader.RefusedAsync("saveMilestone", same)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CONFLICT"), e => e.Field.ShouldBe("expectedVersion"));
    }

    [Theory, OnEachDatabase]
    public async Task A_milestone_that_does_not_fit_is_refused_and_changes_nothing(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var (other, member) = (await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync())), company.Member.PersonId);
        var foreign = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(other, "别的", member));
        var nobody = GlobalId.Encode("Person", Guid.CreateVersion7());
        Dictionary<string, object?> With(string field, object? value) => new(WorkSteps.Milestone(id, "节点", member)) { [field] = value };
        foreach (var (input, code, field) in new (Dictionary<string, object?>, string, string)[]
        {
            (With("name", " "), "REQUIRED", "name"),
            (With("name", new string('长', 201)), "LIMIT_EXCEEDED", "name"),
            (With("projectName", " "), "REQUIRED", "projectName"),
            (With("due", "2027-01-31"), "INVALID", "due"),
            (With("start", "2025-12-31"), "INVALID", "start"),
            (With("due", "2029-01-01"), "INVALID", "due"),
            (With("percentComplete", 101), "INVALID", "percentComplete"),
            (With("percentComplete", -1), "INVALID", "percentComplete"),
            (With("ownerId", nobody), "NOT_FOUND", "ownerId"),
            (With("managerId", nobody), "NOT_FOUND", "managerId"),
            (With("ownerId", id), "NOT_FOUND", "ownerId"),
            (With("dependsOn", new[] { foreign }), "NOT_FOUND", "dependsOn.0"),
            (With("id", foreign), "NOT_FOUND", "id"),
            (With("objectiveId", GlobalId.Encode("Objective", Guid.CreateVersion7())), "NOT_FOUND", "objectiveId"),
        })
        {
            (await company.TeamLeader.RefusedAsync("saveMilestone", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code, field), e => e.Field.ShouldBe(field));
        }
        (await company.TeamLeader.ObjectiveAsync(id, WorkSteps.Plan)).At("project").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var (start, due) in new[] { ("2026-01-01", "2026-01-01"), ("2028-12-31", "2028-12-31") })
            await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, start, member, start, due));
        var refused = await company.TeamLeader.InChinese.RefusedAsync("saveMilestone", With("due", "2027-01-31"));
        refused.Message.ShouldBe("截止日期早于开始日期。");
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_left_the_company_owns_no_milestone(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var leaver = (await company.Administrator.ChangeAsync("savePerson", new { employeeNumber = $"L{Guid.NewGuid():N}"[..12], name = "离职", email = "leaver@example.com", unitId = company.Team, active = false }, "person { id }")).Id();
        foreach (var field in (string[])["ownerId", "managerId"])
        {
            (await company.TeamLeader.RefusedAsync("saveMilestone", new Dictionary<string, object?>(WorkSteps.Milestone(id, "节点", company.Member.PersonId)) { [field] = leaver }))
                .ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe(field));
        }
        (await company.TeamLeader.RefusedAsync("saveWorkItem", new { objectiveId = id, title = "工作", ownerId = leaver })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("ownerId"));
    }

    [Theory, OnEachDatabase]
    public async Task Milestones_never_wait_for_each_other_in_a_circle(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var chain = await ChainAsync(company, id, 3);
        foreach (var last in chain)
        {
            var refused = await company.TeamLeader.RefusedAsync("saveMilestone", WorkSteps.Milestone(id, "节点 0", company.Member.PersonId, id: chain[0], dependsOn: [last]));
            (refused.Code, refused.Field).ShouldBe(("CYCLE_IN_TREE", "dependsOn"));
        }
        (await company.TeamLeader.InChinese.RefusedAsync("saveMilestone", WorkSteps.Milestone(id, "节点 0", company.Member.PersonId, id: chain[0], dependsOn: [chain[1]]))).Message.ShouldBe("里程碑不能循环依赖：节点 0 → 节点 1 → 节点 0。");
        await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, "节点 2", company.Member.PersonId, id: chain[2], dependsOn: [chain[0], chain[1]]));
    }

    [Theory, OnEachDatabase]
    public async Task Two_saves_that_cross_never_close_a_circle(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var (a, b) = (await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId)), await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "乙", company.Member.PersonId)));
        for (var round = 0; round < 40; round++)
        {
            var replies = await Task.WhenAll(
                company.TeamLeader.MutateAsync("saveMilestone", WorkSteps.Milestone(id, "甲", company.Member.PersonId, id: a, dependsOn: [b]), "objective { id }"),
                company.DepartmentLeader.MutateAsync("saveMilestone", WorkSteps.Milestone(id, "乙", company.Member.PersonId, id: b, dependsOn: [a]), "objective { id }"));
            replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            replies.SelectMany(r => r.UserErrors).Single().Code.ShouldBe("CYCLE_IN_TREE");
            foreach (var (milestone, name) in new[] { (a, "甲"), (b, "乙") })
                await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, name, company.Member.PersonId, id: milestone, dependsOn: []));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Two_reports_that_cross_never_complete_what_waits(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var chain = await ChainAsync(company, id, 2);
        for (var round = 0; round < 20; round++)
        {
            foreach (var milestone in chain)
                await ReportAsync(company.TeamLeader, milestone, 100);
            await ReportAsync(company.TeamLeader, chain[1], 50);
            await Task.WhenAll(
                company.TeamLeader.MutateAsync("reportMilestone", new { milestoneId = chain[0], percentComplete = 50 }, string.Empty),
                company.DepartmentLeader.MutateAsync("reportMilestone", new { milestoneId = chain[1], percentComplete = 100 }, string.Empty));
            var now = (await company.TeamLeader.ObjectiveAsync(id, "project { milestones { percentComplete } }")).At("project.milestones").EnumerateArray().Select(m => m.Number("percentComplete")).ToList();
            (now is [50, 50] or [100, 100]).ShouldBeTrue(string.Join(", ", now));
            await company.TeamLeader.MutateAsync("reportMilestone", new { milestoneId = chain[1], percentComplete = 0 }, string.Empty);
        }
    }

    [Theory, OnEachDatabase]
    public async Task First_milestones_sent_at_once_share_one_project(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, $"节点 {i}", company.Member.PersonId))));
        (await company.TeamLeader.ObjectiveAsync(id, WorkSteps.Plan)).At("project.milestones").GetArrayLength().ShouldBe(8);
    }

    [Theory, OnEachDatabase]
    public async Task Complete_is_only_what_need_not_wait_any_more(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var chain = await ChainAsync(company, id, 2);
        await ReportAsync(company.TeamLeader, chain[0], 99);
        var early = await company.TeamLeader.RefusedAsync("reportMilestone", new { milestoneId = chain[1], percentComplete = 100 });
        (early.Code, early.Field).ShouldBe(("FORBIDDEN_BY_STATE", "percentComplete"));
        early.Message.ShouldContain("节点 0");
        (await company.TeamLeader.RefusedAsync("saveMilestone", WorkSteps.Milestone(id, "节点 1", company.Member.PersonId, id: chain[1], percentComplete: 100))).Field.ShouldBe("percentComplete");
        foreach (var milestone in chain)
            await ReportAsync(company.TeamLeader, milestone, 100);
        (await company.TeamLeader.ObjectiveAsync(id, "project { percentComplete }")).Number("project.percentComplete").ShouldBe(100);
        (await company.TeamLeader.RefusedAsync("reportMilestone", new { milestoneId = chain[0], percentComplete = 80 })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.RefusedAsync("reportMilestone", new { milestoneId = chain[0], percentComplete = 101 })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("percentComplete"));
        (await company.TeamLeader.RefusedAsync("reportMilestone", new { milestoneId = chain[0], expectedVersion = 1, percentComplete = 100 })).Code.ShouldBe("CONFLICT");
    }

    [Theory, OnEachDatabase]
    public async Task What_starts_before_what_it_waits_for_is_due_is_taken_with_a_warning(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var first = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId, "2027-02-01", "2027-03-10"));
        var same = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "乙", company.Member.PersonId, "2027-03-10", "2027-03-31", dependsOn: [first]));
        var before = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "丙", company.Member.PersonId, "2027-03-09", "2027-03-31", dependsOn: [first, same]));
        (await company.TeamLeader.MilestoneAsync(same)).At("overlaps").GetArrayLength().ShouldBe(0);
        (await company.TeamLeader.MilestoneAsync(before)).Strings("overlaps").ShouldBe([first, same], ignoreOrder: true);
        await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId, "2027-02-01", "2027-03-11", first));
        (await company.TeamLeader.MilestoneAsync(same)).Strings("overlaps").ShouldBe([first]);
    }

    [Theory, OnEachDatabase]
    public async Task It_is_late_when_its_last_day_is_over_and_it_is_not_complete(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await company.Administrator.ReadAsync("{ organization { timeZone } }")).Text("organization.timeZone")!);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(company.Program.BusinessClock.GetUtcNow(), zone).DateTime).ToString("O");
        var open = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId, today, today, percentComplete: 99));
        var complete = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "乙", company.Member.PersonId, today, today, percentComplete: 100));
        await company.TeamLeader.AddWorkItemAsync(id, "今天的事", company.Member.PersonId, due: today);
        async Task<IReadOnlyList<bool>> LateAsync()
        {
            var now = await company.TeamLeader.ObjectiveAsync(id, "workPlan { late } project { milestones { id late } }");
            return [.. ((string[])[open, complete]).Select(m => now.At("project.milestones").EnumerateArray().Single(x => x.Id() == m).At("late").GetBoolean()), now.At("workPlan.0.late").GetBoolean()];
        }
        (await LateAsync()).ShouldBe([false, false, false]);
        company.Program.BusinessClock.MoveTo(company.Program.BusinessClock.GetUtcNow().AddDays(1)).ShouldBeTrue();
        (await LateAsync()).ShouldBe([true, false, true]);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_taken_out_leaves_the_order_of_the_others(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var chain = await ChainAsync(company, id, 3);
        (await company.Colleague.RemoveAsync(chain[1])).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RemoveAsync(chain[1])).UserErrors.Single().Code.ShouldBe("NOT_FOUND");
        (await company.TeamLeader.RemoveAsync(chain[1], expectedVersion: 7)).UserErrors.Single().Code.ShouldBe("CONFLICT");
        var project = (await company.TeamLeader.ObjectiveAsync(id, "project { id }")).Text("project.id");
        (await company.TeamLeader.RemoveAsync(chain[1], "合并到下一节点", 1)).Data.Text("remove.removedId").ShouldBe(chain[1]);
        (await company.TeamLeader.MilestoneAsync(chain[2])).ShouldSatisfyAllConditions(m => m.Strings("dependsOn").ShouldBe([chain[0]]), m => m.Number("version").ShouldBe(2));
        (await company.TeamLeader.MilestoneAsync(chain[1])).ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.TeamLeader.RemoveAsync(chain[1])).UserErrors.Single().ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("id"));
        var last = await company.TeamLeader.ReadAsync("query($id: ID!) { node(id: $id) { ... on Project { history(first: 1) { nodes { action reason before } } } } }", new { id = project });
        (last.Text("node.history.nodes.0.action"), last.Text("node.history.nodes.0.reason")).ShouldBe(("removeMilestone", "合并到下一节点"));
        last.Text("node.history.nodes.0.before")!.ShouldContain("节点 1");
        foreach (var rest in (string[])[chain[0], chain[2]])
            await company.TeamLeader.RemoveAsync(rest);
        (await company.TeamLeader.ObjectiveAsync(id, WorkSteps.Plan)).At("project").ShouldSatisfyAllConditions(
            p => p.Text("id").ShouldBe(project), p => p.Number("percentComplete").ShouldBe(0), p => p.At("start").ValueKind.ShouldBe(JsonValueKind.Null), p => p.At("milestones").GetArrayLength().ShouldBe(0));
    }

    [Theory, OnEachDatabase]
    public async Task A_project_has_at_most_two_hundred_milestones(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        foreach (var some in Enumerable.Range(0, 199).Chunk(4))
            await Task.WhenAll(some.Select(i => company.TeamLeader.ChangeAsync("saveMilestone", WorkSteps.Milestone(id, $"节点 {i}", company.Member.PersonId), "objective { id }")));
        var last = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => company.TeamLeader.MutateAsync("saveMilestone", WorkSteps.Milestone(id, $"末 {i}", company.Member.PersonId), "objective { id }")));
        var refused = last.SelectMany(r => r.UserErrors).Single();
        (refused.Code, refused.Field).ShouldBe(("LIMIT_EXCEEDED", "objectiveId"));
        JsonElement.Parse(refused.Detail!).ShouldSatisfyAllConditions(d => d.Number("allowed").ShouldBe(200), d => d.Number("actual").ShouldBe(201));
    }

    [Theory, OnEachDatabase]
    public async Task Who_may_change_the_objective_its_owner_and_the_manager_plan_and_owners_of_milestones_report(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        // A unit's objective: its owner, who leads no unit, may not change it, but plans its work.
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { OwnerId = company.Member.PersonId });
        (await company.Member.MutateAsync("editObjective", new { id, title = "改" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var first = WorkSteps.Milestone(id, "甲", company.Colleague.PersonId);
        first["managerId"] = company.Stranger.PersonId;
        var milestone = await company.Member.AddMilestoneAsync(first);
        foreach (var other in (Api[])[company.Hr, company.Auditor, company.Administrator, company.Colleague, company.OtherTeamLeader])
            (await other.MutateAsync("saveMilestone", WorkSteps.Milestone(id, "乙", other.PersonId), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var above in (Api[])[company.TeamLeader, company.DepartmentLeader, company.DivisionLeader, company.Executive])
            await ReportAsync(above, milestone, 10);

        // The manager plans, but hands the project to nobody.
        var own = await company.Stranger.AddMilestoneAsync(WorkSteps.Milestone(id, "丙", company.Colleague.PersonId));
        (await company.Stranger.MutateAsync("saveMilestone", new Dictionary<string, object?>(WorkSteps.Milestone(id, "丁", company.Colleague.PersonId)) { ["managerId"] = company.Colleague.PersonId }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.MutateAsync("saveWorkItem", new { objectiveId = id, title = "工作", ownerId = company.Stranger.PersonId }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");

        // A milestone's owner says how far it is, in either way, and changes nothing else.
        await ReportAsync(company.Colleague, milestone, 50);
        await company.Colleague.SaveMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Colleague.PersonId, id: milestone, percentComplete: 60));
        foreach (var change in new Dictionary<string, object?>[]
        {
            WorkSteps.Milestone(id, "别名", company.Colleague.PersonId, id: milestone), WorkSteps.Milestone(id, "甲", company.Member.PersonId, id: milestone),
            WorkSteps.Milestone(id, "甲", company.Colleague.PersonId, due: "2027-03-15", id: milestone), WorkSteps.Milestone(id, "甲", company.Colleague.PersonId, id: milestone, dependsOn: [own]),
            new(WorkSteps.Milestone(id, "甲", company.Colleague.PersonId, id: milestone)) { ["projectName"] = "另一项目" },
        })
        {
            (await company.Colleague.MutateAsync("saveMilestone", change, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        (await company.Colleague.RemoveAsync(milestone)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.OtherTeamLeader.MutateAsync("reportMilestone", new { milestoneId = milestone, percentComplete = 1 }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");

        foreach (var (viewer, mayPlan, mayReport) in new[] { (company.Member, true, true), (company.Stranger, true, true), (company.Colleague, false, true), (company.Hr, false, false), (company.Auditor, false, false) })
        {
            var seen = (await viewer.ObjectiveAsync(id, $"viewerMayPlanWork {WorkSteps.Plan}")).GetProperty("project");
            (seen.At("viewerMayPlan").GetBoolean(), seen.At("milestones.0.viewerMayReport").GetBoolean()).ShouldBe((mayPlan, mayReport), viewer.PersonId);
        }
        (await company.Member.ObjectiveAsync(id, "viewerMayPlanWork")).At("viewerMayPlanWork").GetBoolean().ShouldBeTrue();
        (await company.Stranger.ObjectiveAsync(id, "viewerMayPlanWork")).At("viewerMayPlanWork").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_has_a_part_in_it_reads_the_project_and_of_the_objective_no_more_than_of_an_ancestor(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()) with { Description = "内部说明" });
        var milestone = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Colleague.PersonId));
        var item = await company.TeamLeader.AddWorkItemAsync(id, "工作", company.Colleague.PersonId);
        const string Item = "query($id: ID!) { node(id: $id) { ... on WorkItem { title objective { title description } } } }";
        foreach (var hidden in (string[])[milestone, item])
            (await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = hidden })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Stranger.RefusedAsync("saveMilestone", WorkSteps.Milestone(id, "乙", company.Stranger.PersonId))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("objectiveId"));
        (await company.Stranger.RefusedAsync("reportMilestone", new { milestoneId = milestone, percentComplete = 1 })).Field.ShouldBe("milestoneId");
        (await company.Stranger.RefusedAsync("reportWorkItem", new { workItemId = item, done = true })).Field.ShouldBe("workItemId");

        await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Stranger.PersonId, id: milestone));
        await company.TeamLeader.ChangeAsync("saveWorkItem", new { id = item, objectiveId = id, title = "工作", ownerId = company.Stranger.PersonId }, "objective { id }");
        (await company.Stranger.MilestoneAsync(milestone)).ShouldSatisfyAllConditions(
            m => m.Text("name").ShouldBe("甲"), m => m.Text("project.objective.title").ShouldBe("提高服务收入"), m => m.Text("project.objective.description").ShouldBe(string.Empty));
        (await company.Stranger.ReadAsync(Item, new { id = item })).GetProperty("node").ShouldSatisfyAllConditions(w => w.Text("title").ShouldBe("工作"), w => w.Text("objective.description").ShouldBe(string.Empty));
        (await company.Stranger.ObjectiveAsync(id, "title")).ValueKind.ShouldBe(JsonValueKind.Null);
        await ReportAsync(company.Stranger, milestone, 30);
        (await company.Stranger.ChangeAsync("reportWorkItem", new { workItemId = item, done = true }, "workItem { done }")).At("done").GetBoolean().ShouldBeTrue();
        (await company.Stranger.MutateAsync("saveMilestone", WorkSteps.Milestone(id, "乙", company.Stranger.PersonId), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task A_commitment_is_for_the_target_so_the_way_to_it_may_still_be_planned_and_what_has_ended_may_not(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        await company.Member.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        var hash = await company.Member.HashAsync(id);
        var milestone = await company.Member.AddMilestoneAsync(WorkSteps.Milestone(id, "甲", company.Member.PersonId));
        var item = await company.TeamLeader.AddWorkItemAsync(id, "工作", company.Member.PersonId);
        (await company.Member.ObjectiveAsync(id, "status contentHash signatures { valid }")).ShouldSatisfyAllConditions(
            o => o.Text("status").ShouldBe("COMMITTED"), o => o.Text("contentHash").ShouldBe(hash), o => o.At("signatures").EnumerateArray().ShouldAllBe(s => s.At("valid").GetBoolean()));

        await company.MoveCycleAsync(cycle, "EXECUTION");
        await ReportAsync(company.Member, milestone, 10);
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("reportMilestone", new { milestoneId = milestone, percentComplete = 20 }), ("saveMilestone", WorkSteps.Milestone(id, "乙", company.Member.PersonId)),
            ("reportWorkItem", new { workItemId = item, done = true }), ("saveWorkItem", new { objectiveId = id, title = "再做", ownerId = company.Member.PersonId }),
        })
        {
            (await company.Member.RefusedAsync(mutation, input)).Code.ShouldBe("FORBIDDEN_BY_STATE", mutation);
        }
        foreach (var part in (string[])[milestone, item])
            (await company.Member.RemoveAsync(part)).UserErrors.Single().Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.ObjectiveAsync(id, "viewerMayPlanWork workPlan { viewerMayReport } project { viewerMayPlan }")).ShouldSatisfyAllConditions(
            o => o.At("viewerMayPlanWork").GetBoolean().ShouldBeFalse(), o => o.At("workPlan.0.viewerMayReport").GetBoolean().ShouldBeFalse(), o => o.At("project.viewerMayPlan").GetBoolean().ShouldBeFalse());
    }

    [Theory, OnEachDatabase]
    public async Task Work_plans_and_projects_of_many_objectives_take_a_fixed_number_of_statements(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in (int[])[2, 8])
        {
            for (var i = 0; i < more; i++)
            {
                var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
                for (var n = 0; n < more; n++)
                {
                    await company.TeamLeader.SaveMilestoneAsync(WorkSteps.Milestone(id, $"节点 {n}", company.Member.PersonId));
                    await company.TeamLeader.AddWorkItemAsync(id, $"工作 {n}", company.Colleague.PersonId);
                }
            }
            var (data, sql) = await company.TeamLeader.RecordAsync(
                $"query($c: ID!) {{ goalTree(cycleId: $c, depth: 9) {{ nodes {{ viewerMayPlanWork workPlan {{ title late owner {{ name }} objective {{ title }} }} {WorkSteps.Plan} }} }} }}", new { c = cycle });
            data.At("goalTree.nodes.0.workPlan").GetArrayLength().ShouldBe(2);
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    private static Task<JsonElement> ReportAsync(Api by, string milestone, int percentComplete)
        => by.ChangeAsync("reportMilestone", new { milestoneId = milestone, percentComplete }, "milestone { id percentComplete version }");

    /// <summary>Each waits for the one before it.</summary>
    private static async Task<IReadOnlyList<string>> ChainAsync(Company company, string objective, int length)
    {
        var chain = new List<string>();
        for (var i = 0; i < length; i++)
            chain.Add(await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(objective, $"节点 {i}", company.Member.PersonId, dependsOn: chain.Count == 0 ? [] : [chain[^1]])));
        return chain;
    }

    private async Task<(Company Company, string Id)> DraftedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        return (company, await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync())));
    }
}
