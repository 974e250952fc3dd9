using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>People are recognised while they work (S4.7): who may, who is told, who reads what was paid.</summary>
[Trait("Clause", "S4.7")]
public sealed class RecognitionTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string All = "id to { id } by { id } at kind text objective { id } amount { amount currency }";

    [Theory, OnEachDatabase]
    public async Task Everyone_praises_a_colleague_who_is_told(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var objective = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        var given = await company.Colleague.ChangeAsync("recognise", new { toId = company.Member.PersonId, kind = "PRAISE", text = " 三天内修好了全部积压订单 ", objectiveId = objective }, $"recognition {{ {All} }}");
        (given.Text("to.id"), given.Text("by.id"), given.Text("kind"), given.Text("text"), given.Text("objective.id"), given.GetProperty("amount").ValueKind)
            .ShouldBe((company.Member.PersonId, company.Colleague.PersonId, "PRAISE", "三天内修好了全部积压订单", objective, JsonValueKind.Null));
        await company.DeliveredAsync(given.Id());
        var told = (await company.Member.ReadAsync("{ viewer { notifications(first: 1) { nodes { kind title body subject { id } } } } }")).At("viewer.notifications.nodes.0");
        (told.Text("kind"), told.Text("title"), told.Text("body"), told.Text("subject.id")).ShouldBe(("RECOGNISED", "周静 recognises you", "三天内修好了全部积压订单", given.Id()));

        var read = (await company.Stranger.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Recognition {{ {All} }} }} }}", new { id = given.Id() })).GetProperty("node");
        (read.Text("text"), read.GetProperty("objective").ValueKind).ShouldBe(("三天内修好了全部积压订单", JsonValueKind.Null)); // The other team does not see the objective.
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.4")]
    public async Task What_one_does_for_his_development_is_encouraged_from_above(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var competency = (await company.Hr.ChangeAsync("saveCompetency", new { code = "DIAGNOSE", name = "故障诊断", levels = new[] { "入门", "熟练" } }, "competency { id }")).Id();
        var plan = await company.Member.ChangeAsync(
            "saveDevelopmentItem",
            new { personId = company.Member.PersonId, cycleId = cycle, kind = "ON_THE_JOB", title = "轮岗", competencyId = competency, targetLevel = 1, due = "2027-03-31" },
            "developmentPlan { items { id } }");
        var item = plan.Text("items.0.id")!;
        static object Said(string to, string of) => new { toId = to, kind = "LEARNING", text = "轮岗三周，进步很快", developmentItemId = of };
        foreach (var (who, to) in new[] { (company.Colleague, company.Member), (company.Stranger, company.Member), (company.TeamLeader, company.Colleague) })
            (await who.RefusedAsync("recognise", Said(to.PersonId, item))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("developmentItemId"));
        var first = (await company.TeamLeader.ChangeAsync("recognise", Said(company.Member.PersonId, item), "recognition { id }")).Id();
        var second = (await company.Hr.ChangeAsync("recognise", Said(company.Member.PersonId, item), "recognition { id }")).Id();
        var read = await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on DevelopmentItem { encouragement { id text by { employeeNumber } } } } }", new { id = item });
        read.Strings("node.encouragement.*.id").ShouldBe([second, first]);
        read.Strings("node.encouragement.*.by.employeeNumber").ShouldBe(["E0002", "E0111"]);
    }

    [Theory, OnEachDatabase]
    public async Task Awards_and_money_are_given_from_above_or_by_hr(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var to = company.Member.PersonId;
        foreach (var below in new[] { company.Colleague, company.OtherTeamLeader, company.Stranger, company.SecondExecutive, company.Auditor })
        {
            (await below.MutateAsync("recognise", new { toId = to, kind = "AWARD", text = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
            (await below.MutateAsync("recognise", new { toId = to, kind = "PRAISE", text = "好", amount = "1", currency = "CNY" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        (await company.Auditor.MutateAsync("recognise", new { toId = to, kind = "PRAISE", text = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var above in new[] { company.TeamLeader, company.DivisionLeader, company.Executive, company.Hr })
            await company.AwardAsync(above, to, "10");
        (await company.TeamLeader.RefusedAsync("recognise", new { toId = company.TeamLeader.PersonId, kind = "PRAISE", text = "好" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("toId"));
    }

    [Theory, OnEachDatabase]
    public async Task Money_is_exact_in_its_currency_and_never_negative(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var (amount, currency) in new[] { ("0.01", "CNY"), ("500000", "JPY"), ("1.005", "KWD"), ("999999999999.99", "CNY") })
        {
            var given = (await company.AwardAsync(company.TeamLeader, company.Member.PersonId, amount, currency)).GetProperty("amount");
            (given.Text("amount"), given.Text("currency")).ShouldBe((amount, currency));
        }
        foreach (var (amount, currency, code, field) in new[]
        {
            ("-0.01", "CNY", "NEGATIVE_INCENTIVE", "amount"), ("0", "CNY", "INVALID", "amount"), ("0.001", "CNY", "INVALID", "amount"), ("0.5", "JPY", "INVALID", "amount"), ("1", "XXX", "INVALID", "currency"),
            ("1", null, "REQUIRED", "currency"), (null, "CNY", "REQUIRED", "amount"),
        })
        {
            var error = await company.TeamLeader.RefusedAsync("recognise", new { toId = company.Member.PersonId, kind = "AWARD", text = "好", amount, currency });
            (error.Code, error.Field).ShouldBe((code, field), $"{amount} {currency}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_was_paid_is_read_by_who_got_or_gave_it_those_above_and_hr(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = (await company.AwardAsync(company.Hr, company.Member.PersonId, "800")).Id();
        var readers = new[] { company.Member, company.Hr, company.TeamLeader, company.DepartmentLeader, company.Executive, company.Auditor };
        var others = new[] { company.Colleague, company.Stranger, company.OtherTeamLeader, company.Administrator, company.SecondExecutive };
        foreach (var (who, knows) in readers.Select(r => (r, true)).Concat(others.Select(o => (o, false))))
        {
            var listed = (await who.ReadAsync($"query($to: ID) {{ recognitions(filter: {{ toId: $to }}, first: 1) {{ nodes {{ {All} }} }} }}", new { to = company.Member.PersonId })).At("recognitions.nodes.0");
            var node = (await who.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Recognition {{ {All} }} }} }}", new { id })).GetProperty("node");
            foreach (var read in new[] { listed, node })
                (read.Id(), read.GetProperty("amount").ValueKind).ShouldBe((id, knows ? JsonValueKind.Object : JsonValueKind.Null), who.PersonId);
            var history = (await who.ReadAsync("query($id: ID) { auditTrail(subjectId: $id) { nodes { after } } }", new { id })).At("auditTrail.nodes");
            history.GetArrayLength().ShouldBe(knows ? 1 : 0, who.PersonId);
        }
        var log = (await company.Hr.ReadAsync("{ loggedReadings { nodes { by { id } subject { id } } } }")).At("loggedReadings.nodes").EnumerateArray().Where(r => r.Text("subject.id") == id).ToList();
        log.ShouldNotBeEmpty();
        log.ShouldAllBe(r => r.Text("by.id") == company.Auditor.PersonId);
        (await company.Member.AskAsync("{ loggedReadings { totalCount } }")).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task Lists_come_newest_first_by_unit_person_kind_and_cycle_in_as_many_statements(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var texts = Enumerable.Range(1, 5).Select(i => $"第 {i} 次 {Guid.NewGuid():N}").ToList();
        foreach (var text in texts)
            await company.Colleague.ChangeAsync("recognise", new { toId = company.Stranger.PersonId, kind = "LEARNING", text }, "recognition { id }");
        texts.Reverse();
        const string query = "query($f: RecognitionFilter, $n: Int, $after: String) { recognitions(filter: $f, first: $n, after: $after) { nodes { text to { name } by { name } amount { amount } } pageInfo { hasNextPage endCursor } totalCount } }";
        async Task<(JsonElement Page, int Sql)> ReadAsync(object filter, int? n = null, string? after = null)
        {
            var (data, sql) = await company.Member.RecordAsync(query, new { f = filter, n, after });
            return (data.GetProperty("recognitions"), sql.Count);
        }

        var mine = new { byId = company.Colleague.PersonId, kind = new[] { "LEARNING" } };
        var (first, few) = await ReadAsync(mine, 2);
        first.Strings("nodes.*.text").ShouldBe(texts[..2]);
        first.Number("totalCount").ShouldBe(5);
        (await ReadAsync(mine, 10, first.Text("pageInfo.endCursor"))).Page.Strings("nodes.*.text").ShouldBe(texts[2..]);
        (await ReadAsync(mine, 5)).Sql.ShouldBe(few);
        (await ReadAsync(new { unitId = company.OtherTeam, byId = company.Colleague.PersonId })).Page.Number("totalCount").ShouldBe(5);
        (await ReadAsync(new { unitId = company.OtherDepartment, byId = company.Colleague.PersonId })).Page.Number("totalCount").ShouldBe(0);
        (await ReadAsync(new { unitId = company.OtherDepartment, includeSubunits = true, byId = company.Colleague.PersonId })).Page.Number("totalCount").ShouldBe(5);
        (await ReadAsync(new { kind = new[] { "PRAISE" }, toId = company.Stranger.PersonId })).Page.Number("totalCount").ShouldBe(0);

        (await company.Program.ExecuteSqlAsync("UPDATE {performance.recognitions} SET at = {0} WHERE text = {1}", At("2026-12-31T16:00:00Z"), texts[0])).ShouldBe(1); // The cycle's first instant in Shanghai.
        (await company.Program.ExecuteSqlAsync("UPDATE {performance.recognitions} SET at = {0} WHERE text = {1}", At("2027-12-31T16:00:00Z"), texts[1])).ShouldBe(1); // The first after it.
        (await ReadAsync(new { cycleId = cycle })).Page.Strings("nodes.*.text").ShouldBe([texts[0]]);
        var person = await company.Member.ReadAsync("query($id: ID!, $c: ID) { person(id: $id) { recognitions(cycleId: $c) { nodes { text } } ever: recognitions(first: 1) { totalCount } } }", new { id = company.Stranger.PersonId, c = cycle });
        person.Strings("person.recognitions.nodes.*.text").ShouldBe([texts[0]]);
        person.Number("person.ever.totalCount").ShouldBeGreaterThanOrEqualTo(5);

        object At(string text)
        {
            var instant = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            return database == DatabaseKind.Sqlite ? (object)instant.UtcDateTime : instant;
        }
    }
}
