using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S5.4")]
public sealed class PlanTests(Installations installations)
{
    private static object Ended(string item, bool passed = true, string result = "考核通过") => new { itemId = item, passed, result };

    private static IReadOnlyList<(string? Course, int Level)> CoursesIn(JsonElement plan)
        => [.. plan.At("items").EnumerateArray().Select(i => (i.At("course") is { ValueKind: JsonValueKind.Object } c ? c.Id() : null, i.Number("targetLevel")))];

    [Theory, OnEachDatabase]
    public async Task The_shortest_courses_close_a_gap_in_their_order_and_are_proposed_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (competency, other, member) = (await company.CompetencyAsync(), await company.CompetencyAsync(), company.Member.PersonId);
        var basics = await company.CourseAsync(other, 1, 4);
        var first = await company.CourseAsync(competency, 1, 6, after: basics);
        var second = await company.CourseAsync(competency, 2, 10, after: first);
        await company.CourseAsync(competency, 3, 30);
        await company.TeamLeader.RequireAsync(objective, (competency, 2));
        var plan = await company.Member.ProposeAsync(member, cycle);
        CoursesIn(plan).ShouldBe([(basics, 1), (first, 1), (second, 2)]);
        plan.Strings("items.*.due").ShouldBe(plan.Strings("items.*.due").Order());
        plan.At("items").EnumerateArray().ShouldAllBe(i => i.Text("status") == "PLANNED" && i.Text("forObjective.id") == objective && string.CompareOrdinal(i.Text("due"), "2027-12-31") <= 0);
        CoursesIn(await company.TeamLeader.ProposeAsync(member, cycle)).Count.ShouldBe(3);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["2/0/True"]);

        var items = plan.At("items").EnumerateArray().ToDictionary(i => i.Text("course.id")!, i => i.Id());
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", Ended(items[basics]), Learning.Plan);
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", Ended(items[first]), Learning.Plan);
        (await company.Member.LevelAsync(member, competency)).ShouldBe(1);
        (await company.TeamLeader.ChangeAsync("completeDevelopmentItem", Ended(items[second], passed: false, "未通过"), Learning.Plan)).At("items").EnumerateArray().Single(i => i.Id() == items[second])
            .ShouldSatisfyAllConditions(i => i.Text("status").ShouldBe("FAILED"), i => i.Text("result").ShouldBe("未通过"));
        (await company.Member.LevelAsync(member, competency)).ShouldBe(1);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["2/1/False"]);
        var again = await company.Hr.ProposeAsync(member, cycle);
        var open = again.At("items").EnumerateArray().Where(i => i.Text("status") == "PLANNED").ToList();
        open.ShouldHaveSingleItem().Text("course.id").ShouldBe(second);
        await company.Hr.ChangeAsync("completeDevelopmentItem", Ended(open[0].Id()), Learning.Plan);
        (await company.Member.LevelAsync(member, competency)).ShouldBe(2);
        (await company.Member.GapsAsync(member, cycle)).ShouldBeEmpty();
        var source = (await company.Member.ReadAsync("query($id: ID!) { person(id: $id) { competencies { source competency { id } } } }", new { id = member })).At("person.competencies");
        source.EnumerateArray().Single(c => c.Text("competency.id") == competency).Text("source").ShouldBe("TRAINING");
    }

    [Theory, OnEachDatabase]
    public async Task Where_no_course_reaches_the_level_in_time_the_superior_coaches(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (none, late, member) = (await company.CompetencyAsync(name: "决策"), await company.CompetencyAsync(name: "演讲"), company.Member.PersonId);
        await company.CourseAsync(none, 1);
        await company.CourseAsync(late, 3, 5_000);
        await company.TeamLeader.RequireAsync(objective, (none, 2), (late, 3));
        var plan = await company.Hr.ProposeAsync(member, cycle);
        plan.Strings("items.*.kind").ShouldBe(["COACHING", "COACHING"]);
        plan.At("items").EnumerateArray().ShouldAllBe(i => i.Text("coach.employeeNumber") == "E0111" && i.At("course").ValueKind == JsonValueKind.Null);
        plan.Strings("items.*.title").Order(StringComparer.Ordinal).ShouldBe(["Coaching: 决策", "Coaching: 演讲"]);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["2/0/True", "3/0/True"]);
        var top = await company.SecondExecutive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root });
        await company.Hr.RequireAsync(top, (none, 3));
        (await company.Hr.ProposeAsync(company.Executive.PersonId, cycle)).Strings("items.*.kind").ShouldBe(["ON_THE_JOB"]);
    }

    [Theory, OnEachDatabase]
    public async Task Oneself_those_above_and_HR_plan_and_others_say_how_it_ended(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await company.AimAsync();
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        object Item(string? id = null, string title = "跟随老师傅") => new { id, personId = member, cycleId = cycle, kind = "COACHING", title, coachId = company.Colleague.PersonId, competencyId = competency, targetLevel = 1, due = "2027-06-30" };
        var item = (await company.Member.ChangeAsync("saveDevelopmentItem", Item(), Learning.Plan)).Text("items.0.id")!;
        (await company.DepartmentLeader.ChangeAsync("saveDevelopmentItem", Item(item, "跟随班长"), Learning.Plan)).Text("items.0.title").ShouldBe("跟随班长");
        (await company.Hr.ChangeAsync("startDevelopmentItem", new { itemId = item }, Learning.Plan)).Text("items.0.status").ShouldBe("IN_PROGRESS");
        (await company.Hr.RefusedAsync("startDevelopmentItem", new { itemId = item })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("itemId"));
        (await company.Member.MutateAsync("completeDevelopmentItem", Ended(item), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var other in (Api[])[company.Colleague, company.Stranger, company.Administrator])
        {
            (await other.RefusedAsync("completeDevelopmentItem", Ended(item))).Code.ShouldBe("NOT_FOUND");
            (await other.RefusedAsync("saveDevelopmentItem", Item())).Code.ShouldBe("NOT_FOUND");
            (await other.RefusedAsync("proposeDevelopmentPlan", new { personId = member, cycleId = cycle })).Code.ShouldBe("NOT_FOUND");
            (await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = item })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        }
        (await company.Auditor.MutateAsync("saveDevelopmentItem", Item(), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var read = await company.Auditor.ReadAsync(
            "query($id: ID!, $cycle: ID!) { person(id: $id) { developmentPlan(cycleId: $cycle) { version person { id } cycle { id } history { nodes { action } } items { id } } } }", new { id = member, cycle });
        read.Strings("person.developmentPlan.history.nodes.*.action").ShouldBe(["startDevelopmentItem", "saveDevelopmentItem", "saveDevelopmentItem"]);
        read.Number("person.developmentPlan.version").ShouldBe(3);
        (await company.Colleague.ReadAsync("query($id: ID!, $cycle: ID!) { person(id: $id) { developmentPlan(cycleId: $cycle) { id } } }", new { id = member, cycle })).At("person.developmentPlan").ValueKind.ShouldBe(JsonValueKind.Null);

        (await company.TeamLeader.ChangeAsync("completeDevelopmentItem", Ended(item), Learning.Plan)).Text("items.0.status").ShouldBe("COMPLETED");
        foreach (var (mutation, input, field) in new (string, object, string)[] { ("completeDevelopmentItem", Ended(item), "itemId"), ("startDevelopmentItem", new { itemId = item }, "itemId"), ("saveDevelopmentItem", Item(item), "id"), ("remove", new { id = item }, "id") })
            (await company.TeamLeader.RefusedAsync(mutation, input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE", mutation), e => e.Field.ShouldBe(field));
        var second = (await company.Member.ChangeAsync("saveDevelopmentItem", Item(), Learning.Plan)).At("items").EnumerateArray().Single(i => i.Text("status") == "PLANNED").Id();
        (await company.Member.RefusedAsync("remove", new { id = second, expectedVersion = 1 })).Code.ShouldBe("CONFLICT");
        (await company.Member.MutateAsync("remove", new { id = second, reason = "改期" }, "removedId")).UserErrors.ShouldBeEmpty();
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on DevelopmentItem { status endedAt plan { person { id } } } } }", new { id = second })).Text("node.status").ShouldBe("CANCELLED");
    }

    [Theory, OnEachDatabase]
    public async Task An_item_says_what_its_kind_needs_and_nothing_else(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (_, elsewhere) = await company.AimAsync();
        var (a, b, member) = (await company.CompetencyAsync(levels: 2), await company.CompetencyAsync(), company.Member.PersonId);
        var course = await company.CourseAsync(a, 1);
        var strangers = await company.Executive.DraftAsync(company.StrangersDraft(cycle));
        var ground = new Item(member, cycle, a);
        foreach (var (input, code, field) in new[]
        {
            (ground with { Kind = "COURSE" }, "REQUIRED", "courseId"), (ground with { Kind = "COACHING" }, "REQUIRED", "coachId"), (ground with { CourseId = course }, "INVALID", "courseId"),
            (ground with { CoachId = company.TeamLeader.PersonId }, "INVALID", "coachId"), (ground with { Kind = "COACHING", CoachId = member }, "INVALID", "coachId"),
            (ground with { Kind = "COURSE", CourseId = course, CompetencyId = b }, "INVALID", "competencyId"), (ground with { Kind = "COURSE", CourseId = course, TargetLevel = 2 }, "INVALID", "targetLevel"),
            (ground with { TargetLevel = 3 }, "INVALID", "targetLevel"), (ground with { TargetLevel = 0 }, "INVALID", "targetLevel"), (ground with { Due = "2020-01-01" }, "INVALID", "due"), (ground with { Due = "2028-01-01" }, "INVALID", "due"),
            (ground with { ForObjectiveId = strangers }, "NOT_FOUND", "forObjectiveId"), (ground with { ForObjectiveId = elsewhere }, "INVALID", "forObjectiveId"), (ground with { Title = " " }, "REQUIRED", "title"),
        })
        {
            (await company.Hr.RefusedAsync("saveDevelopmentItem", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code, $"{input}"), e => e.Field.ShouldBe(field));
        }
        (await company.Hr.MutateAsync("saveDevelopmentItem", ground with { Kind = "COURSE", CourseId = course, ForObjectiveId = objective }, "developmentPlan { id }")).UserErrors.ShouldBeEmpty();
    }

    private sealed record Item(string PersonId, string CycleId, string CompetencyId)
    {
        public string Kind { get; init; } = "ON_THE_JOB";

        public string Title { get; init; } = "轮岗";

        public string? CourseId { get; init; }

        public string? CoachId { get; init; }

        public int TargetLevel { get; init; } = 1;

        public string? ForObjectiveId { get; init; }

        public string Due { get; init; } = "2027-06-30";
    }
}
