using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class UnitTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_unit_stands_under_a_higher_kind_and_never_under_itself(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        var division = await admin.AddAsync("saveUnit", New.Unit("DIVISION", company.Root));
        var department = await admin.AddAsync("saveUnit", New.Unit("DEPARTMENT", division.Id()));
        var team = await admin.AddAsync("saveUnit", New.Unit("TEAM", department.Id()));
        (await admin.WhyAsync("saveUnit", New.Unit("TEAM", team.Id()))).ShouldBe(("INVALID", "parentId"));
        (await admin.WhyAsync("saveUnit", New.Unit("TEAM", null))).ShouldBe(("REQUIRED", "parentId"));
        (await admin.WhyAsync("saveUnit", New.Unit("COMPANY", null))).ShouldBe(("INVALID", "kind"));
        (await admin.WhyAsync("saveUnit", New.Unit("COMPANY", company.Root))).ShouldBe(("INVALID", "parentId"));
        (await admin.WhyAsync("saveUnit", department.With("kind", "TEAM"))).ShouldBe(("INVALID", "kind"));
        foreach (var below in (string[])[division.Id(), department.Id(), team.Id()])
            (await admin.WhyAsync("saveUnit", division.With("parentId", below))).ShouldBe(("CYCLE_IN_TREE", "parentId"));
        var read = (await company.Member.ReadAsync("query($id: ID!) { unit(id: $id) { kind parent { id } children { id children { id } } } }", new { id = division.Id() })).At("unit");
        (read.Text("kind"), read.Text("parent.id"), read.Text("children.0.id"), read.Text("children.0.children.0.id")).ShouldBe(("DIVISION", company.Root, department.Id(), team.Id()));
    }

    [Theory, OnEachDatabase]
    public async Task Each_wrong_field_is_named(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var right = New.Unit("TEAM", company.Department);
        foreach (var (field, value, code) in new (string, object?, string)[]
        {
            ("code", " ", "REQUIRED"), ("code", new string('x', 33), "LIMIT_EXCEEDED"), ("code", "D1-1", "DUPLICATE"), ("name", string.Empty, "REQUIRED"), ("name", new string('名', 201), "LIMIT_EXCEEDED"),
            ("parentId", company.Position, "NOT_FOUND"), ("leaderId", company.Team, "NOT_FOUND"), ("leaderId", "?", "NOT_FOUND"), ("id", company.Region, "NOT_FOUND"),
        })
        {
            (await company.Administrator.WhyAsync("saveUnit", right.With(field, value))).ShouldBe((code, field), $"{field} {value}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Two_moves_that_cross_never_break_the_tree(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        var (a, b) = (await admin.AddAsync("saveUnit", New.Unit("DIVISION", company.Root)), await admin.AddAsync("saveUnit", New.Unit("DIVISION", company.Root)));
        for (var round = 0; round < 20; round++)
        {
            var replies = await Task.WhenAll(
                admin.MutateAsync("saveUnit", a.With("kind", "DEPARTMENT").With("parentId", b.Id()), "unit { id }"),
                admin.MutateAsync("saveUnit", b.With("kind", "DEPARTMENT").With("parentId", a.Id()), "unit { id }"));
            replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            replies.SelectMany(r => r.UserErrors).Single().Code.ShouldBe("CYCLE_IN_TREE");
            foreach (var unit in new[] { a, b })
                await admin.MutateAsync("saveUnit", unit, "unit { id }");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_people_units_or_regions_stand_on_is_not_deactivated(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        var unit = await admin.AddAsync("saveUnit", New.Unit("DEPARTMENT", company.Division));
        var below = await admin.AddAsync("saveUnit", New.Unit("TEAM", unit.Id()));
        var person = await admin.AddAsync("savePerson", New.Person(unit.Id()));
        var region = await admin.AddAsync("saveRegion", New.Region(unit.Id()));
        var refused = await admin.RefusedAsync("saveUnit", unit.With("active", false));
        (refused.Code, refused.Field, refused.Detail).ShouldBe(("FORBIDDEN_BY_STATE", "active", """{"units":1,"people":1,"regions":1}"""));
        await admin.ChangeAsync("saveUnit", below.With("active", false), "unit { id }");
        await admin.ChangeAsync("savePerson", person.With("active", false), "person { id }");
        await admin.ChangeAsync("saveRegion", region.With("active", false), "region { id }");
        (await admin.ChangeAsync("saveUnit", unit.With("active", false), "unit { active }")).GetProperty("active").GetBoolean().ShouldBeFalse();

        (await admin.WhyAsync("saveUnit", below.With("active", true))).ShouldBe(("FORBIDDEN_BY_STATE", "parentId"));
        (await admin.WhyAsync("saveUnit", New.Unit("TEAM", unit.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "parentId"));
        (await admin.WhyAsync("savePerson", person.With("active", true))).ShouldBe(("FORBIDDEN_BY_STATE", "unitId"));
        (await admin.WhyAsync("savePerson", New.Person(unit.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "unitId"));
        (await admin.WhyAsync("saveRegion", New.Region(unit.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "unitId"));
        (await admin.WhyAsync("savePosition", New.Position(unit.Id()))).ShouldBe(("FORBIDDEN_BY_STATE", "unitId"));
        var root = (await admin.ReadAsync("{ organization { root { id code name kind } } }")).At("organization.root");
        (await admin.WhyAsync("saveUnit", new { id = root.Id(), code = root.Text("code"), name = root.Text("name"), kind = "COMPANY", active = false })).ShouldBe(("FORBIDDEN_BY_STATE", "active"));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.3")]
    public async Task Responsibilities_are_kept_reworded_added_and_retired(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        const string fields = "unit { version responsibilities { id text } }";
        var unit = await admin.AddAsync("saveUnit", New.Unit("TEAM", company.Department));
        var added = await admin.ChangeAsync("saveUnit", unit.With("responsibilities", new[] { new { text = " 安装 " }, new { text = "维修" } }), fields);
        added.Strings("responsibilities.*.text").ShouldBe(["安装", "维修"]);
        var (install, repair) = (added.Text("responsibilities.0.id"), added.Text("responsibilities.1.id"));

        (await admin.ChangeAsync("saveUnit", unit.With("name", "只改名"), fields)).Strings("responsibilities.*.id").ShouldBe([install, repair]);
        var changed = await admin.ChangeAsync("saveUnit", unit.With("responsibilities", new object[] { new { text = "回访" }, new { id = install, text = "安装调试" } }), fields);
        changed.Strings("responsibilities.*.text").ShouldBe(["回访", "安装调试"]);
        changed.Text("responsibilities.1.id").ShouldBe(install);
        (await admin.ReadAsync("query($id: ID!) { node(id: $id) { ... on Responsibility { text } } }", new { id = repair })).Text("node.text").ShouldBe("维修");

        (await admin.WhyAsync("saveUnit", unit.With("responsibilities", new[] { new { text = "好" }, new { text = " " } }))).ShouldBe(("REQUIRED", "responsibilities.1.text"));
        (await admin.WhyAsync("saveUnit", unit.With("responsibilities", new[] { new { id = company.Responsibility, text = "别人的" } }))).ShouldBe(("NOT_FOUND", "responsibilities.0.id"));
        (await admin.WhyAsync("saveUnit", unit.With("responsibilities", new[] { new { id = install, text = "一" }, new { id = install, text = "二" } }))).ShouldBe(("NOT_FOUND", "responsibilities.1.id"));
        (await admin.WhyAsync("saveUnit", unit.With("responsibilities", Enumerable.Repeat(new { text = "多" }, 51)))).ShouldBe(("LIMIT_EXCEEDED", "responsibilities"));
        (await admin.ChangeAsync("saveUnit", unit.With("responsibilities", null), fields)).At("responsibilities").GetArrayLength().ShouldBe(0);
        var back = await admin.ChangeAsync("saveUnit", unit.With("responsibilities", new[] { new { id = repair, text = "维修" } }), fields);
        back.Strings("responsibilities.*.id").ShouldBe([repair]);
    }

    [Theory, OnEachDatabase]
    public async Task A_conflict_is_told_and_members_are_listed_with_and_without_subunits(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        var unit = await admin.AddAsync("saveUnit", New.Unit("DEPARTMENT", company.Division));
        var below = await admin.AddAsync("saveUnit", New.Unit("TEAM", unit.Id()));
        var own = await admin.AddAsync("savePerson", New.Person(unit.Id()));
        var lower = await admin.AddAsync("savePerson", New.Person(below.Id()));
        await admin.ChangeAsync("saveUnit", unit.With("name", "一").With("expectedVersion", 1), "unit { id }");
        (await admin.WhyAsync("saveUnit", unit.With("name", "二").With("expectedVersion", 1))).ShouldBe(("CONFLICT", "expectedVersion"));
        var read = (await company.Member.ReadAsync(
            "query($id: ID!) { unit(id: $id) { name own: members { nodes { id } totalCount } all: members(includeSubunits: true) { nodes { id } totalCount } } }", new { id = unit.Id() })).At("unit");
        read.Text("name").ShouldBe("一");
        read.Strings("own.nodes.*.id").ShouldBe([own.Id()]);
        read.Strings("all.nodes.*.id").ShouldBe([own.Id(), lower.Id()]);
        read.Number("all.totalCount").ShouldBe(2);
    }
}
