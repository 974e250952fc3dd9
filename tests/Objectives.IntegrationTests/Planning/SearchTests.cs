using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class SearchTests(Installations installations)
{
    private const string Search = """
        query($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
          search(text: $text, kinds: $kinds, first: $first, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            edges { snippet node { __typename ... on Objective { title } ... on Person { name } ... on Unit { name } ... on Customer { name } } }
          }
        }
        """;

    [Theory, OnEachDatabase]
    public async Task Words_are_found_in_names_codes_and_texts_in_both_languages(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = "上海 Installation 时效", Description = $"{new string('前', 200)}独角兽{new string('后', 200)}" });
        async Task<IReadOnlyList<string?>> FindAsync(string text, params string[] kinds) => (await SearchAsync(company.Member, new { text, kinds })).Strings("edges.*.node.__typename");

        (await FindAsync("installation 时效")).ShouldBe(["Objective"]);
        (await FindAsync("时效  上海 INSTALLATION")).ShouldBe(["Objective"]);
        (await FindAsync("上海 独角兽")).ShouldBe(["Objective"]);
        (await FindAsync("上海 时效 麒麟兽")).ShouldBeEmpty();
        (await company.Member.ReadAsync("query($t: String!) { objectives(filter: { text: $t }) { totalCount } }", new { t = "独角兽 installation" })).Number("objectives.totalCount").ShouldBe(1);
        (await FindAsync("周静")).ShouldBe(["Person"]);
        (await FindAsync("静 E0113")).ShouldBe(["Person"]);
        (await FindAsync("e0113")).ShouldBe(["Person"]);
        (await FindAsync("上海服务")).ShouldBe(["Unit"]);
        (await FindAsync("浦东家电")).ShouldBe(["Customer"]);
        (await FindAsync("上海", "UNIT")).ShouldBe(["Unit"]);
        var everywhere = await FindAsync("上海");
        everywhere.ShouldContain("Objective");
        everywhere.ShouldContain("Unit");
        (await FindAsync("独%兽")).ShouldBeEmpty();
        var snippet = (await SearchAsync(company.Member, new { text = "独角兽" })).Text("edges.0.snippet")!;
        snippet.ShouldContain("前独角兽后");
        snippet.Length.ShouldBeLessThan(100);
    }

    [Theory, OnEachDatabase]
    public async Task What_may_not_be_read_is_not_found(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        await company.Stranger.DraftAsync(company.StrangersDraft(await company.OpenCycleAsync()) with { Title = "麒麟计划" });
        (await SearchAsync(company.Member, new { text = "麒麟" })).Number("totalCount").ShouldBe(0);
        (await SearchAsync(company.Stranger, new { text = "麒麟" })).Number("totalCount").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Pages_of_hits_make_up_all_of_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        for (var i = 0; i < 5; i++)
            await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = $"凤凰 {i}" });
        var (titles, after) = (new List<string?>(), (string?)null);
        JsonElement page;
        do
        {
            page = await SearchAsync(company.Member, new { text = "凤凰", first = 2, after });
            page.Number("totalCount").ShouldBe(5);
            titles.AddRange(page.Strings("edges.*.node.title"));
            after = page.Text("pageInfo.endCursor");
        }
        while (page.At("pageInfo.hasNextPage").GetBoolean());
        titles.Order().ShouldBe(Enumerable.Range(0, 5).Select(i => $"凤凰 {i}"));
        foreach (var variables in (object[])[new { text = " " }, new { text = new string('长', 101) }, new { text = "凤凰", after = "x" }, new { text = "凤凰", after = "OBJECTIVE:x" }, new { text = "凤凰", after = "THING:x" }])
            (await company.Member.AskAsync(Search, variables)).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task A_place_in_the_hits_stays_where_it_was_when_others_are_added(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        async Task DraftAsync(int i) => await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = $"青龙 {i}" });
        for (var i = 0; i < 3; i++)
            await DraftAsync(i);
        var first = await SearchAsync(company.Member, new { text = "青龙", first = 2 });
        first.Strings("edges.*.node.title").ShouldBe(["青龙 2", "青龙 1"]);
        await DraftAsync(3);
        var second = await SearchAsync(company.Member, new { text = "青龙", first = 2, after = first.Text("pageInfo.endCursor") });
        second.Strings("edges.*.node.title").ShouldBe(["青龙 0"]);
        (second.Number("totalCount"), second.At("pageInfo.hasNextPage").GetBoolean()).ShouldBe((4, false));
    }

    private static async Task<JsonElement> SearchAsync(Api api, object variables) => (await api.ReadAsync(Search, variables)).GetProperty("search");
}
