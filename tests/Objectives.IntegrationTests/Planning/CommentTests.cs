using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

public sealed class CommentTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Comments_are_read_the_oldest_first_with_who_wrote_and_who_is_mentioned(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.Member.ChangeAsync("comment", new { subjectId = id, text = "请 @周静 和 @E0111 看一下\n第二行" }, "comment { id }");
        await company.Colleague.ChangeAsync("comment", new { subjectId = id, text = "好" }, "comment { id }");
        await company.Hr.ChangeAsync("comment", new { subjectId = id, text = "@没有这个人" }, "comment { id }");
        var objective = await company.Member.ObjectiveAsync(id, "version comments(first: 2) { totalCount nodes { text by { employeeNumber } mentions { employeeNumber } } pageInfo { hasNextPage endCursor } }");
        (objective.Number("version"), objective.Number("comments.totalCount")).ShouldBe((1, 3));
        objective.Strings("comments.nodes.*.by.employeeNumber").ShouldBe(["E0112", "E0113"]);
        objective.At("comments.nodes.0").Strings("mentions.*.employeeNumber").ShouldBe(["E0111", "E0113"], ignoreOrder: true);
        var rest = await company.Member.ReadAsync(
            "query($id: ID!, $after: String) { objective(id: $id) { comments(after: $after) { nodes { text mentions { id } } pageInfo { hasNextPage } } } }", new { id, after = objective.Text("comments.pageInfo.endCursor") });
        rest.Strings("objective.comments.nodes.*.text").ShouldBe(["@没有这个人"]);
        rest.At("objective.comments.nodes.0.mentions").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Those_of_one_instant_are_all_on_some_page(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        for (var i = 0; i < 5; i++)
            await company.Member.ChangeAsync("comment", new { subjectId = id, text = "好" }, "comment { id }");
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        await company.Program.ExecuteSqlAsync("UPDATE {planning.comments} SET at = (SELECT MIN(at) FROM {planning.comments} WHERE subject_id = {0}) WHERE subject_id = {0}", key);
        var (seen, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = (await company.Member.ReadAsync("query($id: ID!, $after: String) { objective(id: $id) { comments(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }", new { id, after })).At("objective.comments");
            seen.AddRange(page.Strings("nodes.*.id"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        seen.Distinct().Count().ShouldBe(5);
    }

    [Theory, OnEachDatabase]
    public async Task Only_its_author_takes_a_comment_back_and_its_history_stays(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        var comment = (await company.Member.ChangeAsync("comment", new { subjectId = id, text = "写错了" }, "comment { id }")).Id();
        foreach (var other in (Api[])[company.Colleague, company.TeamLeader, company.Executive, company.Administrator])
            (await other.MutateAsync("remove", new { id = comment }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Member.RefusedAsync("remove", new { id = comment, expectedVersion = 7 })).Code.ShouldBe("CONFLICT");
        (await company.Member.MutateAsync("remove", new { id = comment, reason = "写错" }, "removedId")).Data.Text("remove.removedId").ShouldBe(comment);
        (await company.Member.RefusedAsync("remove", new { id = comment })).Code.ShouldBe("NOT_FOUND");
        (await company.Member.ObjectiveAsync(id, "comments { totalCount }")).Number("comments.totalCount").ShouldBe(0);
        var trail = await company.Auditor.ReadAsync("query($id: ID!) { auditTrail(subjectId: $id) { nodes { action reason after by { employeeNumber } } } }", new { id = comment });
        trail.Strings("auditTrail.nodes.*.action").ShouldBe(["removeComment", "writeComment"]);
        trail.Text("auditTrail.nodes.0.reason").ShouldBe("写错");
        trail.Text("auditTrail.nodes.1.after")!.ShouldContain("写错了");
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_removed_does_not_exist(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var id in (string[])[company.Member.PersonId, company.Team, "no id", await company.OpenCycleAsync()])
            (await company.Administrator.RefusedAsync("remove", new { id })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("id"));
    }
}
