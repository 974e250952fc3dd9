using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Import;
using Objectives.IntegrationTests.Transport;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>What tools of others make of reports: a GraphQL client with an access token, and a spreadsheet.</summary>
[Trait("Clause", "S7.3")]
public sealed class ReportClientTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    public static bool HasNode => NodeClients.HasNode;

    [Fact(Skip = NodeClients.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_graphql_client_reads_a_report_page_by_page_and_makes_a_table()
    {
        var line = await (await installations.OnAsync(DatabaseKind.Sqlite)).LineAsync();
        await line.LagAsync();
        var token = (await line.Company.TeamLeader.MutateAsync("createAccessToken", new { name = "报表", readOnly = true, expires = "2026-12-31" }, "token")).Data.Text("createAccessToken.token")!;
        var printed = await NodeClients.RunAsync("report.mjs", new Uri(line.Company.Program.Http.BaseAddress!, "/graphql").ToString(), token, line.Cycle, "PERSON,PERIOD", "1");
        printed.TrimEnd().Split('\n').ShouldBe(
        [
            "PERSON\tPERIOD\tOBJECTIVES\tTARGET\tACTUAL\tATTAINMENT",
            "陈总\t2026-Q1\t1\t200\t192\t0.96",
            "孙组长\t2026-Q1\t1\t20\t12\t0.6",
            "李明\t2026-Q1\t1\t10\t2\t0.2",
            "周静\t2026-Q1\t1\t10\t10\t1",
            "郑组长\t2026-Q1\t1\t180\t180\t1",
        ]);
    }

    [Fact(Skip = NodeClients.Missing, SkipUnless = nameof(HasNode))]
    public async Task A_spreadsheet_opens_the_export_with_numbers_as_numbers()
    {
        var line = await (await installations.OnAsync(DatabaseKind.Sqlite)).LineAsync("45.5");
        await line.Company.Executive.ChangeAsync("editObjective", new { id = line.Team, title = "=1+1" }, "objective { id }");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        try
        {
            await File.WriteAllBytesAsync(file, await line.Company.Executive.InChinese.DownloadAsync($"/exports/coverage.xlsx?cycleId={line.Cycle}"), TestContext.Current.CancellationToken);
            var sheet = JsonElement.Parse(await NodeClients.RunAsync("sheet.mjs", file))[0].GetProperty("rows");
            sheet[0].EnumerateArray().Take(3).Select(c => c.GetString()).ShouldBe(["目标 ID", "编码", "标题"]);
            var row = sheet[2].EnumerateArray().ToList();
            row[2].GetString().ShouldBe("'=1+1");
            row.TakeLast(4).Select(c => c.GetDecimal()).ShouldBe([120, 105.5m, 14.5m, 2]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
