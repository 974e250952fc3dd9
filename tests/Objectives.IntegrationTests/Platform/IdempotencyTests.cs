using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class IdempotencyTests(Installations installations)
{
    private static string Key() => Guid.NewGuid().ToString();

    [Theory, OnEachDatabase]
    public async Task The_same_request_with_the_same_key_is_done_once_and_answered_alike(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (leader, other) = (company.TeamLeader.With(Key()), company.DepartmentLeader);
        var first = await leader.DraftAsync(company.Draft(cycle));
        (await leader.DraftAsync(company.Draft(cycle))).ShouldBe(first);
        (await leader.InChinese.DraftAsync(company.Draft(cycle))).ShouldBe(first);
        (await other.With(leader.IdempotencyKey!).DraftAsync(company.Draft(cycle))).ShouldNotBe(first);
        (await company.TeamLeader.TreeAsync(cycle)).Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_key_stands_for_one_request(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var leader = company.Executive.With(Key());
        var id = await leader.DraftAsync(company.Draft(cycle));
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("draftObjective", company.Draft(cycle) with { Title = "别的" }), ("editObjective", new { id, title = "别的" }), ("saveStrategyElement", new { kind = "VISION", title = "别的", from = 2027, until = 2027 }),
        })
        {
            (await leader.RefusedAsync(mutation, input)).Code.ShouldBe("CONFLICT");
        }
        (await leader.ObjectiveAsync(id, "version")).Number("version").ShouldBe(1);
        (await company.Executive.TreeAsync(cycle)).Count.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task An_omitted_field_and_null_are_two_requests(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Baseline = "1" });
        var leader = company.TeamLeader.With(Key());
        await leader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
        (await leader.RefusedAsync("editObjective", new { id, title = "一", baseline = (string?)null })).Code.ShouldBe("CONFLICT");
    }

    /// <summary>A comment goes to PostgreSQL without a transaction's own statements: the rows of the one that comes too late must all be refused.</summary>
    [Theory, OnEachDatabase]
    public async Task Of_a_comment_that_many_send_at_once_one_is_kept_with_its_history(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        var member = company.Member.With(Key());
        var comments = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await member.ChangeAsync("comment", new { subjectId = id, text = "好" }, "comment { id text by { employeeNumber } }")).Id()));
        comments.Distinct().Count().ShouldBe(1);
        (await company.Member.ObjectiveAsync(id, "comments { totalCount }")).Number("comments.totalCount").ShouldBe(1);
        var trail = await company.Auditor.ReadAsync("{ auditTrail(first: 50) { nodes { action subject { __typename id } } } }");
        trail.At("auditTrail.nodes").EnumerateArray().Count(n => n.Text("action") == "writeComment" && n.Text("subject.id") == comments[0]).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Many_who_send_it_at_once_get_one_answer(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        for (var round = 0; round < 5; round++)
        {
            var cycle = await company.OpenCycleAsync();
            var leader = company.TeamLeader.With(Key());
            var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => leader.DraftAsync(company.Draft(cycle))));
            ids.Distinct().Count().ShouldBe(1);
            (await company.TeamLeader.TreeAsync(cycle)).Select(n => n.Id).ShouldBe([ids[0]]);
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_was_refused_may_be_mended_under_the_same_key(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync());
        var leader = company.TeamLeader.With(Key());
        (await leader.RefusedAsync("draftObjective", draft with { Title = " " })).Code.ShouldBe("REQUIRED");
        await leader.DraftAsync(draft);
    }

    [Theory, OnEachDatabase]
    public async Task A_key_that_cannot_be_kept_is_refused_not_ignored(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.TeamLeader.With(new string('k', 200)).DraftAsync(company.Draft(cycle));
        foreach (var key in (string[])["", new string('k', 201)])
        {
            var reply = await company.TeamLeader.With(key).InChinese.MutateAsync("draftObjective", company.Draft(cycle), string.Empty);
            (reply.ErrorCode, Languages.IsChinese(reply.ErrorMessage)).ShouldBe(("BAD_USER_INPUT", true));
            reply.ErrorMessage!.ShouldContain("Idempotency-Key");
        }
        (await company.TeamLeader.TreeAsync(cycle)).Count.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_removal_is_answered_alike_too(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        var comment = (await company.Member.ChangeAsync("comment", new { subjectId = id, text = "说" }, "comment { id }")).Id();
        var member = company.Member.With(Key());
        for (var i = 0; i < 2; i++)
            (await member.MutateAsync("remove", new { id = comment }, "removedId")).Data.Text("remove.removedId").ShouldBe(comment);
    }
}
