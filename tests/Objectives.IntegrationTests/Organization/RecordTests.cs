using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

/// <summary>Positions, regions and customers.</summary>
public sealed class RecordTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_position_is_added_changed_and_read_back(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var input = New.Position(company.Team).With("regionId", company.Region).With("relativeStrength", "1.5").With("responsibilities", new[] { new { text = "上门安装" } });
        var position = await company.Administrator.AddAsync("savePosition", input);
        position.Remove("responsibilities");
        position.Remove("regionId");
        var changed = await company.Administrator.ChangeAsync(
            "savePosition", position.With("title", "高级工程师").With("relativeStrength", null).With("expectedVersion", 1),
            "position { version title relativeStrength region { id } unit { id } responsibilities { text } incumbents { id } history { nodes { action } } }");
        (changed.Text("title"), changed.Text("relativeStrength"), changed.Text("region.id"), changed.Text("unit.id"), changed.Number("version")).ShouldBe(("高级工程师", "1", company.Region, company.Team, 2));
        changed.Strings("responsibilities.*.text").ShouldBe(["上门安装"]);
        changed.At("history.nodes").GetArrayLength().ShouldBe(2);
        (await company.Administrator.ReadAsync("query($unit: ID) { positions(unitId: $unit) { id } }", new { unit = company.Team })).Strings("positions.*.id").ShouldContain(position.Id());
        foreach (var (field, value, code) in new (string, object?, string)[]
        {
            ("code", "P-SERVICE", "DUPLICATE"), ("code", string.Empty, "REQUIRED"), ("title", " ", "REQUIRED"), ("unitId", company.Region, "NOT_FOUND"), ("regionId", company.Team, "NOT_FOUND"),
            ("relativeStrength", "0", "INVALID"), ("relativeStrength", "1001", "INVALID"), ("expectedVersion", 1, "CONFLICT"), ("id", company.Team, "NOT_FOUND"),
        })
        {
            (await company.Administrator.WhyAsync("savePosition", position.With(field, value))).ShouldBe((code, field), $"{field} {value}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Records_stand_by_their_codes_as_people_count(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var prefix = New.Code();
        foreach (var number in (int[])[10, 9, 100, 2])
        {
            await company.Administrator.AddAsync("savePosition", New.Position(company.Team).With("code", $"{prefix}-{number}"));
            await company.Administrator.AddAsync("saveRegion", New.Region(company.Division).With("code", $"{prefix}-{number}"));
            await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department).With("code", $"{prefix}-{number}"));
        }
        var read = await company.Administrator.ReadAsync(
            "query($team: ID!, $department: ID!) { positions(unitId: $team) { code } organization { units { code } regions { code } } unit(id: $department) { children { code } } }",
            new { team = company.Team, department = company.Department });
        foreach (var list in (string[])["positions", "organization.regions", "organization.units", "unit.children"])
            read.Strings($"{list}.*.code").Where(c => c!.StartsWith(prefix, StringComparison.Ordinal)).ShouldBe([$"{prefix}-2", $"{prefix}-9", $"{prefix}-10", $"{prefix}-100"], list);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.8")]
    public async Task A_region_keeps_its_scores_and_tells_which_one_is_wrong(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var region = await company.Administrator.AddAsync("saveRegion", New.Region(company.Division).With("developmentWeight", "1.2"));
        const string scores = "profile { characteristics strategicDeployment development environment competition resources }";
        var read = (await company.Member.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Region {{ version developmentWeight active unit {{ id }} {scores} }} }} }}", new { id = region.Id() })).At("node");
        (read.Text("developmentWeight"), read.Text("unit.id"), read.Number("version")).ShouldBe(("1.2", company.Division, 1));
        read.At("profile").EnumerateObject().Select(s => s.Value.GetInt32()).ShouldBe([10, 20, 30, 40, 50, 60]);
        var wrong = new { characteristics = 0, strategicDeployment = 100, development = 101, environment = 0, competition = 0, resources = -1 };
        (await company.Administrator.AllRefusedAsync("saveRegion", region.With("profile", wrong))).ShouldBe([("INVALID", "profile.development"), ("INVALID", "profile.resources")]);
        var better = new { characteristics = 10, strategicDeployment = 20, development = 30, environment = 40, competition = 50, resources = 100 };
        region.Remove("developmentWeight");
        var changed = await company.Administrator.ChangeAsync("saveRegion", region.With("profile", better), "region { developmentWeight history(first: 1) { nodes { before after } } }");
        changed.Text("developmentWeight").ShouldBe("1.2");
        changed.Text("history.nodes.0.before").ShouldBe("""{"profile.resources":60}""");
        changed.Text("history.nodes.0.after").ShouldBe("""{"profile.resources":100}""");
        foreach (var (field, value, code) in new (string, object?, string)[]
        {
            ("code", "EAST", "DUPLICATE"), ("name", string.Empty, "REQUIRED"), ("unitId", company.Customer, "NOT_FOUND"), ("developmentWeight", "0", "INVALID"), ("expectedVersion", 1, "CONFLICT"),
        })
        {
            (await company.Administrator.WhyAsync("saveRegion", region.With(field, value))).ShouldBe((code, field), $"{field} {value}");
        }
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.8")]
    public async Task A_customer_keeps_its_scores_and_a_region_with_customers_stays(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        var region = await admin.AddAsync("saveRegion", New.Region(company.Division));
        var customer = await admin.AddAsync("saveCustomer", New.Customer(region.Id()).With("accountOwnerId", company.Member.PersonId));
        (await admin.WhyAsync("saveRegion", region.With("active", false))).ShouldBe(("FORBIDDEN_BY_STATE", "active"));
        customer.Remove("accountOwnerId");
        var kept = await admin.ChangeAsync("saveCustomer", customer.With("active", false), "customer { active region { id } accountOwner { id } profile { strength finances credit } }");
        (kept.Text("region.id"), kept.Text("accountOwner.id"), kept.Number("profile.credit")).ShouldBe((region.Id(), company.Member.PersonId, 30));
        await admin.ChangeAsync("saveRegion", region.With("active", false), "region { id }");
        (await admin.WhyAsync("saveCustomer", customer.With("active", true))).ShouldBe(("FORBIDDEN_BY_STATE", "regionId"));
        (await admin.WhyAsync("saveCustomer", New.Customer(region.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "regionId"));
        (await admin.ChangeAsync("saveCustomer", customer.With("accountOwnerId", null).With("regionId", company.Region), "customer { accountOwner { id } }"))
            .GetProperty("accountOwner").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        foreach (var (field, value, code, at) in new (string, object?, string, string)[]
        {
            ("code", "K0001", "DUPLICATE", "code"), ("name", " ", "REQUIRED", "name"), ("regionId", company.Team, "NOT_FOUND", "regionId"), ("accountOwnerId", company.Team, "NOT_FOUND", "accountOwnerId"),
            ("profile", new { strength = 1, finances = 1_000, credit = 1 }, "INVALID", "profile.finances"),
        })
        {
            (await admin.WhyAsync("saveCustomer", customer.With("regionId", company.Region).With(field, value))).ShouldBe((code, at), $"{field} {value}");
        }
    }
}
