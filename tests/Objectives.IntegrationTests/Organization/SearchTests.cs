using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class SearchTests(Installations installations)
{
    private const string Query = """
        query($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
          search(text: $text, kinds: $kinds, first: $first, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            edges { snippet node { __typename ... on Person { id name } ... on Unit { id name } ... on Customer { id name } } }
          }
        }
        """;

    [Theory, OnEachDatabase]
    public async Task Chinese_words_find_people_units_and_customers(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var word = $"琥珀{New.Code("")}";
        var unit = await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department).With("name", $"{word}服务组"));
        var person = await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("name", $"欧阳{word}"));
        var customer = await company.Administrator.AddAsync("saveCustomer", New.Customer(company.Region).With("name", $"上海{word}商城"));
        var found = (await company.Stranger.ReadAsync(Query, new { text = word })).At("search");
        found.Number("totalCount").ShouldBe(3);
        Hits(found).ShouldBe([("Person", person.Id()), ("Unit", unit.Id()), ("Customer", customer.Id())], ignoreOrder: true);
        found.Strings("edges.*.snippet").ShouldAllBe(s => s!.Contains(word));
        Hits((await company.Stranger.ReadAsync(Query, new { text = word, kinds = new[] { "CUSTOMER" } })).At("search")).ShouldBe([("Customer", customer.Id())]);
    }

    [Theory, OnEachDatabase]
    public async Task Numbers_codes_addresses_and_duties_are_found_in_any_case_and_who_left_comes_last(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var mark = New.Code("QZ");
        var gone = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("employeeNumber", $"{mark}-1").With("active", false));
        var here = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("email", $"{mark}@example.com"));
        var unit = await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department).With("responsibilities", new[] { new { text = $"负责 {mark} 型号" } }));
        var first = (await company.Member.ReadAsync(Query, new { text = mark.ToLowerInvariant(), kinds = new[] { "PERSON", "UNIT" }, first = 2 })).At("search");
        Hits(first).ShouldBe([("Person", here.Id()), ("Person", gone.Id())]);
        first.At("pageInfo.hasNextPage").GetBoolean().ShouldBeTrue();
        var second = (await company.Member.ReadAsync(Query, new { text = mark.ToLowerInvariant(), kinds = new[] { "PERSON", "UNIT" }, first = 2, after = first.Text("pageInfo.endCursor") })).At("search");
        Hits(second).ShouldBe([("Unit", unit.Id())]);
        second.Text("edges.0.snippet")!.ShouldContain(mark);
    }

    [Theory, OnEachDatabase("100%", "%", "_", "'", "\\", "[a]", "*")]
    public async Task Signs_that_databases_read_as_patterns_are_only_signs(DatabaseKind database, string text)
    {
        var company = await installations.OnAsync(database);
        var mark = New.Code("X");
        var customer = await company.Administrator.AddAsync("saveCustomer", New.Customer(company.Region).With("name", $"{mark}{text}{mark}"));
        Hits((await company.Member.ReadAsync(Query, new { text = $"{mark}{text}" })).At("search")).ShouldBe([("Customer", customer.Id())]);
        (await company.Member.ReadAsync(Query, new { text = $"{mark}{text}?" })).Number("search.totalCount").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task People_are_filtered_by_text_unit_role_and_activity(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var unit = await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department));
        var hr = await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("roles", new[] { "HR", "EXECUTIVE" }));
        var report = await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("superiorId", hr.Id()));
        var gone = await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("superiorId", report.Id()).With("active", false));
        Task<IReadOnlyList<string?>> Find(object filter) => PeopleAsync(company.Member, filter);
        (await Find(new { unitId = unit.Id() })).ShouldBe([hr.Id(), report.Id(), gone.Id()]);
        (await Find(new { unitId = unit.Id(), active = true })).ShouldBe([hr.Id(), report.Id()]);
        (await Find(new { unitId = unit.Id(), active = false })).ShouldBe([gone.Id()]);
        (await Find(new { unitId = unit.Id(), role = "HR" })).ShouldBe([hr.Id()]);
        (await Find(new { unitId = unit.Id(), role = "EXECUTIVE" })).ShouldBe([hr.Id()]);
        (await Find(new { unitId = unit.Id(), role = "AUDITOR" })).ShouldBeEmpty();
        (await Find(new { unitId = unit.Id(), role = "LEADER" })).ShouldBe([hr.Id()]);
        (await Find(new { unitId = unit.Id(), role = "MEMBER" })).Count.ShouldBe(3);
        (await Find(new { text = ((string)report["employeeNumber"]!).ToLowerInvariant() })).ShouldBe([report.Id()]);
        (await Find(new { text = (string)gone["name"]! })).ShouldBe([gone.Id()]);
        (await company.Member.AskAsync("query($f: PersonFilter) { people(filter: $f) { nodes { id } } }", new { f = new { unitId = company.Region } })).ErrorCode.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    public async Task Pages_hold_still_when_others_are_added_and_run_both_ways(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var unit = await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department));
        var mark = New.Code("PG");
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(1, 5))
            ids.Add((await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("employeeNumber", $"{mark}-{number}"))).Id());
        var first = await PageAsync(company.Member, unit.Id(), new { first = 2 });
        first.Strings("nodes.*.id").ShouldBe(ids[..2]);
        await company.Administrator.AddAsync("savePerson", New.Person(unit.Id()).With("employeeNumber", $"{mark}-0"));
        var second = await PageAsync(company.Member, unit.Id(), new { first = 2, after = first.Text("pageInfo.endCursor") });
        second.Strings("nodes.*.id").ShouldBe(ids[2..4]);
        second.Number("totalCount").ShouldBe(6);
        (await PageAsync(company.Member, unit.Id(), new { last = 2, before = second.Text("pageInfo.startCursor") })).Strings("nodes.*.id").ShouldBe(ids[..2]);
        (await PageAsync(company.Member, unit.Id(), new { last = 1 })).Strings("nodes.*.id").ShouldBe([ids[4]]);
        foreach (var (bad, code) in new (object, string)[] { (new { after = "nonsense" }, "BAD_USER_INPUT"), (new { first = -1 }, "BAD_USER_INPUT"), (new { first = 501 }, "LIMIT_EXCEEDED"), (new { first = 1, last = 1 }, "BAD_USER_INPUT") })
            (await company.Member.AskAsync(Pages, Arguments(unit.Id(), bad))).ErrorCode.ShouldBe(code);
    }

    [Theory, OnEachDatabase]
    public async Task Customers_are_filtered_by_text_and_region(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var region = await company.Administrator.AddAsync("saveRegion", New.Region(company.Division));
        var customer = await company.Administrator.AddAsync("saveCustomer", New.Customer(region.Id()).With("name", "苏宁易购"));
        const string query = "query($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }";
        (await company.Member.ReadAsync(query, new { f = new { regionId = region.Id() } })).Strings("customers.nodes.*.id").ShouldBe([customer.Id()]);
        (await company.Member.ReadAsync(query, new { f = new { regionId = region.Id(), text = "易购" } })).Strings("customers.nodes.*.id").ShouldBe([customer.Id()]);
        (await company.Member.ReadAsync(query, new { f = new { regionId = region.Id(), text = "国美" } })).Strings("customers.nodes.*.id").ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task What_a_list_shows_of_its_people_costs_no_statement_for_each(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        const string query = "query($first: Int) { people(first: $first) { nodes { id unit { name } position { title } superior { name } chain { name } directReports { name } roles } } }";
        await company.Member.ReadAsync(query, new { first = 1 });
        var (_, few) = await company.Member.RecordAsync(query, new { first = 2 });
        var (_, many) = await company.Member.RecordAsync(query, new { first = 40 });
        many.Count.ShouldBeLessThanOrEqualTo(few.Count + 2, string.Join('\n', many));
    }

    private const string Pages = """
        query($unit: ID, $first: Int, $after: String, $last: Int, $before: String) {
          people(filter: { unitId: $unit }, first: $first, after: $after, last: $last, before: $before) { nodes { id } totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }
        }
        """;

    private static Dictionary<string, object?> Arguments(string unit, object page)
        => new(JsonSerializer.SerializeToElement(page).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, (object?)p.Value))) { ["unit"] = unit };

    private static async Task<JsonElement> PageAsync(Api api, string unit, object page) => (await api.ReadAsync(Pages, Arguments(unit, page))).At("people");

    private static async Task<IReadOnlyList<string?>> PeopleAsync(Api api, object filter)
        => (await api.ReadAsync("query($filter: PersonFilter) { people(filter: $filter) { nodes { id } } }", new { filter })).Strings("people.nodes.*.id");

    private static IReadOnlyList<(string?, string?)> Hits(JsonElement found) => [.. found.At("edges").EnumerateArray().Select(e => (e.Text("node.__typename"), e.Text("node.id")))];
}
