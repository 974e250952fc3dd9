using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class ListTests(Installations installations)
{
    private const string List = """
        query($filter: ObjectiveFilter, $orderBy: ObjectiveOrder, $first: Int, $after: String, $last: Int, $before: String) {
          objectives(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { title } edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private static readonly (string Title, string Target)[] Sown = [("丙", "10"), ("甲", "30"), ("乙", "10"), ("beta", "-5"), ("Alpha", "0.5"), ("甲", "7"), ("乙", "1000000")];

    [Theory, OnEachDatabase("CODE", "TITLE", "TARGET", "UPDATED_AT")]
    public async Task Pages_in_each_order_make_up_the_list_forward_and_backward(DatabaseKind database, string field)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await SowAsync(company);
        foreach (var direction in (string[])["ASC", "DESC"])
        {
            var (filter, orderBy) = (new { cycleId = cycle }, new { field, direction });
            var whole = await PageAsync(company, new { filter, orderBy, first = 100 });
            whole.Number("totalCount").ShouldBe(Sown.Length);
            if (field == "TARGET")
                whole.Strings("nodes.*.title").ShouldBe(direction == "ASC" ? ["beta", "Alpha", "甲", "丙", "乙", "甲", "乙"] : ["乙", "甲", "乙", "丙", "甲", "Alpha", "beta"]);
            if (field is "CODE" or "UPDATED_AT")
                whole.Strings("nodes.*.title").ShouldBe(direction == "ASC" ? Sown.Select(s => s.Title) : Sown.Select(s => s.Title).Reverse());

            var (forward, backward) = (new List<string?>(), new List<string?>());
            JsonElement page;
            string? cursor = null;
            do
            {
                page = await PageAsync(company, new { filter, orderBy, first = 3, after = cursor });
                (page.Number("totalCount"), page.At("pageInfo.hasPreviousPage").GetBoolean()).ShouldBe((Sown.Length, cursor is not null));
                forward.AddRange(page.Strings("edges.*.cursor"));
                cursor = page.Text("pageInfo.endCursor");
            }
            while (page.At("pageInfo.hasNextPage").GetBoolean());
            forward.ShouldBe(whole.Strings("edges.*.cursor"));
            cursor = null;
            do
            {
                page = await PageAsync(company, new { filter, orderBy, last = 2, before = cursor });
                page.At("pageInfo.hasNextPage").GetBoolean().ShouldBe(cursor is not null);
                backward.InsertRange(0, page.Strings("edges.*.cursor"));
                cursor = page.Text("pageInfo.startCursor");
            }
            while (page.At("pageInfo.hasPreviousPage").GetBoolean());
            backward.ShouldBe(forward);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_cursor_of_another_list_or_order_is_refused(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await SowAsync(company);
        var after = (await PageAsync(company, new { filter = new { cycleId = cycle }, orderBy = new { field = "TITLE", direction = "ASC" }, first = 1 })).Text("pageInfo.endCursor");
        (await company.Executive.AskAsync("query($a: String, $o: ObjectiveOrder) { objectives(after: $a, orderBy: $o) { totalCount } }", new { a = after, o = new { field = "TITLE", direction = "DESC" } })).ErrorCode.ShouldBe("BAD_USER_INPUT");
        after = (await company.Executive.ReadAsync("{ people(first: 1) { pageInfo { endCursor } } }")).Text("people.pageInfo.endCursor");
        (await company.Executive.AskAsync("query($a: String) { customers(after: $a) { totalCount } }", new { a = after })).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task A_cursor_stays_where_it_was_when_others_insert(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await SowAsync(company);
        var (filter, orderBy) = (new { cycleId = cycle }, new { field = "TARGET", direction = "ASC" });
        var first = await PageAsync(company, new { filter, orderBy, first = 3 });
        first.Strings("nodes.*.title").ShouldBe(["beta", "Alpha", "甲"]);
        foreach (var target in (string[])["-100", "3", "8"])
            await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = $"新 {target}", Target = target });
        var second = await PageAsync(company, new { filter, orderBy, first = 3, after = first.Text("pageInfo.endCursor") });
        second.Strings("nodes.*.title").ShouldBe(["新 8", "丙", "乙"]);
        (await PageAsync(company, new { filter, orderBy, last = 3, before = second.Text("pageInfo.startCursor") })).Strings("nodes.*.title").ShouldBe(["新 3", "Alpha", "甲"], ignoreOrder: true);
    }

    [Theory, OnEachDatabase]
    public async Task Each_filter_narrows_and_all_hold_together(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycleId, ids) = await SowAsync(company);
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = ids[6], reason = "停止" }, "objective { id }");
        var own = await company.Member.DraftAsync(company.Draft(cycleId, ids[0]) with
        {
            Title = "个人 Repair", Description = "详细的维修说明", Level = "PERSONAL", OwnerId = company.Member.PersonId, CustomerId = company.Customer, RegionId = company.Region, MeasureId = company.StockDays, Important = true,
        });
        await company.Stranger.DraftAsync(company.StrangersDraft(cycleId));
        foreach (var filter in new object[]
        {
            new { cycleId, level = new[] { "PERSONAL" }, ownerId = company.Member.PersonId }, new { cycleId, ownerId = company.Member.PersonId }, new { cycleId, customerId = company.Customer }, new { cycleId, regionId = company.Region }, new { cycleId, hasRegion = true }, new { cycleId, hasCustomer = true },
            new { cycleId, measureId = company.StockDays }, new { cycleId, important = true }, new { cycleId, parentId = ids[0] }, new { cycleId, text = "repair" }, new { cycleId, text = "维修" }, new { cycleId, text = " 个人 " },
            new { cycleId, unitId = company.Team, level = new[] { "PERSONAL", "POSITION" } }, new { parentId = ids[0], text = "个人", status = new[] { "DRAFT" } },
        })
        {
            var page = await PageAsync(company, new { filter });
            page.Strings("nodes.*.title").ShouldBe(["个人 Repair"], JsonSerializer.Serialize(filter));
            page.Number("totalCount").ShouldBe(1);
        }
        async Task<int> CountAsync(object filter) => (await PageAsync(company, new { filter })).Number("totalCount");
        (await CountAsync(new { cycleId, status = new[] { "WITHDRAWN" } })).ShouldBe(1);
        (await CountAsync(new { cycleId, unitId = company.Division })).ShouldBe(0);
        (await CountAsync(new { cycleId, unitId = company.Division, includeSubunits = true })).ShouldBe(9);
        (await CountAsync(new { cycleId, unitId = company.Department, includeSubunits = true })).ShouldBe(8);
        (await CountAsync(new { cycleId, important = false })).ShouldBe(8);
        (await CountAsync(new { cycleId, hasRegion = false })).ShouldBe(8);
        (await CountAsync(new { cycleId, hasCustomer = false, hasRegion = false })).ShouldBe(8);
        (await CountAsync(new { cycleId, level = Array.Empty<string>() })).ShouldBe(9);
        (await CountAsync(new { cycleId, text = "不存在的词" })).ShouldBe(0);
        own.ShouldNotBeNullOrEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_page_has_its_bounds_and_a_cursor_belongs_to_its_order(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await SowAsync(company);
        var page = await PageAsync(company, new { filter = new { cycleId = cycle }, first = 0 });
        (page.Number("totalCount"), page.GetProperty("nodes").GetArrayLength()).ShouldBe((Sown.Length, 0));
        var byTarget = (await PageAsync(company, new { filter = new { cycleId = cycle }, orderBy = new { field = "TARGET", direction = "ASC" }, first = 1 })).Text("pageInfo.endCursor");
        foreach (var (variables, code) in new (object, string)[]
        {
            (new { first = 501 }, "LIMIT_EXCEEDED"), (new { first = -1 }, "BAD_USER_INPUT"), (new { first = 1, last = 1 }, "BAD_USER_INPUT"), (new { first = 1, after = "x" }, "BAD_USER_INPUT"), (new { first = 1, after = byTarget }, "BAD_USER_INPUT"),
        })
        {
            (await company.Executive.AskAsync(List, variables)).ErrorCode.ShouldBe(code, JsonSerializer.Serialize(variables));
        }
        var large = (await company.Executive.AskAsync(List, new { first = 501 })).Json.At("errors.0.extensions");
        (large.Text("limit"), large.Number("allowed"), large.Number("actual")).ShouldBe(("pageSize", 500, 501));
    }

    private static async Task<JsonElement> PageAsync(Company company, object variables) => (await company.Executive.ReadAsync(List, variables)).GetProperty("objectives");

    private static async Task<(string Cycle, IReadOnlyList<string> Ids)> SowAsync(Company company)
    {
        var cycle = await company.OpenCycleAsync();
        var ids = new List<string>();
        foreach (var (title, target) in Sown)
            ids.Add(await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = title, Target = target }));
        return (cycle, ids);
    }
}
