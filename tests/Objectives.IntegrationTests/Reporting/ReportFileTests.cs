using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>Reports as files: the same rows as through GraphQL, for a tool with its token too.</summary>
[Trait("Clause", "S7.3")]
public sealed class ReportFileTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    [Theory, OnEachDatabase]
    public async Task A_file_holds_what_the_report_says_whatever_the_arguments(DatabaseKind database)
    {
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), new Random(11));
        var (company, region) = (plan.Company, plan.Company.Region);
        foreach (var (by, more, filter) in new[]
        {
            ("UNIT,PERSON", "", null), ("MEASURE,PERIOD", "&granularity=QUARTER", (object?)null), ("REGION,LEVEL", $"&filter.regionId={region}&filter.level=PERSONAL,TEAM", new { regionId = region, level = new[] { "PERSONAL", "TEAM" } }),
            ("CUSTOMER", "&filter.text=" + Uri.EscapeDataString("目标 1"), new { text = "目标 1" }), ("PERSON", $"&filter.unitId={company.Division}&filter.includeSubunits=true", new { unitId = company.Division, includeSubunits = true }),
        })
        {
            foreach (var reader in (Api[])[company.Executive, company.Stranger])
            {
                var path = $"/exports/attainment.csv?cycleId={plan.Cycle}&groupBy={by}{more}";
                var rows = Csv(await reader.DownloadAsync(path));
                rows.Skip(1).Select(r => string.Join('|', r.TakeLast(7))).ShouldBe(await FiguresAsync(reader, plan.Cycle, by.Split(','), filter, more.Contains("QUARTER", StringComparison.Ordinal) ? "QUARTER" : "YEAR"), path);
                var sheet = Sheet(await reader.DownloadAsync(path.Replace(".csv", ".xlsx", StringComparison.Ordinal)));
                sheet.Select(r => string.Join('|', r)).ShouldBe(rows.Select(r => string.Join('|', r)));
            }
        }
    }

    [Theory, OnEachDatabase]
    public async Task Headings_are_in_the_callers_language_and_rows_carry_ids_codes_and_names(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.LagAsync();
        var path = $"/exports/attainment.csv?cycleId={line.Cycle}&groupBy=PERSON,UNIT&filter.ownerId={line.Company.Member.PersonId}";
        var file = await line.Company.Executive.DownloadAsync(path);
        file.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue("Excel takes Chinese for something else without its mark");
        Csv(file).ShouldBe(
        [
            ["personId", "employeeNumber", "person", "unitId", "unitCode", "unit", "objectives", "target", "actual", "attainment", "onTrack", "atRisk", "offTrack"],
            [line.Company.Member.PersonId, "E0112", "李明", line.Company.Team, "D1-1-1", "上海服务一组", "1", "10", "2", "0.2", "0", "0", "1"],
        ]);
        Csv(await line.Company.Executive.InChinese.DownloadAsync(path))[0].ShouldBe(["人员 ID", "工号", "人员", "单位 ID", "单位编码", "单位", "目标数", "目标值", "实际值", "达成率", "正常", "有风险", "落后"]);
        Csv(await line.Company.Executive.DownloadAsync($"/exports/coverage.csv?cycleId={line.Cycle}"))[2].ShouldSatisfyAllConditions(
            r => r[0].ShouldBe(line.Team), r => r[2..8].ShouldBe(["小组", "TEAM", "D1-1-1", "上海服务一组", "E0111", "孙组长"]), r => r[9..].ShouldBe(["指标", "件", "120", "120", "0", "2"]));
        foreach (var report in new[] { "appraisalDistribution", "trainingEffect" })
            Csv(await line.Company.Hr.DownloadAsync($"/exports/{report}.csv?cycleId={line.Cycle}")).ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task What_looks_like_a_formula_is_text(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.Company.Executive.ChangeAsync("editObjective", new { id = line.Top, title = "=HYPERLINK(\"http://x\")" }, "objective { id }");
        Csv(await line.Company.Executive.DownloadAsync($"/exports/coverage.csv?cycleId={line.Cycle}"))[1][2].ShouldBe("'=HYPERLINK(\"http://x\")");
    }

    [Theory, OnEachDatabase]
    public async Task A_token_reads_what_its_owner_may_and_what_is_asked_wrongly_is_told(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.LagAsync();
        var created = await line.Company.Stranger.MutateAsync("createAccessToken", new { name = "报表", readOnly = true, expires = "2026-12-31" }, "token");
        var tool = line.Company.Stranger with { Token = created.Data.Text("createAccessToken.token") };
        var path = $"/exports/attainment.csv?cycleId={line.Cycle}&groupBy=PERSON";
        Csv(await tool.DownloadAsync(path)).ShouldBe(Csv(await line.Company.Stranger.DownloadAsync(path)));
        Csv(await tool.DownloadAsync(path)).Select(r => r[0]).ShouldNotContain(line.Company.Member.PersonId);
        Csv(await line.Company.Executive.DownloadAsync(path)).Select(r => r[0]).ShouldContain(line.Company.Member.PersonId);

        (await (tool with { Token = null }).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var (wrong, status, field) in new[]
        {
            ("attainment.csv?groupBy=UNIT", HttpStatusCode.BadRequest, "cycleId"), ($"attainment.csv?cycleId={line.Cycle}", HttpStatusCode.BadRequest, "groupBy"),
            ($"attainment.csv?cycleId={line.Cycle}&groupBy=COLOUR", HttpStatusCode.BadRequest, "groupBy.0"), ($"attainment.xlsx?cycleId={line.Cycle}&groupBy=UNIT&filter.level=X", HttpStatusCode.BadRequest, "filter.level.0"),
            ($"attainment.csv?cycleId={line.Cycle}&groupBy=UNIT&asOf=31.3.2027", HttpStatusCode.BadRequest, "asOf"), ($"attainment.csv?cycleId={line.Cycle}&groupBy=UNIT&filter.important=x", HttpStatusCode.BadRequest, "filter.important"),
            ($"coverage.csv?cycleId={line.Cycle}&groupBy=UNIT", HttpStatusCode.BadRequest, "groupBy"), ($"coverage.csv?cycleId={line.Company.Root}", HttpStatusCode.BadRequest, "cycleId"),
            ($"coverage.csv?cycleId={GlobalId.Encode("Cycle", Guid.NewGuid())}", HttpStatusCode.NotFound, "cycleId"), ($"nothing.csv?cycleId={line.Cycle}", HttpStatusCode.NotFound, "kind"),
            ($"attainment.pdf?cycleId={line.Cycle}&groupBy=UNIT", HttpStatusCode.NotFound, "format"),
        })
        {
            var reply = await line.Company.Executive.GetAsync("/exports/" + wrong);
            reply.Status.ShouldBe(status, wrong);
            reply.Json.Text("errors.0.field").ShouldBe(field, reply.Text);
            (await line.Company.Executive.InChinese.GetAsync("/exports/" + wrong)).Json.Text("errors.0.message")!.ShouldContain(c => c >= '一');
        }
    }

    private static async Task<IReadOnlyList<string>> FiguresAsync(Api reader, string cycle, string[] by, object? filter, string granularity)
    {
        var data = await reader.ReadAsync(
            "query($c: ID!, $by: [ReportDimension!]!, $f: ObjectiveFilter, $g: PeriodGranularity) { reporting { attainment(cycleId: $c, groupBy: $by, filter: $f, granularity: $g, first: 500) { nodes { objectives target actual attainment onTrack atRisk offTrack } } } }",
            new { c = cycle, by, f = filter, g = granularity });
        return [.. data.At("reporting.attainment.nodes").EnumerateArray().Select(n => string.Join('|', n.EnumerateObject().Select(f => f.Value.ToString())))];
    }

    private static IReadOnlyList<string[]> Csv(byte[] file)
    {
        using var csv = new CsvParser(new StreamReader(new MemoryStream(file)), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add(csv.Record!);
        return rows;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Sheet(byte[] file) => Workbooks.Sheets(file).Single().Rows;
}
