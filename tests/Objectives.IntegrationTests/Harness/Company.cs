namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// A small company, made through the public API. It is shared by all tests of its database: a test that changes people or units makes its own,
/// and each works in a cycle of its own.
/// </summary>
/// <remarks>
/// The division's leader stands under the executive; under him two departments with a team each. The team has a leader and two members, the other team a leader
/// and a member. HR, the auditor and the administrator belong to the company's root.
/// </remarks>
public sealed class Company
{
    private Company(Installation program, Api administrator) => (Program, Administrator) = (program, administrator);

    public Installation Program { get; }

    /// <summary>E0004.</summary>
    public Api Administrator { get; }

    /// <summary>E0001, the top of the reporting lines.</summary>
    public Api Executive { get; private set; } = null!;

    /// <summary>E0005.</summary>
    public Api SecondExecutive { get; private set; } = null!;

    /// <summary>E0002.</summary>
    public Api Hr { get; private set; } = null!;

    /// <summary>E0003.</summary>
    public Api Auditor { get; private set; } = null!;

    /// <summary>E0100.</summary>
    public Api DivisionLeader { get; private set; } = null!;

    /// <summary>E0110.</summary>
    public Api DepartmentLeader { get; private set; } = null!;

    /// <summary>E0111.</summary>
    public Api TeamLeader { get; private set; } = null!;

    /// <summary>E0112, of the team.</summary>
    public Api Member { get; private set; } = null!;

    /// <summary>E0113, of the team.</summary>
    public Api Colleague { get; private set; } = null!;

    /// <summary>E0211.</summary>
    public Api OtherTeamLeader { get; private set; } = null!;

    /// <summary>E0212, of the other team.</summary>
    public Api Stranger { get; private set; } = null!;

    public string Root { get; private set; } = string.Empty;

    public string Division { get; private set; } = string.Empty;

    public string Department { get; private set; } = string.Empty;

    public string OtherDepartment { get; private set; } = string.Empty;

    public string Team { get; private set; } = string.Empty;

    public string OtherTeam { get; private set; } = string.Empty;

    /// <summary>Of the team, with one responsibility.</summary>
    public string Position { get; private set; } = string.Empty;

    /// <summary>Of the position.</summary>
    public string Responsibility { get; private set; } = string.Empty;

    public string Region { get; private set; } = string.Empty;

    public string OtherRegion { get; private set; } = string.Empty;

    /// <summary>In the region.</summary>
    public string Customer { get; private set; } = string.Empty;

    /// <summary>In 万元 with two decimals, to increase, summed up.</summary>
    public string Revenue { get; private set; } = string.Empty;

    /// <summary>In days without decimals, to keep within bounds.</summary>
    public string StockDays { get; private set; } = string.Empty;

    /// <summary>Per cent complete.</summary>
    public string Milestone { get; private set; } = string.Empty;

    public static async Task<Company> FoundAsync(Installation program)
    {
        var company = new Company(program, await program.SetUpAsync());
        await company.AddUnitsAsync();
        await company.AddPeopleAsync();
        await company.AddRecordsAsync();
        return company;
    }

    private async Task AddUnitsAsync()
    {
        Root = (await Administrator.ReadAsync("{ organization { root { id } } }")).Text("organization.root.id")!;
        Division = await UnitAsync("D1", "客户服务事业部", "DIVISION", Root);
        Department = await UnitAsync("D1-1", "华东服务部", "DEPARTMENT", Division);
        OtherDepartment = await UnitAsync("D1-2", "华南服务部", "DEPARTMENT", Division);
        Team = await UnitAsync("D1-1-1", "上海服务一组", "TEAM", Department);
        OtherTeam = await UnitAsync("D1-2-1", "广州服务一组", "TEAM", OtherDepartment);
    }

