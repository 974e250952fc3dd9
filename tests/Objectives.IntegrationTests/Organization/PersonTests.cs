using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class PersonTests(Installations installations)
{
    private const string UnknownId = "AaIVQ8mqdp2zKNS_4PZOTFBlcnNvbg";

    [Theory, OnEachDatabase]
    public async Task A_person_is_added_with_what_is_usual(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var input = New.Person(company.Team).With("superiorId", company.TeamLeader.PersonId).With("email", "Wei.ZHANG@Example.COM").With("name", " 张伟 ");
        var person = await company.Administrator.ChangeAsync(
            "savePerson", input, "person { version employeeNumber name email locale active relativeStrength unit { id } position { id } chain { employeeNumber } roles history { totalCount } }");
        (person.Text("employeeNumber"), person.Text("name"), person.Text("email")).ShouldBe(((string)input["employeeNumber"]!, "张伟", "wei.zhang@example.com"));
        (person.Text("locale"), person.Text("relativeStrength"), person.Number("version")).ShouldBe(("ZH_CN", "1", 1));
        person.GetProperty("active").GetBoolean().ShouldBeTrue();
        person.Text("unit.id").ShouldBe(company.Team);
        person.Strings("chain.*.employeeNumber").ShouldBe(["E0111", "E0110", "E0100", "E0001"]);
        person.Strings("roles").ShouldBe(["MEMBER"]);
        person.Number("history.totalCount").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Each_wrong_field_is_named_and_nothing_is_written(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var right = New.Person(company.Team);
        foreach (var (field, value, code) in new (string, object?, string)[]
        {
            ("employeeNumber", " ", "REQUIRED"), ("employeeNumber", new string('9', 33), "LIMIT_EXCEEDED"), ("employeeNumber", "E 1", "INVALID"), ("employeeNumber", "E@1", "INVALID"),
            ("name", string.Empty, "REQUIRED"), ("name", "张\u0007伟", "INVALID"), ("name", new string('张', 1_000), "LIMIT_EXCEEDED"),
            ("email", string.Empty, "REQUIRED"), ("email", "nobody", "INVALID"), ("email", "a b@c", "INVALID"), ("email", new string('x', 300) + "@y", "LIMIT_EXCEEDED"),
            ("relativeStrength", "0", "INVALID"), ("relativeStrength", "-1", "INVALID"), ("relativeStrength", "1000.000001", "INVALID"),
            ("unitId", UnknownId, "NOT_FOUND"), ("unitId", "nonsense", "NOT_FOUND"), ("unitId", string.Empty, "NOT_FOUND"),
            ("superiorId", company.Team, "NOT_FOUND"), ("superiorId", UnknownId, "NOT_FOUND"), ("positionId", UnknownId, "NOT_FOUND"),
            ("id", UnknownId, "NOT_FOUND"), ("roles", new[] { "MEMBER" }, "INVALID"), ("roles", new[] { "HR", "LEADER" }, "INVALID"),
            ("employeeNumber", "E0111", "DUPLICATE"), ("email", "E0111@EXAMPLE.com", "DUPLICATE"),
        })
        {
            (await company.Administrator.WhyAsync("savePerson", right.With(field, value))).ShouldBe((code, field), $"{field} {value}");
        }
        (await company.Administrator.AllRefusedAsync("savePerson", right.With("name", " ").With("email", "x").With("relativeStrength", "0")))
            .ShouldBe([("REQUIRED", "name"), ("INVALID", "email"), ("INVALID", "relativeStrength")]);
        (await company.Administrator.AllRefusedAsync("savePerson", right.With("employeeNumber", "E0111").With("email", "e0112@example.com")))
            .ShouldBe([("DUPLICATE", "employeeNumber"), ("DUPLICATE", "email")]);
        (await FindAsync(company.Administrator, (string)right["employeeNumber"]!)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_left_out_stays_and_null_clears(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        const string fields = "person { version locale relativeStrength active roles position { id } superior { id } }";
        var full = New.Person(company.Team).With("locale", "EN").With("positionId", company.Position).With("superiorId", company.TeamLeader.PersonId)
            .With("relativeStrength", "1.25").With("roles", new[] { "HR" });
        var bare = await company.Administrator.AddAsync("savePerson", full);
        foreach (var field in (string[])["locale", "positionId", "superiorId", "relativeStrength", "roles"])
            bare.Remove(field);
        var kept = await company.Administrator.ChangeAsync("savePerson", bare.With("name", "新名"), fields);
        (kept.Text("locale"), kept.Text("relativeStrength"), kept.Text("position.id"), kept.Text("superior.id")).ShouldBe(("EN", "1.25", company.Position, company.TeamLeader.PersonId));
        kept.Strings("roles").ShouldBe(["MEMBER", "HR"]);
        var cleared = await company.Administrator.ChangeAsync(
            "savePerson", bare.With("positionId", null).With("superiorId", null).With("relativeStrength", null).With("roles", null).With("active", null), fields);
        cleared.GetProperty("position").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        cleared.GetProperty("superior").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        cleared.Text("relativeStrength").ShouldBe("1");
        cleared.Strings("roles").ShouldBe(["MEMBER"]);
        cleared.GetProperty("active").GetBoolean().ShouldBeTrue();
        cleared.Number("version").ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_of_a_version_that_moved_on_is_a_conflict_and_history_tells_each_change(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var person = await company.Administrator.AddAsync("savePerson", New.Person(company.Team));
        await company.Administrator.ChangeAsync("savePerson", person.With("expectedVersion", 1).With("name", "李四"), "person { id }");
        (await company.Administrator.WhyAsync("savePerson", person.With("expectedVersion", 1).With("name", "王五"))).ShouldBe(("CONFLICT", "expectedVersion"));
        var read = (await company.Member.ReadAsync(
            "query($id: ID!) { person(id: $id) { name version history { nodes { sequence action before after by { id } hash } } } }", new { id = person.Id() })).At("person");
        (read.Text("name"), read.Number("version")).ShouldBe(("李四", 2));
        var newest = read.At("history.nodes.0");
        (newest.Number("sequence"), newest.Text("action"), newest.Text("by.id")).ShouldBe((2, "savePerson", company.Administrator.PersonId));
        newest.Text("before").ShouldBe($$"""{"name":"{{person["name"]}}"}""");
        newest.Text("after").ShouldBe("""{"name":"李四"}""");
        read.At("history.nodes").GetArrayLength().ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Saying_the_same_again_changes_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var person = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("roles", new[] { "HR" }));
        (await company.Administrator.ChangeAsync("savePerson", person, "person { version }")).Number("version").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task No_one_stands_under_himself_or_those_below_him(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var upper = await company.Administrator.AddAsync("savePerson", New.Person(company.Team));
        var middle = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("superiorId", upper.Id()));
        var lower = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("superiorId", middle.Id()));
        foreach (var below in (string[])[upper.Id(), middle.Id(), lower.Id()])
            (await company.Administrator.WhyAsync("savePerson", upper.With("superiorId", below))).ShouldBe(("CYCLE_IN_TREE", "superiorId"));
        var moved = await company.Administrator.ChangeAsync("savePerson", lower.With("superiorId", upper.Id()), "person { chain { id } }");
        moved.Strings("chain.*.id").ShouldBe([upper.Id()]);
        (await company.Administrator.ReadAsync("query($id: ID!) { person(id: $id) { directReports { id } roles } }", new { id = upper.Id() })).At("person")
            .ShouldSatisfyAllConditions(p => p.Strings("directReports.*.id").ShouldBe([middle.Id(), lower.Id()]), p => p.Strings("roles").ShouldBe(["MEMBER", "LEADER"]));
    }

    [Theory, OnEachDatabase]
    public async Task Two_moves_that_cross_never_close_a_circle(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (a, b) = (await company.Administrator.AddAsync("savePerson", New.Person(company.Team)), await company.Administrator.AddAsync("savePerson", New.Person(company.Team)));
        for (var round = 0; round < 20; round++)
        {
            var replies = await Task.WhenAll(
                company.Administrator.MutateAsync("savePerson", a.With("superiorId", b.Id()), "person { id }"),
                company.Administrator.MutateAsync("savePerson", b.With("superiorId", a.Id()), "person { id }"));
            replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            replies.SelectMany(r => r.UserErrors).Single().ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CYCLE_IN_TREE"), e => e.Field.ShouldBe("superiorId"));
            foreach (var person in new[] { a, b })
                await company.Administrator.ChangeAsync("savePerson", person.With("superiorId", null), "person { id }");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_take_one_number_at_once_one_gets_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        for (var round = 0; round < 10; round++)
        {
            var (first, second) = (New.Person(company.Team), New.Person(company.Team));
            var replies = await Task.WhenAll(
                company.Administrator.MutateAsync("savePerson", first, "person { id }"),
                company.Administrator.MutateAsync("savePerson", second.With("employeeNumber", first["employeeNumber"]), "person { id }"));
            replies.SelectMany(r => r.UserErrors).Single().ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("employeeNumber"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_gives_himself_a_role_and_there_remains_an_administrator(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var own = (await company.Administrator.ReadAsync("{ viewer { person { id employeeNumber name email unit { id } } } }")).At("viewer.person");
        var input = new Dictionary<string, object?>
        {
            ["id"] = own.Id(), ["employeeNumber"] = own.Text("employeeNumber"), ["name"] = own.Text("name"), ["email"] = own.Text("email"), ["unitId"] = own.Text("unit.id"),
        };
        (await company.Administrator.WhyAsync("savePerson", input.With("roles", new[] { "ADMINISTRATOR", "EXECUTIVE" }))).ShouldBe(("SAME_PERSON_MAY_NOT_DECIDE", "roles"));
        (await company.Administrator.WhyAsync("savePerson", input.With("roles", Array.Empty<string>()))).ShouldBe(("FORBIDDEN_BY_STATE", "roles"));
        (await company.Administrator.WhyAsync("savePerson", input.With("active", false))).ShouldBe(("FORBIDDEN_BY_STATE", "active"));
    }

    [Theory, OnEachDatabase]
    public async Task An_administrator_who_is_auditor_too_changes_nothing_and_does_not_count_as_the_one_who_remains(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var other = await company.Administrator.AddAsync("savePerson", New.Person(company.Root).With("roles", new[] { "ADMINISTRATOR", "AUDITOR" }));
        var session = await company.Program.SignInAsync(other.Id());
        (await session.MutateAsync("savePerson", New.Person(company.Team), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var own = (await company.Administrator.ReadAsync("{ viewer { person { id employeeNumber name email unit { id } } } }")).At("viewer.person");
        var resigned = new { id = own.Id(), employeeNumber = own.Text("employeeNumber"), name = own.Text("name"), email = own.Text("email"), unitId = own.Text("unit.id"), active = false };
        (await company.Administrator.WhyAsync("savePerson", resigned)).ShouldBe(("FORBIDDEN_BY_STATE", "active"));
        await company.Administrator.ChangeAsync("savePerson", other.With("active", false), "person { id }");
    }

    [Theory, OnEachDatabase]
    public async Task Who_leads_a_unit_or_has_reports_is_not_deactivated(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var leader = await company.Administrator.AddAsync("savePerson", New.Person(company.Team));
        var report = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("superiorId", leader.Id()));
        var unit = await company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", company.Department).With("leaderId", leader.Id()));
        (await company.Administrator.AllRefusedAsync("savePerson", leader.With("active", false))).ShouldBe([("FORBIDDEN_BY_STATE", "active"), ("FORBIDDEN_BY_STATE", "active")]);
        (await company.Administrator.InChinese.RefusedAsync("savePerson", leader.With("active", false))).Message.ShouldContain((string)unit["name"]!);
        await company.Administrator.ChangeAsync("saveUnit", unit.With("leaderId", null), "unit { id }");
        await company.Administrator.ChangeAsync("savePerson", report.With("active", false), "person { id }");
        var gone = await company.Administrator.ChangeAsync("savePerson", leader.With("active", false), "person { active roles }");
        gone.GetProperty("active").GetBoolean().ShouldBeFalse();
        gone.Strings("roles").ShouldBe(["MEMBER"]);

        (await company.Administrator.WhyAsync("savePerson", New.Person(company.Team).With("superiorId", leader.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "superiorId"));
        (await company.Administrator.WhyAsync("saveUnit", unit.With("leaderId", leader.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "leaderId"));
        await company.Administrator.ChangeAsync("savePerson", report.With("name", "仍可修改"), "person { superior { id } }");
        await company.Administrator.ChangeAsync("savePerson", leader.With("active", true), "person { id }");
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_deactivated_is_signed_out_at_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var person = await company.Administrator.AddAsync("savePerson", New.Person(company.Team));
        var session = await company.Program.SignInAsync(person.Id());
        await session.ReadAsync("{ viewer { person { id } } }");
        await company.Administrator.ChangeAsync("savePerson", person.With("active", false), "person { id }");
        (await session.AskAsync("{ viewer { person { id } } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task Only_administrators_change_the_organization(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("savePerson", New.Person(company.Team)), ("saveUnit", New.Unit("TEAM", company.Department)), ("savePosition", New.Position(company.Team)), ("saveRegion", New.Region(company.Root)),
            ("saveCustomer", New.Customer(company.Region)), ("saveOrganization", new { name = "我的公司" }), ("setHolidays", new { year = 2030, holidays = Array.Empty<object>() }),
        })
        {
            foreach (var caller in new[] { company.Member, company.TeamLeader, company.Hr, company.Executive, company.Auditor })
                (await caller.MutateAsync(mutation, input, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN", mutation);
            (await company.Program.Anonymous.MutateAsync(mutation, input, string.Empty)).ErrorCode.ShouldBe("UNAUTHENTICATED", mutation);
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_same_key_gets_the_first_answer_again(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (input, api) = (New.Person(company.Team), company.Administrator.With(Guid.NewGuid().ToString()));
        var first = await api.ChangeAsync("savePerson", input, "person { id }");
        (await api.ChangeAsync("savePerson", input, "person { id }")).Id().ShouldBe(first.Id());
        (await FindAsync(api with { IdempotencyKey = null }, (string)input["employeeNumber"]!)).ShouldBe(1);
        (await api.WhyAsync("savePerson", input.With("name", "另一人"))).Code.ShouldBe("CONFLICT");
    }

    private static async Task<int> FindAsync(Api api, string text)
        => (await api.ReadAsync("query($text: String!) { people(filter: { text: $text }) { totalCount } }", new { text })).Number("people.totalCount");
}
