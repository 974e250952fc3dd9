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

        var again = await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId = plan.Cycle, columns = new[] { new { column = "SequenceIndicator", field = "code" } } });
        again.Counts().ShouldBe((0, 0, 28, 0, true), again.Text);
        Importing.Findings(again.Outcome(), "passedOver").ShouldNotContain(p => p.Contains("/Name:", StringComparison.Ordinal) && p.Contains("Goal", StringComparison.Ordinal));
        var actuals = await company.Executive.ImportAsync("ACTUALS", "STRATML", file, new { cycleId = plan.Cycle });
        actuals.Counts().ShouldSatisfyAllConditions(c => (c.Created, c.Updated, c.Rejected).ShouldBe((0, 0, 0), actuals.Text), c => c.Unchanged.ShouldBe(document.Descendants(XName.Get("ActualResult", Space)).Count()));

        var copy = await company.OpenCycleOfAsync(2026);
        (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId = copy })).Counts().ShouldBe((28, 0, 0, 0, true));
        (await TreeAsync(company.Administrator, copy)).ShouldBe(await TreeAsync(company.Administrator, plan.Cycle), ignoreOrder: true);
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
