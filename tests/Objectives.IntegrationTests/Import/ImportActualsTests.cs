using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Import;

/// <summary>What was reached comes from files as it comes from people: by the same rules, and told by row and column where it breaks one.</summary>
[Collection(ImportTests.Name), Trait("Clause", "S7.3")]
public sealed class ImportActualsTests(ImportCompanies companies)
{
    [Theory, OnEachDatabase]
    public async Task Actuals_are_recorded_once_and_rolled_up(DatabaseKind database)
    {
        var of = await FollowedAsync(database);
        var file = $"目标编码,期间,实际值,说明,证据链接\n{of.Tag}C,2026-01,10.25, 春节 ,https://example.com/a\n{of.Tag}C,2026年2月,-3,,\n{of.Tag}C,2026年第二季度,42,,\n";
        (await of.Leader.ImportAsync("ACTUALS", file, new { cycleId = of.CycleId, dryRun = true })).Counts().ShouldBe((3, 0, 0, 0, false));
        (await ActualsAsync(of)).ShouldBeEmpty();
        (await of.Leader.ImportAsync("ACTUALS", file, new { cycleId = of.CycleId })).Counts().ShouldBe((3, 0, 0, 0, true));
        (await ActualsAsync(of)).ShouldBe(["2026-01 10.25 IMPORT 春节 https://example.com/a", "2026-02 -3 IMPORT  ", "2026-Q2 42 IMPORT  "]);
        (await of.Leader.ObjectiveAsync(of.Parent, "progress { rolledUp actualToDate }")).Text("progress.actualToDate").ShouldBe("49.25");
        (await of.Leader.ImportAsync("ACTUALS", file, new { cycleId = of.CycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        var other = await of.Leader.ImportAsync("ACTUALS", $"objectiveCode,period,value\n{of.Tag}C,2026-01,10.25\n{of.Tag}C,2026/2,4\n{of.Tag}C,2026-07,5\n", new { cycleId = of.CycleId, skipBadRows = true });
        other.Counts().ShouldBe((1, 0, 1, 1, true));
        other.Rejected().ShouldBe(["3 value: For 2026-02 there is -3 already; correct that one, with a reason."]);
        (await of.Leader.ObjectiveAsync(of.Parent, "progress { actualToDate }")).Text("progress.actualToDate").ShouldBe("54.25");
    }

    [Theory, OnEachDatabase]
    public async Task What_breaks_a_rule_is_told_by_row_and_column(DatabaseKind database)
    {
        var of = await FollowedAsync(database);
        var (other, company) = (await FollowedAsync(database), of.Company);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = of.CycleId, period = "2026-03" }, "cycle { id }");
        var reply = await of.Leader.ImportAsync(
            "ACTUALS",
            "objectiveCode,period,value,numerator,denominator,evidenceUrl\n"
            + "NOPE,2026-01,1,,,\n"
            + $"{of.Tag}C,Jan-26,1,,,\n"
            + $"{of.Tag}C,,1,,,\n"
            + $"{of.Tag}C,2027-01,1,,,\n"
            + $"{of.Tag}C,2026-12,1,,,\n"
            + $"{of.Tag}C,2026-03,1,,,\n"
            + $"{of.Tag}C,2026-04,1.234,,,\n"
            + $"{of.Tag}C,2026-05,many,,,\n"
            + $"{of.Tag}C,2026-06,,,,\n"
            + $"{of.Tag}C,2026-07,1,,,javascript:alert(1)\n"
            + $"{of.Tag}C,2026-08,,3,4,\n"
            + $"{of.Tag}R,2026-01,95,,,\n"
            + $"{of.Tag}R,2026-02,,3,0,\n"
            + $"{other.Tag}C,2026-01,1,,,\n"
            + $"{of.Tag}C,2026-09,1,,,\n"
            + $"{of.Tag}C,2026年9月,2,,,\n"
            + ",2026-09,2,,,\n",
            new { cycleId = of.CycleId, skipBadRows = false });
        reply.Rejected().Select(r => r.Split(": today is ")[0].TrimEnd('.')).ShouldBe(
        [
            "2 objectiveCode: There is no objective NOPE",
            "3 period: 'Jan-26' is no period such as 2026-03, 2026-Q1 or 2026",
            "4 period: This is required",
            "5 period: 2027-01 is not within the objective's cycle, Jan 1, 2026 to Dec 31, 2026",
            "6 period: 2026-12 has not begun",
            "7 period: 2026-03 is closed; correct what was recorded for it, with a reason",
            "8 value: At most 2 digits after the point",
            "9 value: 'many' is not a number such as 1250.5 with at most 12 digits before and 6 after the point",
            "10 value: This is required",
            "11 evidenceUrl: An address that begins with https:// or http://",
            "12 numerator: Only a RATIO is recorded by numerator and denominator; give the value",
            "13 value: Of a RATIO give numerator and denominator: only those can be added up",
            "14 denominator: Greater than 0; where there was no case, record nothing",
            "15 objectiveCode: The objective belongs to another cycle",
            "17 objectiveCode: Row 16 is the same record",
            "18 objectiveCode: This is required",
        ]);
        reply.Outcome().GetProperty("written").GetBoolean().ShouldBeFalse();
        (await ActualsAsync(of)).ShouldBeEmpty();
        (await of.Leader.InChinese.ImportAsync("ACTUALS", $"目标编码,期间,实际值\n{of.Tag}C,一月,1\n", new { cycleId = of.CycleId })).Rejected().ShouldBe(["2 期间: “一月”不是有效期间，请填写如 2026-03、2026-Q1 或 2026。"]);

        var one = $"objectiveCode,period,value\n{of.Tag}C,2026-01,1\n";
        (await company.Colleague.ImportAsync("ACTUALS", one, new { cycleId = of.CycleId })).Rejected().ShouldBe(["2 objectiveCode: You may read this objective, but not record what was reached of it."]);
        (await company.Stranger.ImportAsync("ACTUALS", one, new { cycleId = of.CycleId })).Rejected().ShouldBe([$"2 objectiveCode: There is no objective {of.Tag}C."]);
        (await company.Auditor.ImportAsync("ACTUALS", one, new { cycleId = of.CycleId })).ErrorCode.ShouldBe("FORBIDDEN");
        (await of.Leader.ImportAsync("ACTUALS", one)).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("cycleId");
        (await of.Leader.ImportAsync("ACTUALS", one, new { cycleId = company.Administrator.PersonId })).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("cycleId");
        (await of.Leader.ImportAsync("ACTUALS", "period,value\n2026-01,1\n", new { cycleId = of.CycleId })).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("columns");

        await company.MoveCycleAsync(other.CycleId, "APPRAISAL");
        await company.MoveCycleAsync(other.CycleId, "CLOSED");
        (await of.Leader.ImportAsync("ACTUALS", one.Replace(of.Tag, other.Tag, StringComparison.Ordinal), new { cycleId = other.CycleId })).Rejected()
            .ShouldBe([$"2 objectiveCode: {other.Tag}C takes no actuals: it was withdrawn, or its cycle is not in execution or appraisal."]);
    }

    [Theory, OnEachDatabase]
    public async Task An_export_imported_again_changes_nothing(DatabaseKind database)
    {
        var of = await FollowedAsync(database);
        var file = $"objectiveCode,period,value,numerator,denominator,note\n{of.Tag}C,2026-01,10.25,,,\"=1+1\r\nzwei\"\n{of.Tag}R,2026-01,,38,40,\n{of.Tag}C,2026-Q2,7,,,-x\n{of.Tag}C,2025,1,,,\n";
        (await of.Leader.ImportAsync("ACTUALS", file, new { cycleId = of.CycleId, skipBadRows = true })).Counts().ShouldBe((3, 0, 0, 1, true));
        var first = (await of.Leader.ObjectiveAsync(of.Child, "actuals { id }")).Text("actuals.0.id");
        await of.Leader.ChangeAsync("correctActual", new { actualId = first, value = "12", reason = "漏记" }, "actual { id }");
        foreach (var (format, language) in new[] { ("CSV", "en"), ("CSV", "zh-CN"), ("XLSX", "en"), ("XLSX", "zh-CN") })
        {
            var api = of.Leader with { Language = language };
            var exported = await api.DownloadAsync($"/exports/actuals.{format.ToLowerInvariant()}?cycleId={of.CycleId}");
            var reply = await api.ImportAsync("ACTUALS", format, exported, new { cycleId = of.CycleId });
            reply.Counts().ShouldBe((0, 0, 3, 0, true), $"{format} {language} {reply.Text}");
        }
        var report = await of.Company.Administrator.DownloadAsync($"/exports/objectives.stratml?cycleId={of.CycleId}");
        var table = await of.Company.Administrator.DownloadAsync($"/exports/actuals.csv?cycleId={of.CycleId}");
        foreach (var reader in new[] { of.Leader, of.Company.Administrator, of.Company.Hr })
        {
            (await reader.ImportAsync("ACTUALS", "STRATML", report, new { cycleId = of.CycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
            (await reader.ImportAsync("ACTUALS", "CSV", table, new { cycleId = of.CycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        }
        (await of.Company.Administrator.ImportAsync("ACTUALS", $"objectiveCode,period,value\n{of.Tag}C,2026-01,13\n", new { cycleId = of.CycleId })).Rejected().ShouldBe(["2 objectiveCode: You may read this objective, but not record what was reached of it."]);
        (await of.Company.Stranger.ImportAsync("ACTUALS", $"objectiveCode,period,value\n{of.Tag}C,2026-01,12\n", new { cycleId = of.CycleId })).Rejected().ShouldBe([$"2 objectiveCode: There is no objective {of.Tag}C."]);
        var seen = Encoding.UTF8.GetString(await of.Leader.DownloadAsync($"/exports/actuals.csv?cycleId={of.CycleId}"));
        seen.ShouldContain($"{of.Tag}C,2026-01,12,,,");
        seen.ShouldContain($"{of.Tag}R,2026-01,,38,40,");
        Encoding.UTF8.GetString(await of.Company.Stranger.DownloadAsync($"/exports/actuals.csv?cycleId={of.CycleId}")).ShouldNotContain($"{of.Tag}C");
        Encoding.UTF8.GetString(await of.Leader.InChinese.DownloadAsync("/exports/template/actuals.csv")).ShouldContain("目标编码,期间,实际值,分子,分母,说明,证据链接");
    }

    [Theory, OnEachDatabase]
    public async Task A_month_that_a_spreadsheet_has_made_a_day_of_is_read_as_the_month(DatabaseKind database)
    {
        var of = await FollowedAsync(database);
        (await of.Leader.ImportAsync("ACTUALS", $"objectiveCode,period,value\n{of.Tag}C,2026-01,10.25\n", new { cycleId = of.CycleId })).Counts().Created.ShouldBe(1);
        var exported = await of.Leader.DownloadAsync($"/exports/actuals.xlsx?cycleId={of.CycleId}");
        var reply = await of.Leader.ImportAsync("ACTUALS", "XLSX", WithDay(exported, 46_023), new { cycleId = of.CycleId });
        reply.Counts().ShouldBe((0, 0, 1, 0, true), reply.Text);
        (await of.Leader.ImportAsync("ACTUALS", "XLSX", WithDay(exported, 46_052), new { cycleId = of.CycleId })).Rejected().ShouldBe(["2 period: '2026-01-30' is no period such as 2026-03, 2026-Q1 or 2026."]);

        // In the template codes, periods and notes are text, so that none is made of what is typed there; figures are not.
        using var template = SpreadsheetDocument.Open(new MemoryStream(await of.Leader.DownloadAsync("/exports/template/actuals.xlsx")), isEditable: false);
        template.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Column>().Select(c => c.Style?.Value == 1).ShouldBe([true, true, false, false, false, true, true]);
    }

    /// <summary>A workbook whose texts are shown as days, and whose first period is the number of one: as a spreadsheet leaves what was typed.</summary>
    private static byte[] WithDay(byte[] workbook, int day)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Single(f => f.NumberFormatId?.Value == 49).NumberFormatId = 17;
            var cell = book.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single(c => c.CellReference == "B2");
            cell.InnerText.ShouldBe("2026-01");
            (cell.DataType, cell.InlineString, cell.CellValue) = (null, null, new(day));
        }
        return stream.ToArray();
    }

    [Theory, OnEachDatabase]
    public async Task A_large_file_is_written_whole_or_not_at_all(DatabaseKind database)
    {
        var of = await FollowedAsync(database);
        var rows = Enumerable.Range(0, 100).Select(i => $"{of.Tag}{i:D3},{i},PERSONAL,{of.Tag}P,E0112,D1-1-1,REV,12\n");
        (await of.Company.Administrator.ImportAsync("OBJECTIVES", "code,title,level,parentCode,ownerEmployeeNumber,unitCode,measureCode,target\n" + string.Concat(rows), new { cycleId = of.CycleId })).Counts().Created.ShouldBe(100);
        var file = "objectiveCode,period,value\n" + string.Concat(Enumerable.Range(0, 100).SelectMany(i => Enumerable.Range(1, 11).Select(m => $"{of.Tag}{i:D3},2026-{m:D2},1\n")));
        var broken = await of.Leader.ImportAsync("ACTUALS", file + $"{of.Tag}099,2026-13,1\n", new { cycleId = of.CycleId });
        var failed = await of.Leader.JobAsync(broken.Outcome().Text("job.id")!);
        Importing.Counts(failed.GetProperty("imported")).ShouldBe((1100, 0, 0, 1, false));
        (await of.Leader.ObjectiveAsync(of.Parent, "progress { actualToDate }")).Text("progress.actualToDate").ShouldBeNull();

        var job = await of.Leader.JobAsync((await of.Leader.ImportAsync("ACTUALS", file, new { cycleId = of.CycleId })).Outcome().Text("job.id")!);
        (job.Text("status"), Importing.Counts(job.GetProperty("imported"))).ShouldBe(("DONE", (1100, 0, 0, 0, true)));
        (await of.Leader.ObjectiveAsync(of.Parent, "progress { actualToDate }")).Text("progress.actualToDate").ShouldBe("1100");
    }

    [Theory, OnEachDatabase]
    public async Task Results_of_StratMl_become_actuals_of_what_was_imported_from_it(DatabaseKind database)
    {
        var company = await companies.OnAsync(database);
        var cycleId = await CycleAsync(company, 2026);
        var unit = $"thousand {Guid.NewGuid():N}"[..16];
        static string Result(string figure, string? from, string? until) => $"<ActualResult><StartDate>{from}</StartDate><EndDate>{until}</EndDate><NumberOfUnits>{figure}</NumberOfUnits><Description>so far</Description></ActualResult>";
        var plan = $"""
            <PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Report">
              <StrategicPlanCore>
                <Goal><Name>Serve</Name>
                  <Objective><Name>Calls</Name><Description>Answer calls</Description>
                    <PerformanceIndicator><MeasurementDimension>Calls answered in {unit}</MeasurementDimension><UnitOfMeasurement>{unit}</UnitOfMeasurement>
                      <MeasurementInstance>
                        <TargetResult><StartDate>2026-01-01</StartDate><EndDate>2026-12-31</EndDate><NumberOfUnits>92.5</NumberOfUnits></TargetResult>
                        {Result("10", "2026-01-01", "2026-01-31")}
                        {Result("11.5", null, "2026-02-27T00:00:00")}
                        {Result("30.00", "2026-04-01", "2026-06-30")}
                        {Result("5", "2026-07-15", "2026-08-15")}
                        {Result("lots", "2026-09-01", "2026-09-30")}
                        <ActualResult><Description>Customers are content.</Description></ActualResult>
                      </MeasurementInstance>
                    </PerformanceIndicator>
                    <PerformanceIndicator><MeasurementDimension>Visits</MeasurementDimension><UnitOfMeasurement>{unit}</UnitOfMeasurement>
                      <MeasurementInstance><TargetResult><NumberOfUnits>7</NumberOfUnits></TargetResult>{Result("3", null, null)}</MeasurementInstance>
                    </PerformanceIndicator>
                  </Objective>
                </Goal>
              </StrategicPlanCore>
              <AdministrativeInformation><StartDate>2026-01-01</StartDate><EndDate>2026-12-31</EndDate></AdministrativeInformation>
            </PerformancePlanOrReport>
            """;
        var file = Encoding.UTF8.GetBytes(plan);
        (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", file, new { cycleId })).Counts().Created.ShouldBe(3);
        await company.InformAsync(cycleId, company.Root);
        await company.MoveCycleAsync(cycleId, "SETTING");
        await company.MoveCycleAsync(cycleId, "EXECUTION");
        var reply = await company.Executive.ImportAsync("ACTUALS", "STRATML", file, new { cycleId, skipBadRows = true });
        reply.Counts().ShouldBe((4, 0, 0, 2, true), reply.Text);
        reply.Rejected().ShouldBe(
        [
            "11 period: '2026-07-15 – 2026-08-15' is no period such as 2026-03, 2026-Q1 or 2026.",
            "12 value: 'lots' is not a number such as 1250.5 with at most 12 digits before and 6 after the point.",
        ]);
        Importing.Findings(reply.Outcome(), "passedOver").ShouldBe(
            ["13 StrategicPlanCore/Goal/Objective/PerformanceIndicator[1]/MeasurementInstance/ActualResult[6]: A result without a figure is not recorded: 'Customers are content.'."]);
        var nodes = (await company.Executive.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { title actuals { period value note } } } }", new { c = cycleId })).At("goalTree.nodes");
        nodes.EnumerateArray().SelectMany(n => n.GetProperty("actuals").EnumerateArray().Select(a => $"{n.Text("title")} {a.Text("period")} {a.Text("value")} {a.Text("note")}"))
            .ShouldBe(["Calls 2026-01 10 so far", "Calls 2026-02 11.5 so far", "Calls 2026-Q2 30 so far", "Visits 2026 3 so far"]);
        (await company.Executive.ImportAsync("ACTUALS", "STRATML", file, new { cycleId, skipBadRows = true })).Counts().ShouldBe((0, 0, 4, 2, true));
        (await company.Executive.ImportAsync("CUSTOMERS", "STRATML", file)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task Of_a_real_StratMl_report_the_figures_are_recorded_that_the_objectives_are_measured_by(DatabaseKind database)
    {
        var company = await companies.OnAsync(database);
        var cycleId = await CycleAsync(company, 2011, "2012-01-31");
        var report = await File.ReadAllBytesAsync(Path.Combine(Snapshot.Root(), "tests/Objectives.IntegrationTests/Import/Samples/SMLC2011.xml"), TestContext.Current.CancellationToken);
        (await company.Administrator.ImportAsync("OBJECTIVES", "STRATML", report, new { cycleId })).Counts().Created.ShouldBe(14);
        foreach (var (title, unit, target) in new[] { ("StratML Part 1 Files", "Number", "800"), ("Teleconferences", "Number", "12"), ("StratML Part 2 Files", "Number", "20") })
        {
            var measure = (await company.Administrator.ChangeAsync(
                "saveMeasure", new { code = $"M{Guid.NewGuid():N}"[..20], name = title, unitOfMeasure = unit, direction = "INCREASE", aggregation = "LAST", decimals = 0 }, "measure { id }")).Id();
            await company.Executive.ChangeAsync("editObjective", new { id = (await IdsAsync(company, cycleId))[title], measureId = measure, target }, "objective { id }");
        }
        await company.InformAsync(cycleId, company.Root);
        await company.MoveCycleAsync(cycleId, "SETTING");
        await company.MoveCycleAsync(cycleId, "EXECUTION");

        var dry = await company.Executive.ImportAsync("ACTUALS", "STRATML", report, new { cycleId, dryRun = true });
        dry.Counts().ShouldBe((3, 0, 0, 1, false), dry.Text);
        dry.Rejected().ShouldHaveSingleItem().ShouldEndWith("unitOfMeasure: The objective is measured in %, not in Number Available.");
        var passed = Importing.Findings(dry.Outcome(), "passedOver");
        passed.Count(p => p.Contains("A result without a figure is not recorded", StringComparison.Ordinal)).ShouldBe(7);
        passed.ShouldContain("2 StrategicPlanCore/Goal[1]/Objective[1]/PerformanceIndicator/MeasurementInstance/ActualResult: A result without a figure is not recorded: 'Part 1 was approved and published as ANSI/AIIM 21:2009. 200…'.");
        (await company.Executive.ImportAsync("ACTUALS", "STRATML", report, new { cycleId, skipBadRows = true })).Counts().ShouldBe((3, 0, 0, 1, true));
        var nodes = (await company.Executive.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { title actuals { period value } progress { attainmentOfCycle } } } }", new { c = cycleId })).At("goalTree.nodes");
        nodes.EnumerateArray().SelectMany(n => n.GetProperty("actuals").EnumerateArray().Select(a => $"{n.Text("title")} {a.Text("period")} {a.Text("value")}"))
            .ShouldBe(["StratML Part 1 Files 2012-01 829", "Teleconferences 2011 8", "StratML Part 2 Files 2012-01 13"]);
    }

    private static async Task<IReadOnlyList<string>> ActualsAsync(Followed of)
        => [.. (await of.Leader.ObjectiveAsync(of.Child, "actuals { period value source note evidenceUrl }")).At("actuals").EnumerateArray()
            .Select(a => $"{a.Text("period")} {a.Text("value")} {a.Text("source")} {a.Text("note")} {a.Text("evidenceUrl")}")];

    private static async Task<Dictionary<string, string>> IdsAsync(Company company, string cycleId)
        => (await company.Executive.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { id title } } }", new { c = cycleId })).At("goalTree.nodes").EnumerateArray()
            .GroupBy(n => n.Text("title")!).ToDictionary(g => g.Key, g => g.First().Id());

    private static async Task<string> CycleAsync(Company company, int year, string? end = null)
        => (await company.Administrator.ChangeAsync("openCycle", new { name = $"{year} {Guid.NewGuid():N}", year, start = $"{year}-01-01", end = end ?? $"{year}-12-31" }, "cycle { id }")).Id();

    /// <summary>A cycle in execution with a parent, a member's child of it, and a ratio beside.</summary>
    private async Task<Followed> FollowedAsync(DatabaseKind database)
    {
        var company = await companies.OnAsync(database);
        var (cycleId, tag) = (await CycleAsync(company, 2026), Guid.NewGuid().ToString("N")[..6]);
        await company.InformAsync(cycleId, company.Root);
        await company.MoveCycleAsync(cycleId, "SETTING");
        await company.Administrator.ChangeAsync("saveMeasure", new { code = $"R{tag}", name = "及时率", unitOfMeasure = "%", direction = "INCREASE", aggregation = "RATIO", decimals = 1 }, "measure { code }");
        var tree = await company.Administrator.ImportAsync(
            "OBJECTIVES",
            "code,title,level,parentCode,ownerEmployeeNumber,unitCode,measureCode,target\n"
            + $"{tag}P,parent,TEAM,,E0111,D1-1-1,REV,120\n{tag}C,child,PERSONAL,{tag}P,E0112,D1-1-1,REV,60\n{tag}R,ratio,PERSONAL,{tag}P,E0112,D1-1-1,R{tag},95\n",
            new { cycleId });
        tree.Counts().Created.ShouldBe(3, tree.Text);
        await company.MoveCycleAsync(cycleId, "EXECUTION");
        var ids = await IdsAsync(company, cycleId);
        return new(company, cycleId, tag, ids["parent"], ids["child"]);
    }

    private sealed record Followed(Company Company, string CycleId, string Tag, string Parent, string Child)
    {
        public Api Leader => Company.TeamLeader;
    }
}