    private async Task AddPeopleAsync()
    {
        Executive = await PersonAsync("E0001", "陈总", Root, null, "EXECUTIVE");
        SecondExecutive = await PersonAsync("E0005", "林总", Root, null, "EXECUTIVE");
        Hr = await PersonAsync("E0002", "何人事", Root, Executive, "HR");
        Auditor = await PersonAsync("E0003", "沈审计", Root, Executive, "AUDITOR");
        DivisionLeader = await PersonAsync("E0100", "赵部长", Division, Executive);
        DepartmentLeader = await PersonAsync("E0110", "钱经理", Department, DivisionLeader);
        TeamLeader = await PersonAsync("E0111", "孙组长", Team, DepartmentLeader);
        Member = await PersonAsync("E0112", "李明", Team, TeamLeader);
        Colleague = await PersonAsync("E0113", "周静", Team, TeamLeader);
        var otherDepartmentLeader = await PersonAsync("E0210", "吴经理", OtherDepartment, DivisionLeader);
        OtherTeamLeader = await PersonAsync("E0211", "郑组长", OtherTeam, otherDepartmentLeader);
        Stranger = await PersonAsync("E0212", "王芳", OtherTeam, OtherTeamLeader);
        foreach (var (unit, leader) in new[] { (Root, Executive), (Division, DivisionLeader), (Department, DepartmentLeader), (OtherDepartment, otherDepartmentLeader), (Team, TeamLeader), (OtherTeam, OtherTeamLeader) })
        {
            var now = (await Administrator.ReadAsync("query($id: ID!) { unit(id: $id) { code name kind } }", new { id = unit })).GetProperty("unit");
            await Administrator.ChangeAsync("saveUnit", new { id = unit, code = now.Text("code"), name = now.Text("name"), kind = now.Text("kind"), leaderId = leader.PersonId }, "unit { id }");
        }
    }

    private async Task AddRecordsAsync()
    {
        Region = await RegionAsync("EAST", "华东", Department);
        OtherRegion = await RegionAsync("SOUTH", "华南", OtherDepartment);
        var profile = new { strength = 60, finances = 70, credit = 80 };
        Customer = (await Administrator.ChangeAsync("saveCustomer", new { code = "K0001", name = "浦东家电商城", regionId = Region, accountOwnerId = Member.PersonId, profile }, "customer { id }")).Id();
        var position = await Administrator.ChangeAsync(
            "savePosition",
            new { code = "P-SERVICE", title = "客户服务工程师", unitId = Team, regionId = Region, responsibilities = new[] { new { text = "上门维修" } } },
            "position { id responsibilities { id } }");
        (Position, Responsibility) = (position.Id(), position.Text("responsibilities.0.id")!);
        Revenue = await MeasureAsync("REV", "服务收入", "万元", "INCREASE", "SUM", 2);
        StockDays = await MeasureAsync("STOCK", "配件库存天数", "天", "KEEP_WITHIN", "LAST", 0);
        Milestone = await MeasureAsync("STAGE", "完成进度", "%", "MILESTONE", "LAST", 0);
    }

    private async Task<string> UnitAsync(string code, string name, string kind, string parentId)
        => (await Administrator.ChangeAsync("saveUnit", new { code, name, kind, parentId }, "unit { id }")).Id();

    private async Task<Api> PersonAsync(string employeeNumber, string name, string unitId, Api? superior, params string[] roles)
    {
        var email = $"{employeeNumber}@example.com";
        var person = await Administrator.ChangeAsync("savePerson", new { employeeNumber, name, email, unitId, superiorId = superior?.PersonId, roles }, "person { id }");
        return await Program.SignInAsync(person.Id());
    }

    private async Task<string> RegionAsync(string code, string name, string unitId)
    {
        var profile = new { characteristics = 50, strategicDeployment = 60, development = 70, environment = 50, competition = 40, resources = 60 };
        return (await Administrator.ChangeAsync("saveRegion", new { code, name, unitId, profile }, "region { id }")).Id();
    }

    private async Task<string> MeasureAsync(string code, string name, string unitOfMeasure, string direction, string aggregation, int decimals)
        => (await Administrator.ChangeAsync("saveMeasure", new { code, name, unitOfMeasure, direction, aggregation, decimals }, "measure { id }")).Id();
}
