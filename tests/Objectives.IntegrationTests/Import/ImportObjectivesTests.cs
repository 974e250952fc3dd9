using System.Text;
using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Import;

[Collection(ImportTests.Name)]
public sealed class ImportObjectivesTests(ImportCompanies companies)
{
    private const string Header = "code,title,level,parentCode,ownerEmployeeNumber,unitCode,measureCode,target\n";

    [Theory]
    [OnEachDatabase]
    public async Task Measures_are_created_updated_and_left_alone(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        const string file = "指标编码,指标名称,计量单位,方向,汇总方式,小数位数\nM-SAT,满意度,%,越高越好,加权平均,1\nM-DAYS,周期,天,DECREASE,average,0\n";
        (await admin.ImportAsync("MEASURES", file)).Counts().ShouldBe((2, 0, 0, 0, true));
        (await admin.ImportAsync("MEASURES", file)).Counts().ShouldBe((0, 0, 2, 0, true));
        (await admin.ImportAsync("MEASURES", file.Replace("满意度", "客户满意度", StringComparison.Ordinal))).Counts().ShouldBe((0, 1, 1, 0, true));
        (await admin.ImportAsync("MEASURES", "code,direction,aggregation,decimals\nM-SAT,up,,seven\n")).Rejected().ShouldBe(
        [
            "2 direction: 'up' is none of INCREASE, DECREASE, KEEP_WITHIN, MILESTONE.",
            "2 aggregation: This is required.",
            "2 decimals: 'seven' is not a whole number.",
        ]);
        (await admin.InChinese.ImportAsync("MEASURES", "code,name,unitOfMeasure,direction,aggregation,decimals\nM-SAT,满意度,%,up,平均,0\n")).Rejected().ShouldBe(["2 direction: “up”不在可选值之内：越高越好、越低越好、保持在区间内、里程碑。"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_tree_is_imported_in_any_order_and_again_without_change(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        var file = Header + $"G1.1.1,维修收入,PERSONAL,G1.1,E0112,D1-1-1,REV,10.5\nG1.1,服务收入,团队,G1,E0111,D1-1-1,REV,100\nG1,公司收入,COMPANY,,E0001,{await RootCodeAsync(admin)},REV,1000\n";
        (await admin.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((3, 0, 0, 0, true));
        (await admin.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        var tree = await TreeAsync(admin, cycleId);
        tree.ShouldBe([$"G1  公司收入 1000 IMPORTED", "G1.1 G1 服务收入 100 IMPORTED", "G1.1.1 G1.1 维修收入 10.5 IMPORTED"]);
        (await admin.ImportAsync("OBJECTIVES", file.Replace("10.5", "12", StringComparison.Ordinal), new { cycleId })).Counts().ShouldBe((0, 1, 2, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Rows_without_codes_are_known_by_what_they_say(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        const string file = "title,level,parentRow,ownerEmployeeNumber,unitCode,measureCode,target\n部门收入,TEAM,,E0110,D1-1,REV,500\n小组收入,TEAM,2,E0111,D1-1-1,REV,200\n小组收入,TEAM,3,E0111,D1-1-1,REV,200\n个人,PERSONAL,3,E0112,D1-1-1,REV,20\n";
        (await admin.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((4, 0, 0, 0, true));
        (await admin.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((0, 0, 4, 0, true));
        var codes = (await TreeAsync(admin, cycleId)).Select(l => l.Split(' ')[0]).ToList();
        codes.Count.ShouldBe(4);
        codes.ShouldAllBe(c => c.EndsWith("00001", StringComparison.Ordinal) || c.EndsWith("00002", StringComparison.Ordinal) || c.EndsWith("00003", StringComparison.Ordinal) || c.EndsWith("00004", StringComparison.Ordinal));
        (await admin.ImportAsync("OBJECTIVES", file.Replace("REV,20\n", "REV,25\n", StringComparison.Ordinal), new { cycleId })).Counts().ShouldBe((0, 1, 3, 0, true));
        var next = await company.Executive.ChangeAsync("draftObjective", new { cycleId, level = "TEAM", title = "下一个", ownerId = company.TeamLeader.PersonId, unitId = company.Team, measureId = company.Revenue, target = "1" }, "objective { code }");
        next.Text("code")!.ShouldEndWith("00005");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Objectives_move_with_all_below_them(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var cycleId = await CycleAsync(admin);
        var tag = Tag();
        string Row(string code, string parent, int target = 1) => $"{tag}{code},{code},TEAM,{(parent.Length == 0 ? "" : tag + parent)},E0110,D1-1,REV,{target}\n";
        (await admin.ImportAsync("OBJECTIVES", Header + Row("a", "") + Row("b", "a") + Row("c", "b") + Row("d", "") + Row("e", "d") + Row("f", "e"), new { cycleId })).Counts().Created.ShouldBe(6);

        (await admin.ImportAsync("OBJECTIVES", Header + Row("a", "c"), new { cycleId })).Rejected().ShouldBe(["2 parentCode: An objective cannot stand under itself."]);
        (await admin.ImportAsync("OBJECTIVES", Header + Row("a", "b") + Row("b", "a"), new { cycleId })).Rejected().Count.ShouldBe(2);

        var moved = await admin.ImportAsync("OBJECTIVES", Header + Row("f", "e", 7) + Row("b", "e") + Row("a", "f", 3) + Row("d", "c") + Row("c", ""), new { cycleId });
        moved.Counts().ShouldBe((0, 5, 0, 0, true), moved.Text);
        (await TreeAsync(admin, cycleId)).Select(l => l.Replace(tag, "", StringComparison.Ordinal)).ShouldBe(
        [
            "c  c 1 IMPORTED", "d c d 1 IMPORTED", "e d e 1 IMPORTED", "f e f 7 IMPORTED", "a f a 3 IMPORTED", "b e b 1 IMPORTED",
        ]);
        (await admin.ImportAsync("OBJECTIVES", Header + Row("f", "e", 7) + Row("b", "e") + Row("a", "f", 3) + Row("d", "c") + Row("c", ""), new { cycleId })).Counts().ShouldBe((0, 0, 5, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Wrong_rows_are_told(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        var reply = await admin.ImportAsync(
            "OBJECTIVES",
            "code,title,level,parentCode,parentRow,ownerEmployeeNumber,unitCode,regionCode,responsibility,measureCode,baseline,target,lowerBound\n"
            + "1999-00001,x,TEAM,,,E0110,D1-1,,,REV,,1,\n"
            + ",,TEAM,,,E0110,D1-1,,,REV,,1,\n"
            + ",no level,,,,E0110,D1-1,,,REV,,1,\n"
            + ",no owner,TEAM,,,,D1-1,,,REV,,1,\n"
            + ",unknown,TEAM,NOPE,,E9,NO,NO,,NO,,1,\n"
            + ",row,TEAM,,99,E0110,D1-1,,,REV,,1,\n"
            + ",digits,TEAM,,,E0110,D1-1,,,REV,1.234,1.2345,\n"
            + ",bound,TEAM,,,E0110,D1-1,,,REV,,1,0.5\n"
            + ",duty,TEAM,,,E0110,D1-1,,nonsense,REV,,,\n",
            new { cycleId });
        reply.Rejected().ShouldBe(
        [
            "2 code: There is no such objective. Codes of this form are given by the program: leave it empty for a new one.",
            "3 title: This is required.",
            "4 level: This is required.",
            "5 ownerEmployeeNumber: This is required.",
            "6 parentCode: There is no objective NOPE.",
            "6 ownerEmployeeNumber: There is no E9.",
            "6 unitCode: There is no NO.",
            "6 regionCode: There is no NO.",
            "6 measureCode: There is no measure NO; an administrator can add it.",
            "7 parentRow: The row of the objective above it was not accepted, or is not in the file.",
            "8 target: 服务收入 has 2 digits after the point.",
            "9 lowerBound: Only a measure to keep within bounds has a lower bound.",
            "10 target: This is required.",
            "10 responsibility: Neither the unit nor the position has this responsibility.",
        ]);
        (await admin.ImportAsync("OBJECTIVES", Header + "x,x,TEAM,,E0110,D1-1,REV,1\n")).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("cycleId");
        var nowhere = await admin.ImportAsync("OBJECTIVES", Header + "x,x,TEAM,,E0110,D1-1,REV,1\n", new { cycleId = company.Revenue });
        nowhere.UserErrors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("cycleId"));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Everyone_imports_what_he_may_write(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var cycleId = await CycleAsync(company.Administrator);
        const string file = "title,level,ownerEmployeeNumber,unitCode,measureCode,target\nmine,PERSONAL,E0112,D1-1-1,REV,1\nours,TEAM,E0111,D1-1-1,REV,1\nhis,PERSONAL,E0113,D1-1-1,REV,1\n";
        var member = await company.Member.ImportAsync("OBJECTIVES", file, new { cycleId, skipBadRows = true });
        member.Counts().ShouldBe((1, 0, 0, 2, true));
        (await company.TeamLeader.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((2, 0, 1, 0, true));
        (await company.Colleague.ImportAsync("OBJECTIVES", "title,level,ownerEmployeeNumber,unitCode,measureCode,target\nours,TEAM,E0111,D1-1-1,REV,2\n", new { cycleId })).Rejected()
            .ShouldBe(["2 title: You may read this objective, but not change it."]);
        (await company.Auditor.ImportAsync("OBJECTIVES", file, new { cycleId })).ErrorCode.ShouldBe("FORBIDDEN");

        var seen = Encoding.UTF8.GetString(await company.Stranger.DownloadAsync($"/exports/objectives.csv?cycleId={cycleId}"));
        seen.ShouldContain("ours");
        seen.ShouldNotContain("mine");
    }

    [Theory]
    [OnEachDatabase("OBJECTIVES", "MEASURES")]
    public async Task An_export_imported_again_changes_nothing(DatabaseKind kind, string records)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        const string header = "code,title,description,level,parentCode,contribution,ownerEmployeeNumber,unitCode,regionCode,customerCode,positionCode,responsibility,measureCode,baseline,target,lowerBound,rollUpWeight,important\n";
        var tag = Tag();
        var file = header + $"\"{tag}a\",=SUM(A1),\"one\r\ntwo\n\"\"three\"\"; four\",TEAM,,,E0110,D1-1,,,,,REV,-1.25,100,,,\n\"{tag}b\",-5,,PERSONAL,\"{tag}a\",'=x,E0112,D1-1-1,EAST,K0001,P-SERVICE,上门维修,STOCK,,30,20,2.5,是\n";
        (await admin.ImportAsync("OBJECTIVES", file, new { cycleId })).Counts().ShouldBe((2, 0, 0, 0, true));
        foreach (var (format, language) in new[] { ("CSV", "en"), ("CSV", "zh-CN"), ("XLSX", "en"), ("XLSX", "zh-CN") })
        {
            var api = admin with { Language = language };
            object? input = records == "OBJECTIVES" ? new { cycleId } : null;
            var exported = await api.DownloadAsync($"/exports/{records.ToLowerInvariant()}.{format.ToLowerInvariant()}?cycleId={cycleId}");
            var reply = await api.ImportAsync(records, format, exported, input);
            var (created, updated, unchanged, rejected, written) = reply.Counts();
            (created, updated, rejected, written).ShouldBe((0, 0, 0, true), $"{format} {language} {reply.Text}");
            unchanged.ShouldBeGreaterThan(1);
        }
        if (records == "OBJECTIVES")
            (await admin.InChinese.ImportAsync("OBJECTIVES", Encoding.UTF8.GetString(await admin.DownloadAsync("/exports/template/objectives.csv")), new { cycleId })).UserErrors.ShouldHaveSingleItem().Message.ShouldBe("文件只有表头，没有数据行。");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_real_StratMl_report_is_imported_and_what_was_passed_over_is_named(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        var report = await File.ReadAllBytesAsync(Path.Combine(Snapshot.Root(), "tests/Objectives.IntegrationTests/Import/Samples/SMLC2011.xml"), TestContext.Current.CancellationToken);
        var dry = await admin.ImportAsync("OBJECTIVES", "STRATML", report, new { cycleId, dryRun = true });
        dry.Counts().ShouldBe((14, 0, 0, 0, false));
        var reply = await admin.ImportAsync("OBJECTIVES", "STRATML", report, new { cycleId });
        reply.Counts().ShouldBe((14, 0, 0, 0, true));
        (await admin.ImportAsync("OBJECTIVES", "STRATML", report, new { cycleId })).Counts().ShouldBe((0, 0, 14, 0, true));
        (await TreeAsync(admin, cycleId, codes: false)).ShouldBe(
        [
            "Strategic Plans", "1 ANSI/AIIM Publication", "1 StratML Part 1 Files", "1 Tools, Applications & Services", "1 ISO Standard",
            "Performance Plans and Reports", "1 ANSI/AIIM Publication", "2 Teleconferences", "1 StratML Part 2 Files", "1 Tools, Applications & Services", "1 NIEM Implementation Profile",
            "Additional Elements", "1 GPRAMA", "1 Other Elements",
        ]);
        var passed = Importing.Findings(reply.Outcome(), "passedOver");
        passed.ShouldContain("2 StrategicPlanCore/Value[3]: Objectives have no place for 'Machine Readability'.");
        passed.ShouldContain("3 Submitter: Objectives have no place for 'Owen Ambur Owen.Ambur@verizon.net'.");
        passed.ShouldContain("3 Submitter/FirstName: 'Owen' stands in what ISO 17469-2 does not have here.");
        passed.ShouldContain(p => p.StartsWith("2 StrategicPlanCore/Goal[1]/Objective[2]/PerformanceIndicator/MeasurementInstance/ActualResult:", StringComparison.Ordinal));
        passed.ShouldContain(p => p.EndsWith("/@IndicatorType: 'Qualitative' stands in what ISO 17469-2 does not have here (11 of them).", StringComparison.Ordinal));
        passed.ShouldNotContain(p => p.Contains("Goal[1]/Name", StringComparison.Ordinal));

        var mine = await company.Member.ImportAsync(
            "OBJECTIVES", "STRATML", report, new { cycleId = await CycleAsync(admin), columns = new[] { new { column = "=PERSONAL", field = "level" }, new { column = "Identifier", field = "code" } } });
        mine.Counts().ShouldBe((13, 0, 0, 1, false), mine.Text);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Figures_of_StratMl_become_targets_and_measures(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var cycleId = await CycleAsync(admin);
        const string plan = """
            <PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Plan">
              <Name>Plan</Name>
              <StrategicPlanCore>
                <Goal><Name>Serve</Name><Description>Serve well</Description>
                  <Objective><Name>Calls</Name><Description>Answer calls</Description>
                    <PerformanceIndicator><MeasurementDimension>Calls answered</MeasurementDimension><UnitOfMeasurement>thousand</UnitOfMeasurement>
                      <MeasurementInstance>
                        <TargetResult><StartDate>2027-01-01</StartDate><EndDate>2027-06-30</EndDate><NumberOfUnits>40</NumberOfUnits></TargetResult>
                        <TargetResult><StartDate>2027-07-01</StartDate><EndDate>2027-12-31</EndDate><NumberOfUnits>92.5</NumberOfUnits><Description>by the year's end</Description></TargetResult>
                        <ActualResult><NumberOfUnits>90</NumberOfUnits></ActualResult>
                      </MeasurementInstance>
                    </PerformanceIndicator>
                    <PerformanceIndicator><MeasurementDimension>服务收入</MeasurementDimension><UnitOfMeasurement>万元</UnitOfMeasurement>
                      <MeasurementInstance><TargetResult><NumberOfUnits>7.25</NumberOfUnits></TargetResult></MeasurementInstance>
                    </PerformanceIndicator>
                  </Objective>
                </Goal>
              </StrategicPlanCore>
            </PerformancePlanOrReport>
            """;
        var reply = await admin.ImportAsync("OBJECTIVES", "STRATML", Encoding.UTF8.GetBytes(plan), new { cycleId });
        reply.Counts().ShouldBe((3, 0, 0, 0, true), reply.Text);
        (await admin.ImportAsync("OBJECTIVES", "STRATML", Encoding.UTF8.GetBytes(plan), new { cycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        var nodes = (await admin.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { title description target level owner { id } measure { code name unitOfMeasure decimals } } } }", new { c = cycleId })).At("goalTree.nodes");
        nodes.EnumerateArray().Select(n => $"{n.Text("title")} {n.Text("target")} {n.Text("measure.name")} {n.Text("measure.unitOfMeasure")}").ShouldBe(
            ["Serve 100 Completion 完成度 %", "Calls 92.5 Calls answered thousand", "服务收入 7.25 服务收入 万元"]);
        nodes[1].Text("measure.code")!.ShouldStartWith("STRATML-");
        nodes[1].Text("description").ShouldBe("Answer calls\n\nby the year's end");
        nodes[0].Text("level").ShouldBe("COMPANY");
        nodes[0].Text("owner.id").ShouldBe(admin.PersonId);
        var passed = Importing.Findings(reply.Outcome(), "passedOver");
        passed.ShouldContain("8 StrategicPlanCore/Goal/Objective/PerformanceIndicator[1]/MeasurementInstance/TargetResult[1]/NumberOfUnits: Objectives have no place for '40'.");
        passed.ShouldContain("10 StrategicPlanCore/Goal/Objective/PerformanceIndicator[1]/MeasurementInstance/ActualResult: Objectives have no place for '90'.");

        // A unit may be written in another way; another unit is another measure.
        (await admin.ImportAsync("OBJECTIVES", "STRATML", Encoding.UTF8.GetBytes(plan.Replace(">thousand<", "> THOUSAND <", StringComparison.Ordinal)), new { cycleId })).Counts().ShouldBe((0, 0, 3, 0, true));
        (await admin.ImportAsync("OBJECTIVES", "STRATML", Encoding.UTF8.GetBytes(plan.Replace(">thousand<", ">million<", StringComparison.Ordinal)), new { cycleId })).Counts().ShouldBe((0, 1, 2, 0, true));
        (await admin.ReadAsync("query($f: ObjectiveFilter) { objectives(filter: $f) { nodes { target measure { name unitOfMeasure } } } }", new { f = new { cycleId, text = "Calls" } })).At("objectives.nodes").EnumerateArray()
            .Select(n => $"{n.Text("target")} {n.Text("measure.name")} {n.Text("measure.unitOfMeasure")}").ShouldBe(["92.5 Calls answered million"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task By_what_objectives_without_a_figure_are_measured_is_told_and_can_be_chosen(DatabaseKind kind)
    {
        await using var quiet = new QuietInstallations();
        var company = await quiet.OnAsync(kind);
        var admin = company.Administrator;
        var plan = Encoding.UTF8.GetBytes("<StrategicPlan><StrategicPlanCore>\n<Goal><Name>Serve</Name>\n<Objective><Name>Calls</Name></Objective></Goal></StrategicPlanCore></StrategicPlan>");
        async Task<string?[]> MeasuresAsync(string cycleId)
            => [.. (await admin.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { measure { code } } } }", new { c = cycleId })).At("goalTree.nodes").EnumerateArray().Select(n => n.Text("measure.code"))];

        var cycleId = await CycleAsync(admin);
        var personal = new { column = "=PERSONAL", field = "level" };
        var mine = await company.Member.ImportAsync("OBJECTIVES", "STRATML", plan, new { cycleId, columns = new[] { personal } });
        mine.Rejected().ShouldContain("2 target: The file gives no figure to reach, and there is no milestone measure STRATML-MILESTONE by which such objectives are followed; an administrator can add it. Over the API another may be named in columns: {column: \"=CODE\", field: \"milestoneMeasureCode\"}.");
        var inOneLine = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(plan).ReplaceLineEndings(string.Empty));
        (await company.Member.ImportAsync("OBJECTIVES", "STRATML", inOneLine, new { cycleId, columns = new[] { personal } })).Outcome().Strings("rejected.*.record").ShouldBe(["Serve", "Calls"]);
        var chosen = await company.Member.ImportAsync("OBJECTIVES", "STRATML", plan, new { cycleId, columns = new[] { personal, new { column = "=STAGE", field = "milestoneMeasureCode" } } });
        chosen.Counts().ShouldBe((2, 0, 0, 0, true), chosen.Text);
        Importing.Findings(chosen.Outcome(), "passedOver").ShouldBeEmpty();
        (await MeasuresAsync(cycleId)).ShouldBe(["STAGE", "STAGE"]);
        (await admin.ImportAsync("OBJECTIVES", "STRATML", plan, new { cycleId, columns = new[] { new { column = "=REV", field = "milestoneMeasureCode" } } })).Rejected()
            .ShouldBe(["2 milestoneMeasureCode: There is no milestone measure REV.", "3 parentRow: The row of the objective above it was not accepted, or is not in the file."]);

        cycleId = await CycleAsync(admin);
        foreach (var dryRun in new[] { true, false })
        {
            var reply = await admin.InChinese.ImportAsync("OBJECTIVES", "STRATML", plan, new { cycleId, dryRun });
            reply.Counts().Created.ShouldBe(2);
            Importing.Findings(reply.Outcome(), "passedOver").ShouldHaveSingleItem()
                .ShouldBe("2 : 没有目标数值的目标（本次 2 个）以“Completion 完成度”（STRATML-MILESTONE）按完成百分比衡量。如需使用其他里程碑指标，可通过接口在 columns 中指明：{column: \"=编码\", field: \"milestoneMeasureCode\"}。");
        }
        (await MeasuresAsync(cycleId)).ShouldBe(["STRATML-MILESTONE", "STRATML-MILESTONE"]);
        Importing.Findings((await admin.ImportAsync("OBJECTIVES", "STRATML", plan, new { cycleId })).Outcome(), "passedOver").ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_no_StratMl_is_refused(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var cycleId = await CycleAsync(admin);
        foreach (var (text, why) in new[]
        {
            ("code,title\n", "well-formed"), ("<a><b></a>", "well-formed"), ("<html/>", "no StratML"),
            ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><PerformancePlanOrReport>&e;</PerformancePlanOrReport>", "DTD, which is not read."),
            ("<PerformancePlanOrReport><StrategicPlanCore/></PerformancePlanOrReport>", "no rows"),
        })
        {
            var error = (await admin.ImportAsync("OBJECTIVES", "STRATML", Encoding.UTF8.GetBytes(text), new { cycleId })).UserErrors.ShouldHaveSingleItem();
            error.Field.ShouldBe("content");
            error.Message.ShouldContain(why);
            error.Message.ShouldNotContain("line 0");
        }
        (await admin.ImportAsync("CUSTOMERS", "STRATML", Encoding.UTF8.GetBytes("<a/>"))).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("format");
    }

    private static async Task<string> CycleAsync(Api admin)
    {
        var name = Guid.NewGuid().ToString("N");
        return (await admin.ChangeAsync("openCycle", new { name, year = 2027, start = "2027-01-01", end = "2027-12-31" }, "cycle { id }")).Id();
    }

    /// <summary>What codes of a test begin with, since they are unique over all cycles.</summary>
    private static string Tag() => Guid.NewGuid().ToString("N")[..6];

    private static async Task<string> RootCodeAsync(Api admin) => (await admin.ReadAsync("{ organization { root { code } } }")).Text("organization.root.code")!;

    /// <summary>In pre-order: code, parent's code, title, target and origin; or depth and title.</summary>
    private static async Task<IReadOnlyList<string>> TreeAsync(Api admin, string cycleId, bool codes = true)
    {
        var nodes = (await admin.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { code title target origin parent { code } ancestors { code } } } }", new { c = cycleId })).At("goalTree.nodes").EnumerateArray();
        return [.. nodes.Select(n => codes
            ? $"{n.Text("code")} {(n.GetProperty("parent").ValueKind == JsonValueKind.Null ? "" : n.Text("parent.code"))} {n.Text("title")} {n.Text("target")} {n.Text("origin")}"
            : $"{n.GetProperty("ancestors").GetArrayLength()} {n.Text("title")}".Replace("0 ", "", StringComparison.Ordinal))];
    }
}
