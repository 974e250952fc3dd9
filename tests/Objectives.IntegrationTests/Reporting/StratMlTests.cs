using System.Net;
using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>A cycle's objectives as a report in StratML part 2: by its schema, and readable again.</summary>
[Trait("Clause", "S7.3")]
public sealed class StratMlTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Space = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

    [Theory, OnEachDatabase]
    public async Task What_is_exported_is_valid_and_comes_in_again_unchanged(DatabaseKind database)
    {
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), new Random(2));
        var company = plan.Company;
        var deep = await company.Executive.ChainAsync(company.Draft(plan.Cycle) with { Title = "逐级分解 <&> 🎯", Description = "第一行\n第二行", MeasureId = plan.Summed[0] }, 4);
        await company.TeamLeader.ChangeAsync("recordActuals", new { actuals = new[] { new { objectiveId = deep[3], period = "2026-Q2", value = "12.25", note = "季度合计" } } }, "actuals { id }");
        var file = await company.Executive.DownloadAsync($"/exports/objectives.stratml?cycleId={plan.Cycle}");
        var document = Validated(file);
        var objectives = document.Descendants(XName.Get("Objective", Space)).ToList();
        objectives.Count.ShouldBe(28);
        var last = objectives.Single(o => o.Element(XName.Get("Identifier", Space))!.Value == $"O-{Key(deep[3])}");
        last.Descendants(XName.Get("ReferentIdentifier", Space)).ShouldHaveSingleItem().Value.ShouldBe($"O-{Key(deep[2])}");
        last.Descendants(XName.Get("ActualResult", Space)).ShouldHaveSingleItem().Elements().Select(e => e.Value).ShouldBe(["2026-04-01", "2026-06-30", "12.25", "季度合计"]);

        foreach (var columns in new[] { null, new[] { new { column = "SequenceIndicator", field = "code" } } })
        {
            var byCode = await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId = plan.Cycle, columns });
            byCode.Counts().ShouldBe((0, 0, 28, 0, true), byCode.Text);
        }
        var again = await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId = plan.Cycle });
        Importing.Findings(again.Outcome(), "passedOver").ShouldNotContain(p => p.Contains("/Name:", StringComparison.Ordinal) && p.Contains("Goal", StringComparison.Ordinal));
        var actuals = await company.Executive.ImportAsync("ACTUALS", "STRATML", file, new { cycleId = plan.Cycle });
        actuals.Counts().ShouldSatisfyAllConditions(c => (c.Created, c.Updated, c.Rejected).ShouldBe((0, 0, 0), actuals.Text), c => c.Unchanged.ShouldBe(document.Descendants(XName.Get("ActualResult", Space)).Count()));

        var copy = await company.OpenCycleOfAsync(2026);
        (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId = copy })).Counts().ShouldBe((28, 0, 0, 0, true));
        (await TreeAsync(company.Administrator, copy)).ShouldBe(await TreeAsync(company.Administrator, plan.Cycle), ignoreOrder: true);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_exported_is_known_again_among_others_of_its_title_and_from_a_part_of_the_tree(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        var twins = new[] { await company.Executive.DraftAsync(company.Draft(line.Cycle) with { Title = "Twin", ParentId = line.Top }), await company.Executive.DraftAsync(company.Draft(line.Cycle) with { Title = "Twin", ParentId = line.Top }) };
        async Task<byte[]> ExportAsync(string? more = null) => await company.Executive.DownloadAsync($"/exports/objectives.stratml?cycleId={line.Cycle}{more}");
        async Task<(int, int, int, int, bool)> ImportAsync(string file, string kind = "OBJECTIVES") => (await company.Administrator.ImportAsync(kind, "STRATML", Encoding.UTF8.GetBytes(file), new { cycleId = line.Cycle })).Counts();

        var tree = await TreeAsync(company.Executive, line.Cycle);
        var whole = Encoding.UTF8.GetString(await ExportAsync());
        (await ImportAsync(whole)).ShouldBe((0, 0, 7, 0, true));
        (await ImportAsync(Encoding.UTF8.GetString(await ExportAsync($"&unitId={company.Department}")))).ShouldSatisfyAllConditions(c => c.Item3.ShouldBeGreaterThan(1), c => (c.Item1, c.Item2, c.Item4).ShouldBe((0, 0, 0)));
        (await TreeAsync(company.Executive, line.Cycle)).ShouldBe(tree);

        var second = whole.IndexOf($"O-{Key(twins[1])}", StringComparison.Ordinal);
        var title = whole.LastIndexOf("Twin", second, StringComparison.Ordinal);
        (await ImportAsync(string.Concat(whole.AsSpan(0, title), "Renamed", whole.AsSpan(title + 4)))).ShouldBe((0, 1, 6, 0, true));
        (await company.Executive.ObjectiveAsync(twins[1], "title parent { id }")).ShouldSatisfyAllConditions(o => o.Text("title").ShouldBe("Renamed"), o => o.Text("parent.id").ShouldBe(line.Top));

        var unknown = whole.Replace(Key(twins[1]), Guid.CreateVersion7().ToString("N"), StringComparison.Ordinal).Replace("Twin", "Another", StringComparison.Ordinal);
        (await ImportAsync(unknown)).ShouldBe((1, 1, 5, 0, true));
    }

    [Theory, OnEachDatabase]
    public async Task The_numbers_of_another_document_are_nobodys_codes(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycleId = await company.OpenCycleAsync();
        foreach (var plan in new[] { "first", "second" })
        {
            var goals = Enumerable.Range(1, 3).Select(i => $"<Goal><Name>{plan} {i}</Name><Identifier>{i}</Identifier><SequenceIndicator>{i}</SequenceIndicator></Goal>");
            var file = Encoding.UTF8.GetBytes($"<StrategicPlan><StrategicPlanCore>{string.Concat(goals)}</StrategicPlanCore></StrategicPlan>");
            (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId })).Counts().ShouldBe((3, 0, 0, 0, true));
            (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_holds_what_its_reader_may_read(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.EditAsync(line.Top, new { description = "XML 不能容纳的字符：\uFFFF" });
        Validated(await line.Company.Executive.DownloadAsync($"/exports/objectives.stratml?cycleId={line.Cycle}")).Descendants(XName.Get("Objective", Space)).Count().ShouldBe(5);
        Validated(await line.Company.Stranger.DownloadAsync($"/exports/objectives.stratml?cycleId={line.Cycle}")).Descendants(XName.Get("Objective", Space)).Count().ShouldBe(3);
        Validated(await line.Company.Executive.DownloadAsync($"/exports/objectives.stratml?cycleId={line.Cycle}&unitId={line.Company.Department}")).Descendants(XName.Get("Goal", Space)).ShouldHaveSingleItem();
        foreach (var (path, status) in new[]
        {
            ($"objectives.stratml?cycleId={await line.Company.OpenCycleAsync("PREPARATION")}", HttpStatusCode.NotFound), ("objectives.stratml", HttpStatusCode.BadRequest), ($"units.stratml?cycleId={line.Cycle}", HttpStatusCode.NotFound),
            ("template/objectives.stratml", HttpStatusCode.NotFound),
        })
            (await line.Company.Executive.GetAsync("/exports/" + path)).Status.ShouldBe(status, path);
    }

    private static XDocument Validated(byte[] file)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(Space, Path.Combine(Snapshot.Root(), "tests/Objectives.IntegrationTests/Import/Samples/PerformancePlanOrReport20160216.xsd"));
        var document = XDocument.Parse(Encoding.UTF8.GetString(file));
        document.Validate(schemas, (_, e) => throw e.Exception);
        return document;
    }

    private static string Key(string id) => GlobalId.TryDecode(id, out _, out var key) ? key.ToString("N") : throw new FormatException(id);

    private static async Task<IReadOnlyList<string>> TreeAsync(Api by, string cycle)
    {
        var nodes = (await by.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { title description target measure { id } ancestors { title } } } }", new { c = cycle })).At("goalTree.nodes");
        return [.. nodes.EnumerateArray().Select(n => $"{string.Join('/', n.Strings("ancestors.*.title"))}/{n.Text("title")} {n.Text("description")} {n.Text("target")}")];
    }
}
