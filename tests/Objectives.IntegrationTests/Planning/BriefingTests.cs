using System.Text.Json;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Information is shared before objectives are set, and the team's objectives are made known to all.</summary>
public sealed class BriefingTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Receipts = "acknowledgements { totalCount nodes { employeeNumber } } pending { totalCount nodes { employeeNumber } }";

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task Everyone_in_the_unit_and_below_reads_it_and_who_has_not_is_seen(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var briefing = await company.DivisionLeader.ChangeAsync(
            "publishBriefing", Input(cycle, company.Department, "INDUSTRY_ENVIRONMENT"),
            $"briefing {{ id version title body kind cycle {{ id }} unit {{ code }} publishedBy {{ employeeNumber }} publishedAt objectives {{ id }} awaitsViewer {Receipts} history {{ nodes {{ action }} }} }}");
        (briefing.Number("version"), briefing.Text("title"), briefing.Text("body"), briefing.Text("unit.code"), briefing.Text("publishedBy.employeeNumber"), briefing.Text("history.nodes.0.action"))
            .ShouldBe((1, "行业环境", "第一行\n第二行", "D1-1", "E0100", "publishBriefing"));
        briefing.Strings("pending.nodes.*.employeeNumber").ShouldBe(["E0110", "E0111", "E0112", "E0113"]);
        briefing.Number("acknowledgements.totalCount").ShouldBe(0);

        var id = briefing.Id();
        await company.Member.ChangeAsync("acknowledgeBriefing", new { briefingId = id }, "briefing { id }");
        await company.Member.ChangeAsync("acknowledgeBriefing", new { briefingId = id }, "briefing { id }");
        await company.TeamLeader.ChangeAsync("acknowledgeBriefing", new { briefingId = id }, "briefing { id }");
        var read = await BriefingAsync(company.Member, id, $"acknowledgedAt awaitsViewer {Receipts}");
        read.Strings("acknowledgements.nodes.*.employeeNumber").ShouldBe(["E0112", "E0111"]);
        read.Strings("pending.nodes.*.employeeNumber").ShouldBe(["E0110", "E0113"]);
        (read.Number("pending.totalCount"), read.At("awaitsViewer").GetBoolean(), read.Text("acknowledgedAt") is null).ShouldBe((2, false, false));
        (await BriefingAsync(company.Colleague, id, "awaitsViewer acknowledgedAt")).At("awaitsViewer").GetBoolean().ShouldBeTrue();
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task Who_publishes_counts_as_informed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var id = (await company.TeamLeader.ChangeAsync("publishBriefing", Input(cycle, company.Team, "COMPANY_RESULTS"), "briefing { id }")).Id();
        (await BriefingAsync(company.TeamLeader, id, $"awaitsViewer {Receipts}")).ShouldSatisfyAllConditions(
            b => b.Strings("pending.nodes.*.employeeNumber").ShouldBe(["E0112", "E0113"]), b => b.At("awaitsViewer").GetBoolean().ShouldBeFalse());
    }

    [Theory, OnEachDatabase]
    public async Task Receipts_are_paged(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = (await company.InformAsync(await company.OpenCycleAsync("PREPARATION"), company.Division, "COMPANY_RESULTS"))[0];
        var (seen, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = (await company.Hr.ReadAsync("query($id: ID!, $after: String) { node(id: $id) { ... on Briefing { pending(first: 3, after: $after) { totalCount nodes { employeeNumber } pageInfo { hasNextPage endCursor } } } } }", new { id, after })).At("node.pending");
            page.Number("totalCount").ShouldBe(8);
            seen.AddRange(page.Strings("nodes.*.employeeNumber"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        seen.Distinct().Count().ShouldBe(8);
    }

    [Theory, OnEachDatabase]
    public async Task Executives_HR_and_the_units_leaders_publish_nobody_else(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var input = Input(cycle, company.Team, "COMPANY_RESULTS");
        foreach (var by in (Api[])[company.Executive, company.SecondExecutive, company.Hr, company.DivisionLeader, company.DepartmentLeader, company.TeamLeader])
            await by.ChangeAsync("publishBriefing", input, "briefing { id }");
        foreach (var by in (Api[])[company.Member, company.OtherTeamLeader, company.Auditor, company.Administrator])
            (await by.MutateAsync("publishBriefing", input, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.TeamLeader.MutateAsync("publishBriefing", Input(cycle, company.Department, "COMPANY_RESULTS"), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_read_by_those_whom_it_concerns(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var id = (await company.InformAsync(cycle, company.Team, "GENERAL_ENVIRONMENT"))[0];
        foreach (var reader in (Api[])[company.Member, company.TeamLeader, company.DepartmentLeader, company.Hr, company.Auditor, company.Administrator, company.SecondExecutive])
            (await reader.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind.ShouldBe(JsonValueKind.Object);
        foreach (var other in (Api[])[company.Stranger, company.OtherTeamLeader])
        {
            (await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
            (await other.RefusedAsync("acknowledgeBriefing", new { briefingId = id })).Code.ShouldBe("NOT_FOUND");
            (await ListAsync(other, new { cycle })).Number("totalCount").ShouldBe(0);
        }
        (await company.DepartmentLeader.MutateAsync("acknowledgeBriefing", new { briefingId = id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var atRoot = (await company.InformAsync(cycle, company.Root, "GENERAL_ENVIRONMENT"))[0];
        await company.Auditor.ChangeAsync("acknowledgeBriefing", new { briefingId = atRoot }, "briefing { id }");
    }

    [Theory, OnEachDatabase]
    public async Task A_list_shows_what_reaches_a_unit_the_newest_first(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var atRoot = await company.InformAsync(cycle, company.Root, "GENERAL_ENVIRONMENT", "COMPANY_RESULTS");
        var atTeam = await company.InformAsync(cycle, company.Team, "COMPANY_RESULTS");
        await company.InformAsync(cycle, company.OtherTeam, "COMPANY_RESULTS");
        (await ListAsync(company.Hr, new { cycle, unit = company.Team })).Strings("nodes.*.id").ShouldBe([atTeam[0], atRoot[1], atRoot[0]]);
        (await ListAsync(company.Hr, new { cycle, unit = company.Team, kind = "COMPANY_RESULTS" })).Strings("nodes.*.id").ShouldBe([atTeam[0], atRoot[1]]);
        (await ListAsync(company.Hr, new { cycle })).Number("totalCount").ShouldBe(4);
        (await ListAsync(company.Member, new { cycle })).Number("totalCount").ShouldBe(3);
        var first = await ListAsync(company.Hr, new { cycle, unit = company.Team, first = 2 });
        (await ListAsync(company.Hr, new { cycle, unit = company.Team, after = first.Text("pageInfo.endCursor") })).Strings("nodes.*.id").ShouldBe([atRoot[0]]);
    }

    [Theory, OnEachDatabase]
    public async Task A_list_with_receipts_takes_a_fixed_number_of_statements(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var runs = new List<IReadOnlyList<string>>();
        foreach (var units in (string[][])[[company.Team], [company.Root, company.Department, company.OtherTeam]])
        {
            foreach (var unit in units)
                await company.InformAsync(cycle, unit);
            var (_, sql) = await company.Hr.RecordAsync("query($cycle: ID!) { briefings(cycleId: $cycle) { totalCount nodes { title unit { name } publishedBy { name } acknowledgedAt awaitsViewer acknowledgements(first: 3) { totalCount nodes { name } } pending(first: 3) { totalCount nodes { name } } } } }", new { cycle });
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.10")]
    public async Task A_units_objectives_are_made_known_with_receipts(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var objective = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var published = await company.TeamLeader.ChangeAsync(
            "publishBriefing", Input(cycle, company.Team, "OBJECTIVE_PUBLICATION") with { ObjectiveIds = [objective] }, $"briefing {{ id kind objectives {{ id title }} {Receipts} }}");
        published.Strings("objectives.*.id").ShouldBe([objective]);
        published.Strings("pending.nodes.*.employeeNumber").ShouldBe(["E0112", "E0113"]);
        await company.Colleague.ChangeAsync("acknowledgeBriefing", new { briefingId = published.Id() }, "briefing { id }");
        (await BriefingAsync(company.Member, published.Id(), $"objectives {{ title }} {Receipts}")).Strings("pending.nodes.*.employeeNumber").ShouldBe(["E0112"]);

        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        foreach (var (input, code, field) in new[]
        {
            (Input(cycle, company.Team, "OBJECTIVE_PUBLICATION"), "REQUIRED", "objectiveIds"), (Input(cycle, company.Team, "COMPANY_RESULTS") with { ObjectiveIds = [objective] }, "INVALID", "objectiveIds"),
            (Input(cycle, company.Team, "OBJECTIVE_PUBLICATION") with { ObjectiveIds = [objective, hidden] }, "NOT_FOUND", "objectiveIds.1"),
            (Input(await company.OpenCycleAsync(), company.Team, "OBJECTIVE_PUBLICATION") with { ObjectiveIds = [objective] }, "NOT_FOUND", "objectiveIds.0"),
        })
        {
            (await company.TeamLeader.RefusedAsync("publishBriefing", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task Setting_opens_for_a_unit_only_when_all_four_are_published_to_it_or_above(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "先写下来" }, "objective { id }");
        await company.InformAsync(cycle, company.Root, "GENERAL_ENVIRONMENT", "INDUSTRY_ENVIRONMENT");
        await company.InformAsync(cycle, company.Team, "COMPETITIVE_ENVIRONMENT");
        await company.InformAsync(cycle, company.OtherTeam, "COMPETITIVE_ENVIRONMENT", "COMPANY_RESULTS");
        await company.MoveCycleAsync(cycle, "SETTING");

        var refused = await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle));
        (refused.Code, refused.Field).ShouldBe(("BRIEFING_MISSING", "unitId"));
        JsonElement.Parse(refused.Detail!).Strings("missing").ShouldBe(["COMPANY_RESULTS"]);
        refused.Message.ShouldContain("company results");
        (await company.TeamLeader.InChinese.RefusedAsync("editObjective", new { id, title = "改" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("BRIEFING_MISSING"), e => e.Field.ShouldBe("id"), e => e.Message.ShouldContain("公司业绩"));
        await company.OtherTeamLeader.DraftAsync(company.Draft(cycle) with { UnitId = company.OtherTeam, OwnerId = company.OtherTeamLeader.PersonId });

        var last = (await company.InformAsync(cycle, company.Division, "COMPANY_RESULTS"))[0];
        await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.Executive.MutateAsync("remove", new { id = last }, "removedId");
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle))).Code.ShouldBe("BRIEFING_MISSING");
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id, reason = "不做了" }, "objective { id }");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task The_policy_says_whether_what_is_unread_blocks(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var read = await company.TeamLeader.ReadAsync(PendingOfMe, new { cycle, me = company.TeamLeader.PersonId });
        read.At("person.pendingBriefings").GetArrayLength().ShouldBe(4);

        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, unacknowledgedBriefing = "BLOCK" }, "cycle { id }");
        var refused = await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle));
        (refused.Code, refused.Field).ShouldBe(("BRIEFING_MISSING", "unitId"));
        var unread = JsonElement.Parse(refused.Detail!).Strings("unacknowledged");
        unread.ShouldBe(read.Strings("person.pendingBriefings.*.id"), ignoreOrder: true);
        refused.Message.ShouldContain("通报 COMPANY_RESULTS");
        foreach (var id in unread.Skip(1))
            await company.TeamLeader.ChangeAsync("acknowledgeBriefing", new { briefingId = id }, "briefing { id }");
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle))).Code.ShouldBe("BRIEFING_MISSING");
        await company.TeamLeader.ChangeAsync("acknowledgeBriefing", new { briefingId = unread[0] }, "briefing { id }");
        await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.Executive.DraftAsync(company.Draft(cycle));
        (await company.TeamLeader.ReadAsync(PendingOfMe, new { cycle, me = company.TeamLeader.PersonId })).At("person.pendingBriefings").GetArrayLength().ShouldBe(0);
        (await company.Member.RefusedAsync("draftObjective", company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId })).Code.ShouldBe("BRIEFING_MISSING");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_taken_back_by_who_published_it_and_stays_in_history(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var id = (await company.TeamLeader.ChangeAsync("publishBriefing", Input(cycle, company.Team, "COMPANY_RESULTS"), "briefing { id }")).Id();
        (await company.Member.MutateAsync("remove", new { id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("remove", new { id })).Code.ShouldBe("NOT_FOUND");
        (await company.TeamLeader.RefusedAsync("remove", new { id, expectedVersion = 9 })).Code.ShouldBe("CONFLICT");
        (await company.TeamLeader.MutateAsync("remove", new { id, reason = "数据有误" }, "removedId")).Data.Text("remove.removedId").ShouldBe(id);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Auditor.ReadAsync("query($id: ID!) { auditTrail(subjectId: $id) { nodes { action reason } } }", new { id })).Strings("auditTrail.nodes.*.action").ShouldBe(["removeBriefing", "publishBriefing"]);
        (await ListAsync(company.TeamLeader, new { cycle })).Number("totalCount").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task It_is_found_by_its_words_by_those_who_may_read_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var word = $"麒麟{Guid.NewGuid():N}";
        await company.TeamLeader.ChangeAsync("publishBriefing", Input(cycle, company.Team, "COMPANY_RESULTS") with { Body = $"今年的{word}很多" }, "briefing { id }");
        const string search = "query($text: String!) { search(text: $text, kinds: [BRIEFING]) { totalCount edges { snippet node { __typename ... on Briefing { title } } } } }";
        var found = await company.Member.ReadAsync(search, new { text = word.ToUpperInvariant() });
        (found.Number("search.totalCount"), found.Text("search.edges.0.node.__typename")).ShouldBe((1, "Briefing"));
        found.Text("search.edges.0.snippet")!.ShouldContain(word);
        (await company.Stranger.ReadAsync(search, new { text = word })).Number("search.totalCount").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_published_late_or_names_nothing_is_refused(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var closed = await company.OpenCycleAsync("APPRAISAL");
        foreach (var (input, code, field) in new[]
        {
            (Input(closed, company.Team, "COMPANY_RESULTS"), "FORBIDDEN_BY_STATE", "cycleId"),
            (Input(GlobalId.Encode("Cycle", Guid.CreateVersion7()), company.Team, "COMPANY_RESULTS"), "NOT_FOUND", "cycleId"),
            (Input(closed, GlobalId.Encode("Unit", Guid.CreateVersion7()), "COMPANY_RESULTS"), "NOT_FOUND", "unitId"),
            (Input(closed, company.Team, "COMPANY_RESULTS") with { Title = " " }, "REQUIRED", "title"),
            (Input(closed, company.Team, "COMPANY_RESULTS") with { Body = new('长', 20_001) }, "LIMIT_EXCEEDED", "body"),
        })
        {
            (await company.Executive.RefusedAsync("publishBriefing", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_whole_unit_may_read_at_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = (await company.InformAsync(await company.OpenCycleAsync("PREPARATION"), company.Root, "COMPANY_RESULTS"))[0];
        Api[] people = [company.SecondExecutive, company.Hr, company.Auditor, company.DivisionLeader, company.DepartmentLeader, company.TeamLeader, company.Member, company.Colleague, company.OtherTeamLeader, company.Stranger];
        await Task.WhenAll(people.Concat(people).Select(p => p.ChangeAsync("acknowledgeBriefing", new { briefingId = id }, "briefing { id }")));
        (await BriefingAsync(company.Hr, id, "acknowledgements { totalCount }")).Number("acknowledgements.totalCount").ShouldBe(people.Length);
    }

    private const string PendingOfMe = "query($cycle: ID!, $me: ID!) { person(id: $me) { pendingBriefings(cycleId: $cycle) { id title } } }";

    private static Publication Input(string cycle, string unit, string kind) => new() { CycleId = cycle, UnitId = unit, Kind = kind, Title = " 行业环境 ", Body = "第一行\n第二行" };

    private static async Task<JsonElement> BriefingAsync(Api api, string id, string selection) => (await api.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Briefing {{ {selection} }} }} }}", new { id })).At("node");

    private static async Task<JsonElement> ListAsync(Api api, object variables)
        => (await api.ReadAsync("query($cycle: ID!, $unit: ID, $kind: BriefingKind, $first: Int, $after: String) { briefings(cycleId: $cycle, unitId: $unit, kind: $kind, first: $first, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }", variables)).At("briefings");

    private sealed record Publication
    {
        public required string CycleId { get; init; }

        public required string UnitId { get; init; }

        public required string Kind { get; init; }

        public required string Title { get; init; }

        public required string Body { get; init; }

        public IReadOnlyList<string>? ObjectiveIds { get; init; }
    }
}
