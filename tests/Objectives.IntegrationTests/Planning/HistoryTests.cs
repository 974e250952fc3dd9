using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

public sealed class HistoryTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Each_change_is_kept_with_who_when_why_and_what(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (id, _) = await ChangedAsync(company);
        var history = (await company.Member.ObjectiveAsync(id, "history { totalCount nodes { sequence action reason before after at by { employeeNumber } subject { ... on Objective { id } } } }")).GetProperty("history");
        history.Number("totalCount").ShouldBe(4);
        history.Strings("nodes.*.action").ShouldBe(["withdrawObjective", "moveObjective", "editObjective", "draftObjective"]);
        history.Strings("nodes.*.by.employeeNumber").ShouldBe(["E0100", "E0110", "E0111", "E0111"]);
        history.At("nodes").EnumerateArray().Select(n => n.Number("sequence")).ShouldBe([4, 3, 2, 1]);
        history.Strings("nodes.*.subject.id").ShouldAllBe(s => s == id);
        var (before, after) = (JsonElement.Parse(history.Text("nodes.2.before")!), JsonElement.Parse(history.Text("nodes.2.after")!));
        (before.Text("title"), after.Text("title"), before.Text("target"), after.Text("target")).ShouldBe(("提高服务收入", "新标题", "120", "121.5"));
        after.TryGetProperty("ownerId", out _).ShouldBeFalse();
        (history.Text("nodes.0.reason"), JsonElement.Parse(history.Text("nodes.0.after")!).Text("status")).ShouldBe(("不再需要", "WITHDRAWN"));
        history.At("nodes.3.before").ValueKind.ShouldBe(JsonValueKind.Null);

        var page = await company.Member.ObjectiveAsync(id, "history(first: 2) { nodes { sequence } pageInfo { endCursor hasNextPage } }");
        page.At("history.pageInfo.hasNextPage").GetBoolean().ShouldBeTrue();
        (await company.Member.ReadAsync("query($id: ID!, $after: String) { objective(id: $id) { history(after: $after) { nodes { sequence } } } }", new { id, after = page.Text("history.pageInfo.endCursor") }))
            .At("objective.history.nodes").EnumerateArray().Select(n => n.Number("sequence")).ShouldBe([2, 1]);
    }

    [Theory, OnEachDatabase]
    public async Task Each_entry_is_chained_to_the_one_before_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (id, _) = await ChangedAsync(company);
        (await BrokenAtAsync(company, id)).ShouldBeNull();
        foreach (var subject in (string[])[company.Member.PersonId, company.Team, company.Region, company.Customer, company.Position])
            (await BrokenAtAsync(company, subject)).ShouldBeNull();
    }

    [Theory, OnEachDatabase("\"after\" = '{\"title\":\"x\"}'", "reason = 'x'", "\"by\" = NULL", "action = 'x'", "hash = 'x'")]
    public async Task An_altered_entry_does_not_go_unnoticed(DatabaseKind database, string tampering)
    {
        var company = await installations.OnAsync(database);
        var (id, key) = await ChangedAsync(company);
        (await company.Program.ExecuteSqlAsync($"UPDATE {{platform.changes}} SET {tampering.Replace("{", "{{").Replace("}", "}}")} WHERE subject_id = {{0}} AND sequence = 2", key)).ShouldBe(1);
        (await BrokenAtAsync(company, id)).ShouldBe(2);
    }

    /// <summary>Each hash covers the one before it.</summary>
    [Theory, OnEachDatabase]
    public async Task Nor_does_one_that_was_given_the_hash_that_fits_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (id, key) = await ChangedAsync(company);
        var changes = await company.Program.WithDbAsync(db => db.Changes.AsNoTracking().Where(c => c.SubjectId == key).OrderBy(c => c.Sequence).ToListAsync());
        var (first, second) = (changes[0], changes[1]);
        var hash = History.HashOf(first.Hash, second.SubjectType, key, 2, second.At, second.By?.Value, second.Action, "另有原因", second.Before, second.After);
        await company.Program.ExecuteSqlAsync("UPDATE {platform.changes} SET reason = {0}, hash = {1} WHERE subject_id = {2} AND sequence = 2", "另有原因", hash, key);
        (await BrokenAtAsync(company, id)).ShouldBe(3);
    }

    [Theory, OnEachDatabase(1, 2, 4)]
    public async Task An_entry_that_was_taken_out_does_not_go_unnoticed(DatabaseKind database, int sequence)
    {
        var company = await installations.OnAsync(database);
        var (id, key) = await ChangedAsync(company);
        (await company.Program.ExecuteSqlAsync("DELETE FROM {platform.changes} WHERE subject_id = {0} AND sequence = {1}", key, sequence)).ShouldBe(1);
        (await BrokenAtAsync(company, id)).ShouldNotBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task The_audit_trail_shows_an_auditor_all_and_others_their_own_and_what_they_may_read(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var from = await company.MomentAsync();
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var until = await company.MomentAsync();
        // By whom; what the system did meanwhile is nobody's.
        static async Task<IReadOnlyList<string?>> TrailAsync(Api api, object variables) => [.. (await api.ReadAsync(
            "query($by: ID, $subjectId: ID, $from: DateTime, $until: DateTime) { auditTrail(by: $by, subjectId: $subjectId, from: $from, until: $until, first: 100) { totalCount nodes { by { employeeNumber } subject { id } } } }", variables))
            .At("auditTrail.nodes").EnumerateArray().Where(n => n.GetProperty("by").ValueKind != JsonValueKind.Null).Select(n => n.Text("by.employeeNumber"))];

        (await TrailAsync(company.Auditor, new { subjectId = hidden })).ShouldBe(["E0212"]);
        (await TrailAsync(company.Auditor, new { subjectId = hidden, by = company.TeamLeader.PersonId })).ShouldBeEmpty();
        (await TrailAsync(company.Auditor, new { by = company.Stranger.PersonId, from, until })).ShouldBe(["E0212"]);
        (await TrailAsync(company.Auditor, new { from, until })).ShouldContain("E0111");
        (await TrailAsync(company.Auditor, new { subjectId = team, until = from })).ShouldBeEmpty();
        (await TrailAsync(company.Member, new { subjectId = team })).ShouldBe(["E0111"]);
        (await TrailAsync(company.Member, new { subjectId = hidden })).ShouldBeEmpty();
        (await TrailAsync(company.Stranger, new { from, until })).ShouldBe(["E0212"]);
        (await TrailAsync(company.Colleague, new { from, until })).ShouldBeEmpty();
        (await TrailAsync(company.Executive, new { by = company.TeamLeader.PersonId, from, until })).ShouldBeEmpty();
        (await company.Member.AskAsync("{ auditTrail(subjectId: \"x\") { totalCount } }")).ErrorCode.ShouldBe("NOT_FOUND");
    }

    /// <summary>Drafted, edited, moved, withdrawn.</summary>
    private static async Task<(string Id, Guid Key)> ChangedAsync(Company company)
    {
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "新标题", target = "121.5" }, "objective { id }");
        await company.DepartmentLeader.ChangeAsync("moveObjective", new { id, newParentId = parent }, "objective { id }");
        await company.DivisionLeader.ChangeAsync("withdrawObjective", new { id, reason = "不再需要" }, "objective { id }");
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        return (id, key);
    }

    /// <summary>The first place where an entity's history is not whole, by what the API says alone; null when it is.</summary>
    private static async Task<int?> BrokenAtAsync(Company company, string id)
    {
        var entity = (await company.Auditor.ReadAsync("query($id: ID!) { node(id: $id) { __typename ... on Versioned { version history(first: 100) { nodes { sequence at by { id } action reason before after hash } } } } }", new { id })).GetProperty("node");
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        var (previous, expected) = ((string?)null, 1);
        foreach (var entry in entity.At("history.nodes").EnumerateArray().Reverse())
        {
            var by = entry.GetProperty("by") is { ValueKind: JsonValueKind.Object } person && GlobalId.TryDecode(person.Id(), out _, out var personKey) ? personKey : (Guid?)null;
            var at = DateTimeOffset.Parse(entry.Text("at")!, CultureInfo.InvariantCulture);
            var hash = History.HashOf(previous, entity.Text("__typename")!, key, entry.Number("sequence"), at, by, entry.Text("action")!, entry.Text("reason"), entry.Text("before"), entry.Text("after"));
            if (entry.Number("sequence") != expected || entry.Text("hash") != hash)
                return expected;
            (previous, expected) = (hash, expected + 1);
        }
        return expected - 1 == entity.Number("version") ? null : expected;
    }
}
