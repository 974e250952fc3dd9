using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S5.4")]
public sealed class CourseTests(Installations installations)
{
    private const string Selection = "course { id code title provider hours competency { id } reachesLevel mboBasics prerequisites { code } }";

    [Theory, OnEachDatabase]
    public async Task A_course_is_saved_listed_a_page_at_a_time_and_found(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (competency, other) = (await company.CompetencyAsync(), await company.CompetencyAsync());
        var first = await company.CourseAsync(competency, 1, title: "焊接入门");
        var saved = await company.Hr.ChangeAsync("saveCourse", Learning.Course(competency, 2, 24, basics: true, title: "焊接进阶", after: first), Selection);
        (saved.Text("title"), saved.Number("hours"), saved.Number("reachesLevel"), saved.GetProperty("mboBasics").GetBoolean(), saved.At("prerequisites").GetArrayLength()).ShouldBe(("焊接进阶", 24, 2, true, 1));
        await company.CourseAsync(other, 1, title: "焊接安全");

        const string list = "query($text: String, $of: ID, $after: String) { courses(text: $text, competencyId: $of, first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { title } } }";
        var page = (await company.Member.ReadAsync(list, new { text = "焊接", of = competency })).At("courses");
        (page.Number("totalCount"), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(), page.Text("nodes.0.title")).ShouldBe((2, true, "焊接入门"));
        page = (await company.Member.ReadAsync(list, new { text = "焊接", of = competency, after = page.Text("pageInfo.endCursor") })).At("courses");
        page.Strings("nodes.*.title").ShouldBe(["焊接进阶"]);
        (await company.Member.ReadAsync(list, new { text = "内训中心", of = other })).Number("courses.totalCount").ShouldBe(1);

        var hits = (await company.Member.ReadAsync("""{ search(text: "焊接", kinds: [COURSE]) { nodes { ... on Course { title } } edges { snippet } } }""")).At("search");
        hits.Strings("nodes.*.title").Order().ShouldBe(["焊接入门", "焊接安全", "焊接进阶"]);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on Course { title } } }", new { id = first })).Text("node.title").ShouldBe("焊接入门");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_left_out_of_a_change_stays(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var competency = await company.CompetencyAsync();
        var (a, b) = (await company.CourseAsync(competency, 1), await company.CourseAsync(competency, 1));
        var course = await company.Hr.ChangeAsync("saveCourse", Learning.Course(competency, 2, 8, true, "课程", a, b), Selection);
        object Change(object? prerequisites, bool given) => given
            ? new { id = course.Id(), code = course.Text("code"), title = "改", provider = "外训", hours = 5, competencyId = competency, reachesLevel = 3, prerequisiteIds = prerequisites }
            : new { id = course.Id(), code = course.Text("code"), title = "改", provider = "外训", hours = 5, competencyId = competency, reachesLevel = 3 };
        var kept = await company.Hr.ChangeAsync("saveCourse", Change(null, given: false), Selection);
        (kept.At("prerequisites").GetArrayLength(), kept.GetProperty("mboBasics").GetBoolean(), kept.Text("provider")).ShouldBe((2, true, "外训"));
        (await company.Hr.ChangeAsync("saveCourse", Change(new[] { b }, given: true), Selection)).At("prerequisites").GetArrayLength().ShouldBe(1);
        (await company.Hr.ChangeAsync("saveCourse", Change(null, given: true), Selection)).At("prerequisites").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task No_course_comes_before_itself_and_none_reaches_a_level_that_is_not(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var competency = await company.CompetencyAsync(levels: 2);
        var a = await company.CourseAsync(competency, 1);
        var b = await company.CourseAsync(competency, 1, after: a);
        var c = await company.CourseAsync(competency, 2, after: b);
        var code = (await company.Hr.ReadAsync("query($id: ID!) { node(id: $id) { ... on Course { code } } }", new { id = a })).Text("node.code");
        object Again(string[] after) => new { id = a, code, title = "课程", provider = "内训", hours = 8, competencyId = competency, reachesLevel = 1, prerequisiteIds = after };
        foreach (var before in new[] { a, b, c })
            (await company.Hr.RefusedAsync("saveCourse", Again([before]))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CYCLE_IN_TREE"), e => e.Field.ShouldBe("prerequisiteIds.0"));
        (await company.Hr.RefusedAsync("saveCourse", Learning.Course(competency, 2, 8, false, "课程", a, a))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("prerequisiteIds.1"));
        foreach (var level in new[] { 0, 3 })
            (await company.Hr.RefusedAsync("saveCourse", Learning.Course(competency, level))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("reachesLevel"));
        (await company.Hr.RefusedAsync("saveCompetency", new { id = competency, code = Learning.Code("K"), name = "谈判", levels = new[] { "一级" } })).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("levels"));
        foreach (var other in (Api[])[company.Administrator, company.Executive, company.Auditor, company.TeamLeader])
            (await other.MutateAsync("saveCourse", Learning.Course(competency, 1), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task Two_who_would_make_a_circle_together_do_not(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var competency = await company.CompetencyAsync();
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = (await company.CourseAsync(competency, 1), await company.CourseAsync(competency, 1));
            object After(string id, string before) => new { id, code = Learning.Code("R"), title = "课程", provider = "内训", hours = 8, competencyId = competency, reachesLevel = 1, prerequisiteIds = new[] { before } };
            var replies = await Task.WhenAll(company.Hr.MutateAsync("saveCourse", After(a, b), "course { id }"), company.Hr.MutateAsync("saveCourse", After(b, a), "course { id }"));
            replies.SelectMany(r => r.UserErrors).ShouldHaveSingleItem().Code.ShouldBe("CYCLE_IN_TREE");
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_catalogue_is_imported_in_any_order_and_again_without_a_change(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (k, c) = (Learning.Code("IK"), Learning.Code("IC"));
        var competencies = $"能力编码,能力名称,等级\n{k},议价,\"初级\n中级\n高级\"\n{k}b,倾听,一级\n";
        (await company.Hr.ImportAsync("COMPETENCIES", competencies)).Counts().ShouldBe((2, 0, 0, 0, true));
        (await company.Hr.ImportAsync("COMPETENCIES", competencies)).Counts().ShouldBe((0, 0, 2, 0, true));
        const string header = "code,title,provider,hours,competencyCode,reachesLevel,prerequisiteCodes,mboBasics\n";
        var courses = header + $"{c}3,高级议价,学院,40,{k},3,\"{c}2\n{c}1\",否\n{c}2,中级议价,学院,16,{k},2,{c}1,\n{c}1,初级议价,学院,8,{k},1,,是\n";
        (await company.Hr.ImportAsync("COURSES", courses, new { dryRun = true })).Counts().ShouldBe((3, 0, 0, 0, false));
        (await company.Hr.ImportAsync("COURSES", courses)).Counts().ShouldBe((3, 0, 0, 0, true));
        (await company.Hr.ImportAsync("COURSES", courses)).Counts().ShouldBe((0, 0, 3, 0, true));
        (await company.Hr.ImportAsync("COURSES", $"code,title\n{c}2,中级议价（修订）\n{c}1,初级议价\n")).Counts().ShouldBe((0, 1, 1, 0, true));
        var read = (await company.Hr.ReadAsync("query($text: String) { courses(text: $text) { nodes { title competency { code levels } prerequisites { title } mboBasics } } }", new { text = c })).At("courses.nodes");
        read[2].Strings("prerequisites.*.title").ShouldBe(["初级议价", "中级议价（修订）"]);
        read[0].GetProperty("mboBasics").GetBoolean().ShouldBeTrue();
        read[0].Strings("competency.levels").ShouldBe(["初级", "中级", "高级"]);

        var wrong = await company.Hr.ImportAsync("COURSES", header + $"{c}1,初级议价,学院,8,{k},1,{c}3,\n{c}9,x,学院,0,{k},4,,\n{c}8,x,学院,5,NONE,1,,\n{c}7,x,学院,5,{k},1,{c}6,\n", new { skipBadRows = true });
        wrong.Rejected().ShouldBe(
        [
            "3 hours: Between 1 and 10000.",
            "4 competencyCode: There is no NONE.",
            "2 prerequisiteCodes: It follows upon this course, or is this course.",
            $"5 prerequisiteCodes: There is no {c}6.",
        ], ignoreOrder: true);
        (await company.Hr.ImportAsync("COMPETENCIES", $"code,levels\n{k},只剩一级\n")).Rejected().ShouldHaveSingleItem().ShouldStartWith("2 levels: Level 3 is used");
        (await company.Administrator.MutateAsync("importRecords", new { kind = "COURSES", format = "CSV", content = string.Empty }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_exported_is_imported_without_a_change(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var competency = await company.CompetencyAsync();
        await company.CourseAsync(competency, 2, after: await company.CourseAsync(competency, 1));
        foreach (var kind in new[] { "competencies", "courses" })
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                var counts = (await company.Hr.ImportAsync(kind.ToUpperInvariant(), format.ToUpperInvariant(), await company.Hr.DownloadAsync($"/exports/{kind}.{format}"))).Counts();
                (counts.Created, counts.Updated, counts.Rejected).ShouldBe((0, 0, 0));
                counts.Unchanged.ShouldBeGreaterThan(0);
            }
            var template = (await company.Hr.InChinese.DownloadAsync($"/exports/template/{kind}.csv")).AsSpan();
            System.Text.Encoding.UTF8.GetString(template).ShouldContain(kind == "courses" ? "先修课程编码" : "能力编码");
        }
    }
}
