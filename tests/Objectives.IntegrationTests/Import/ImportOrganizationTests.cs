using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Import;

[Collection(ImportTests.Name)]
public sealed class ImportOrganizationTests(ImportCompanies companies)
{
    private const string Customers = "code,name,regionCode,accountOwnerEmployeeNumber,strength,finances,credit,active\n";

    [Theory]
    [OnEachDatabase]
    public async Task Customers_are_created_updated_and_left_alone(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var file = Customers + "C1,浦东店,EAST,E0112,10,20,30,true\nC2,广州店,SOUTH,,40,50,60,false\n";
        (await admin.ImportAsync("CUSTOMERS", file)).Counts().ShouldBe((2, 0, 0, 0, true));
        (await admin.ImportAsync("CUSTOMERS", file)).Counts().ShouldBe((0, 0, 2, 0, true));
        (await admin.ImportAsync("CUSTOMERS", "code,name\nC1,浦东旗舰店\nC2,广州店\n")).Counts().ShouldBe((0, 1, 1, 0, true));

        var customers = (await admin.ReadAsync("""{ customers(filter: {text: "C1"}) { nodes { code name version active region { code } accountOwner { employeeNumber } profile { strength finances credit } history { nodes { sequence action after } } } } }"""))
            .At("customers.nodes").EnumerateArray().Single(c => c.Text("code") == "C1");
        customers.Text("name").ShouldBe("浦东旗舰店");
        customers.Text("accountOwner.employeeNumber").ShouldBe("E0112");
        customers.Number("profile.finances").ShouldBe(20);
        customers.Number("version").ShouldBe(2);
        customers.Strings("history.nodes.*.action").ShouldBe(["importCustomers", "importCustomers"]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_empty_cell_clears_and_a_missing_column_leaves(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        (await admin.ImportAsync("CUSTOMERS", Customers + "CL,清空,EAST,E0112,10,20,30,true\n")).Counts().Created.ShouldBe(1);
        (await admin.ImportAsync("CUSTOMERS", "code,accountOwnerEmployeeNumber\nCL,\n")).Counts().Updated.ShouldBe(1);
        var refused = await admin.ImportAsync("CUSTOMERS", "code,name\nCL,\n");
        refused.Rejected().ShouldBe(["2 name: This is required."]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Units_and_people_may_stand_in_any_order(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var root = (await admin.ReadAsync("{ organization { root { code } } }")).Text("organization.root.code");
        var units = $"code,name,kind,parentCode,leaderEmployeeNumber,responsibilities\nX-1-1,X team,TEAM,X-1,,\nX-1,X department,部门,X,E0112,\"first duty\nsecond duty\"\nX,X division,division,{root},,\n";
        (await admin.ImportAsync("UNITS", units)).Counts().ShouldBe((3, 0, 0, 0, true));
        (await admin.ImportAsync("UNITS", units)).Counts().ShouldBe((0, 0, 3, 0, true));
        var read = (await admin.ReadAsync("{ organization { units { code parent { code } leader { employeeNumber } responsibilities { text } } } }")).At("organization.units").EnumerateArray().Single(u => u.Text("code") == "X-1");
        (read.Text("parent.code"), read.Text("leader.employeeNumber")).ShouldBe(("X", "E0112"));
        read.Strings("responsibilities.*.text").ShouldBe(["first duty", "second duty"]);

        var people = "工号,姓名,电子邮箱,语言,单位编码,上级工号,角色\nX3,丙,x3@example.com,中文,X-1-1,X2,\nX2,乙,x2@example.com,EN,X-1,X1,hr\nX1,甲,X1@Example.com,,X,E0001,高级主管 HR\n";
        (await admin.ImportAsync("PEOPLE", people)).Counts().ShouldBe((3, 0, 0, 0, true));
        (await admin.ImportAsync("PEOPLE", people)).Counts().ShouldBe((0, 0, 3, 0, true));
        var person = (await admin.ReadAsync("""{ people(filter: {text: "X3"}) { nodes { employeeNumber chain { employeeNumber roles } } } }""")).At("people.nodes.0");
        person.Strings("chain.*.employeeNumber").ShouldBe(["X2", "X1", "E0001"]);
        person.Strings("chain.1.roles").ShouldContain("EXECUTIVE");

        var positions = "code,title,unitCode,regionCode,relativeStrength,responsibilities\nXP,工程师,X-1,EAST,1.5,\"维修\n回访\"\n";
        (await admin.ImportAsync("POSITIONS", positions)).Counts().ShouldBe((1, 0, 0, 0, true));
        (await admin.ImportAsync("POSITIONS", positions)).Counts().ShouldBe((0, 0, 1, 0, true));
        (await admin.ImportAsync("POSITIONS", positions.Replace("回访", "回访客户", StringComparison.Ordinal))).Counts().ShouldBe((0, 1, 0, 0, true));

        const string regions = "code,name,unitCode,characteristics,strategicDeployment,development,environment,competition,resources,developmentWeight\nXR,西部,X,1,2,3,4,5,6,0.8\n";
        (await admin.ImportAsync("REGIONS", regions)).Counts().ShouldBe((1, 0, 0, 0, true));
        (await admin.ImportAsync("REGIONS", regions)).Counts().ShouldBe((0, 0, 1, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Circles_are_told_at_their_rows(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        const string header = "employeeNumber,name,email,unitCode,superiorEmployeeNumber\n";
        var circle = await admin.ImportAsync("PEOPLE", header + "Z1,a,z1@example.com,D1,Z2\nZ2,b,z2@example.com,D1,Z3\nZ3,c,z3@example.com,D1,Z1\nZ4,d,z4@example.com,D1,Z1\nZ5,e,z5@example.com,D1,Z5\n", new { skipBadRows = true });
        circle.Counts().ShouldBe((0, 0, 0, 5, false));
        circle.Rejected().ShouldBe(
        [
            "2 superiorEmployeeNumber: The rows refer to one another in a circle.",
            "3 superiorEmployeeNumber: The rows refer to one another in a circle.",
            "4 superiorEmployeeNumber: The rows refer to one another in a circle.",
            "5 superiorEmployeeNumber: Row 2, to which it refers, is rejected.",
            "6 superiorEmployeeNumber: The rows refer to one another in a circle.",
        ]);

        (await admin.ImportAsync("PEOPLE", header + "Y1,a,y1@example.com,D1,E0001\nY2,b,y2@example.com,D1,Y1\n")).Counts().Created.ShouldBe(2);
        (await admin.ImportAsync("PEOPLE", "employeeNumber,superiorEmployeeNumber\nY1,Y2\n")).Rejected().ShouldBe(["2 superiorEmployeeNumber: The superior stands below this person, or is he himself."]);
        (await admin.ImportAsync("PEOPLE", "employeeNumber,superiorEmployeeNumber\nY1,Y2\nY2,E0001\n")).Counts().ShouldBe((0, 2, 0, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Someone_may_leave_when_the_same_file_moves_his_people(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        const string header = "employeeNumber,name,email,unitCode,superiorEmployeeNumber,active\n";
        (await admin.ImportAsync("PEOPLE", header + "V1,a,v1@example.com,D1,E0001,\nV2,b,v2@example.com,D1,V1,\n")).Counts().Created.ShouldBe(2);
        (await admin.ImportAsync("PEOPLE", "employeeNumber,active\nV1,false\n")).Rejected().ShouldHaveSingleItem().ShouldStartWith("2 active: Others report to him");
        (await admin.ImportAsync("PEOPLE", "employeeNumber,superiorEmployeeNumber,active\nV1,E0001,否\nV2,E0001,是\n")).Counts().ShouldBe((0, 2, 0, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Each_wrong_row_is_told_in_the_callers_language(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var file = Customers
            + "B1,ok,EAST,,1,2,3,true\n"
            + ",no code,EAST,,1,2,3,true\n"
            + "B1,again,EAST,,1,2,3,true\n"
            + "B2,,EAST,,1,2,3,true\n"
            + "B3,x,NOWHERE,E9999,1,2,3,true\n"
            + "B4,x,EAST,,101,abc,,maybe\n"
            + $"B5,{new string('x', 201)},EAST,,1,2,3,true\n"
            + "B6,a\u0007b,EAST,,1,2,3,true\n"
            + "B7,short\n";
        var reply = await admin.ImportAsync("CUSTOMERS", file);
        reply.Counts().ShouldBe((1, 0, 0, 8, false));
        reply.Rejected().ShouldBe(
        [
            "3 code: This is required.",
            "4 code: Row 2 is the same record.",
            "5 name: This is required.",
            "6 regionCode: There is no NOWHERE.",
            "6 accountOwnerEmployeeNumber: There is no E9999.",
            "7 finances: 'abc' is not a whole number.",
            "7 credit: This is required.",
            "7 active: Write true or false, not 'maybe'.",
            "7 strength: Between 0 and 100.",
            "8 name: At most 200 characters; this has 201.",
            "9 name: Remove the control characters.",
            "10 : The row has 2 cells, the header 8.",
        ]);
        (await admin.InChinese.ImportAsync("CUSTOMERS", file)).Rejected()[0].ShouldBe("3 code: 此项必填。");
        reply.Outcome().Strings("rows.*.result").ShouldBe(["CREATED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED"]);
        (await admin.ReadAsync("""{ customers(filter: {text: "B1"}) { totalCount } }""")).Number("customers.totalCount").ShouldBe(0);

        (await admin.ImportAsync("CUSTOMERS", file, new { skipBadRows = true })).Counts().ShouldBe((1, 0, 0, 8, true));
        (await admin.ReadAsync("""{ customers(filter: {text: "B1"}) { totalCount } }""")).Number("customers.totalCount").ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_row_tells_all_that_is_wrong_with_it_and_each_cell_once(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        (await admin.ImportAsync("CUSTOMERS", Customers + "N1,,NOWHERE,,101,abc,2,true\n")).Rejected()
            .ShouldBe(["2 regionCode: There is no NOWHERE.", "2 finances: 'abc' is not a whole number.", "2 name: This is required.", "2 strength: Between 0 and 100."], ignoreOrder: true);
        (await admin.ImportAsync("PEOPLE", "employeeNumber,name,email,unitCode\nN1,,no address,NOWHERE\n")).Rejected()
            .ShouldBe(["2 unitCode: There is no NOWHERE.", "2 name: This is required.", "2 email: Write an e-mail address such as name@example.com."], ignoreOrder: true);
        (await admin.ImportAsync("PEOPLE", "employeeNumber,name,email,unitCode,locale,roles\nN1,a,n1@example.com,D1,FR,LEADER 成员 HR\n")).Rejected()
            .ShouldBe(["2 locale: 'FR' is none of ZH_CN, EN.", "2 roles: 'LEADER' is none of EXECUTIVE, HR, AUDITOR, ADMINISTRATOR.", "2 roles: '成员' is none of EXECUTIVE, HR, AUDITOR, ADMINISTRATOR."]);
        (await admin.InChinese.ImportAsync("PEOPLE", "employeeNumber,name,email,unitCode,locale,roles\nN1,a,n1@example.com,D1,FR,LEADER\n")).Rejected()
            .ShouldBe(["2 locale: “FR”不在可选值之内：中文、英文。", "2 roles: “LEADER”不在可选值之内：高级主管、人力资源、审计、管理员。"]);
        (await admin.ImportAsync("UNITS", "code,name,kind\nN1,,\n")).Rejected().ShouldBe(["2 kind: This is required.", "2 name: This is required."], ignoreOrder: true);
        (await admin.ImportAsync("POSITIONS", "code,title,unitCode,relativeStrength\nN1,,,0\n")).Rejected()
            .ShouldBe(["2 unitCode: This is required.", "2 title: This is required.", "2 relativeStrength: Between 0.000001 and 1000."], ignoreOrder: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_dry_run_writes_nothing(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        (await admin.ImportAsync("CUSTOMERS", Customers + "D1,alt,EAST,,1,2,3,true\n")).Counts().Created.ShouldBe(1);
        var before = await ImportCompanies.RowCountsAsync(company);
        var reply = await admin.ImportAsync("CUSTOMERS", Customers + "D1,neu,EAST,,1,2,3,true\nD2,x,SOUTH,,1,2,3,true\n", new { dryRun = true });
        reply.Counts().ShouldBe((1, 1, 0, 0, false));
        reply.Outcome().Strings("rows.*.result").ShouldBe(["UPDATED", "CREATED"]);
        (await ImportCompanies.RowCountsAsync(company)).ShouldBe(before);
        (await admin.ImportAsync("CUSTOMERS", Customers + "D1,alt,EAST,,1,2,3,true\n")).Counts().ShouldBe((0, 0, 1, 0, true));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nobody_but_an_administrator_imports_the_organization(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        foreach (var api in new[] { company.Member, company.Executive, company.Hr, company.Auditor })
            (await api.ImportAsync("CUSTOMERS", Customers + "N1,x,EAST,,1,2,3,true\n")).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Program.Anonymous.ImportAsync("CUSTOMERS", Customers + "N1,x,EAST,,1,2,3,true\n")).ErrorCode.ShouldBe("UNAUTHENTICATED");
        (await company.Administrator.ImportAsync("PEOPLE", "employeeNumber,roles\nE0004,ADMINISTRATOR HR\n")).Rejected().ShouldHaveSingleItem().ShouldContain("Nobody gives himself a role");
        (await company.Administrator.ImportAsync("PEOPLE", "employeeNumber,roles\nE0004,\n")).Rejected().ShouldHaveSingleItem().ShouldContain("last administrator");
    }

    [Theory]
    [OnEachDatabase("PEOPLE", "UNITS", "POSITIONS", "REGIONS", "CUSTOMERS")]
    public async Task An_export_imported_again_changes_nothing(DatabaseKind kind, string records)
    {
        // A company of its own: others import so many rows into the shared one that taking its export in would be a job.
        await using var quiet = new QuietInstallations();
        var company = await quiet.OnAsync(kind);
        var admin = company.Administrator;
        await admin.ImportAsync("CUSTOMERS", Customers + "F1,\"=cmd|' /C calc'!A0\",EAST,,1,2,3,true\nF2,\"'=x, \"\"y\"\"\",EAST,,1,2,3,true\nF3,-5,EAST,,1,2,3,false\n");
        var changes = (await ImportCompanies.RowCountsAsync(company)).Single(t => t.Key.Contains("changes", StringComparison.Ordinal)).Value;
        foreach (var (format, language) in new[] { ("CSV", "en"), ("CSV", "zh-CN"), ("XLSX", "en"), ("XLSX", "zh-CN") })
        {
            var api = admin with { Language = language };
            var file = await api.DownloadAsync($"/exports/{records.ToLowerInvariant()}.{format.ToLowerInvariant()}");
            var reply = await api.ImportAsync(records, format, file);
            var (created, updated, unchanged, rejected, written) = reply.Counts();
            (created, updated, rejected, written).ShouldBe((0, 0, 0, true), $"{format} {language} {reply.Text}");
            unchanged.ShouldBeGreaterThan(0);
            reply.Outcome().GetProperty("passedOver").GetArrayLength().ShouldBe(0);
        }
        (await ImportCompanies.RowCountsAsync(company)).Single(t => t.Key.Contains("changes", StringComparison.Ordinal)).Value.ShouldBe(changes);
    }
}
