using Objectives.Platform.Data;
using static Objectives.IntegrationTests.Planning.AllocationGround;

namespace Objectives.IntegrationTests.Planning;

[Trait("Clause", "S6.8")]
public sealed class AllocationTests(AllocationGrounds grounds) : IClassFixture<AllocationGrounds>
{
    [Theory, OnEachDatabase]
    public async Task A_preview_shows_what_each_factor_gave_each_region_and_changes_nothing(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        var preview = await PreviewAsync(company.DivisionLeader, new { parentId = parent, dimension = "REGION", factors = By(("CHARACTERISTICS", "1"), ("DEVELOPMENT", "3")) });
        preview.At("userErrors").GetArrayLength().ShouldBe(0);
        preview.Strings("parts.*.recipientName").ShouldBe(["华东", "华北", "华南"]);
        preview.Strings("parts.*.value").ShouldBe(["36", "28", "36"]);
        (preview.Text("total"), preview.Text("parts.1.share")).ShouldBe(("100", "28"));
        var north = preview.At("parts.1");
        north.Text("recipient.id").ShouldBe(ground.North);
        north.Strings("contributions.*.factor").ShouldBe(["CHARACTERISTICS", "DEVELOPMENT"]);
        north.Strings("contributions.*.score").ShouldBe(["100", "35"]);
        north.Strings("contributions.*.weight").ShouldBe(["1", "3"]);
        north.Strings("contributions.*.share").Sum(s => decimal.Parse(s!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(28);
        preview.Strings("parts.*.previousActual").ShouldAllBe(p => p == null);
        Languages.IsChinese((await PreviewAsync(company.DivisionLeader.InChinese, new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")) })).Text("method")).ShouldBeTrue();
        (await company.DivisionLeader.ObjectiveAsync(parent, "version childCount")).ShouldSatisfyAllConditions(o => o.Number("version").ShouldBe(1), o => o.Number("childCount").ShouldBe(0));
    }

    [Theory, OnEachDatabase]
    public async Task Applied_each_region_has_an_objective_of_its_unit_and_leader(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync(decimals: 2), "100.01");
        var applied = await ApplyAsync(company.DivisionLeader, new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")), expectedVersion = 1 });
        applied.Strings("objectives.*.target").ShouldBe(["33.34", "33.34", "33.33"]);
        applied.Strings("objectives.*.level").ShouldAllBe(l => l == "REGION");
        applied.Strings("objectives.*.origin").ShouldAllBe(o => o == "ALLOCATED");
        applied.Strings("objectives.*.title").ShouldBe(["提高服务收入 · 华东", "提高服务收入 · 华北", "提高服务收入 · 华南"]);
        applied.Text("objectives.0.contribution").ShouldBe("33.34 / 100.01 单 (33.34 %)");
        var north = applied.At("objectives.1");
        (north.Text("owner.employeeNumber"), north.Text("unit.id"), north.Text("region.id"), north.Text("parent.id")).ShouldBe(("E0100", company.Division, ground.North, parent));
        applied.Strings("objectives.*.code").Select(c => c![^5..]).ShouldBe(["00002", "00003", "00004"]);
        (await company.DivisionLeader.ObjectiveAsync(north.Id(), "history { nodes { action } }")).Strings("history.nodes.*.action").ShouldBe(["applyAllocation"]);
        await company.DeliveredAsync(north.Id());
    }

    [Theory, OnEachDatabase]
    public async Task Units_customers_positions_and_people_are_split_by_their_own_records(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        var units = await ApplyAsync(company.DivisionLeader, new { parentId = parent, dimension = "UNIT", factors = By(("RESOURCES", "1")) });
        units.Strings("objectives.*.target").ShouldBe(["57", "43"]);
        units.Strings("objectives.*.owner.employeeNumber").ShouldBe(["E0110", "E0210"]);
        var department = units.At("objectives.1").Id();

        var south = (await ApplyAsync(company.DivisionLeader, new { parentId = department, dimension = "REGION", factors = By(("EQUAL", "1")) })).At("objectives.0").Id();
        var shown = await PreviewAsync(company.DivisionLeader, new { parentId = south, dimension = "CUSTOMER", factors = By(("STRENGTH", "1")) });
        shown.Text("parts.0.owner.id").ShouldBe(company.Stranger.PersonId);
        shown.At("parts.2.owner").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var customers = await ApplyAsync(company.DivisionLeader, new
        {
            parentId = south, dimension = "CUSTOMER", factors = By(("STRENGTH", "1")), owners = new[] { new { recipientId = ground.Customers[2], ownerId = company.OtherTeamLeader.PersonId } },
        });
        customers.Strings("objectives.*.target").ShouldBe(["9", "13", "21"]);
        customers.Strings("objectives.*.owner.employeeNumber").ShouldBe(["E0212", "E0212", "E0211"]);
        customers.Strings("objectives.*.unit.id").ShouldBe([company.OtherTeam, company.OtherTeam, company.OtherDepartment]);
        customers.At("objectives").EnumerateArray().ShouldAllBe(o => o.Text("region.id") == company.OtherRegion && o.Text("level") == "CUSTOMER");
        customers.Strings("objectives.*.customer.id").ShouldBe(ground.Customers);

        var team = await company.DivisionLeader.DraftAsync(company.Draft((await company.DivisionLeader.ObjectiveAsync(parent, "cycle { id }")).Text("cycle.id")!, department) with
        {
            UnitId = company.OtherTeam, OwnerId = company.OtherTeamLeader.PersonId, MeasureId = (await company.DivisionLeader.ObjectiveAsync(parent, "measure { id }")).Text("measure.id")!, Target = "40",
        });
        var positions = await ApplyAsync(company.OtherTeamLeader, new
        {
            parentId = team, dimension = "POSITION", factors = By(("RELATIVE_STRENGTH", "1")), owners = new[] { new { recipientId = ground.Positions[1], ownerId = company.OtherTeamLeader.PersonId } },
        });
        positions.Strings("objectives.*.target").ShouldBe(["30", "10"]);
        positions.Strings("objectives.*.owner.employeeNumber").ShouldBe(["E0212", "E0211"]);
        positions.Strings("objectives.*.position.id").ShouldBe(ground.Positions);

        var people = await ApplyAsync(company.OtherTeamLeader, new { parentId = team, dimension = "PERSON", factors = By(("RELATIVE_STRENGTH", "1")) });
        people.Strings("objectives.*.owner.employeeNumber").ShouldBe(["E0212"]);
        people.At("objectives.0").ShouldSatisfyAllConditions(o => o.Text("level").ShouldBe("PERSONAL"), o => o.Text("target").ShouldBe("40"), o => o.Text("position.id").ShouldBe(ground.Positions[0]));
        var both = await PreviewAsync(company.OtherTeamLeader, new { parentId = team, dimension = "PERSON", factors = By(("RELATIVE_STRENGTH", "1")), recipientIds = new[] { company.Stranger.PersonId, company.OtherTeamLeader.PersonId } });
        both.Strings("parts.*.value").ShouldBe(["10", "30"]);
        both.At("parts.0.objective").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        both.Text("parts.1.objective.id").ShouldBe(people.At("objectives.0").Id());
    }

    [Theory, OnEachDatabase]
    public async Task Fixed_parts_stay_and_the_margin_is_shared(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        object Input(params (string Id, string Value)[] locks) => new
        {
            parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")), stretchPercent = "10", locks = locks.Select(l => new { recipientId = l.Id, value = l.Value }),
        };
        var preview = await PreviewAsync(company.DivisionLeader, Input((ground.North, "50")));
        (preview.Text("total"), string.Join(' ', preview.Strings("parts.*.value"))).ShouldBe(("110", "30 50 30"));
        preview.At("parts").EnumerateArray().Select(p => p.At("locked").GetBoolean()).ShouldBe([false, true, false]);
        preview.Text("parts.1.contributions.0.share").ShouldBe("0");
        foreach (var (locks, field) in new ((string, string)[], string)[]
        {
            ([(ground.North, "110.5")], "locks.0.value"), ([(ground.North, "-1")], "locks.0.value"), ([(ground.North, "111")], "locks"),
            ([(ground.North, "50"), (company.Region, "30"), (company.OtherRegion, "29")], "locks"), ([(ground.Customers[0], "1")], "locks.0.recipientId"), ([(ground.North, "1"), (ground.North, "2")], "locks.1.recipientId"),
        })
        {
            (await RefusedAsync(company.DivisionLeader, Input(locks))).Field.ShouldBe(field);
            var shown = await PreviewAsync(company.DivisionLeader, Input(locks));
            string.Join('.', shown.Strings("userErrors.0.path").Skip(1)).ShouldBe(field);
            shown.At("parts").GetArrayLength().ShouldBe(0);
        }
        (await ApplyAsync(company.DivisionLeader, Input((ground.North, "50"), (company.Region, "30"), (company.OtherRegion, "30")))).Strings("objectives.*.target").ShouldBe(["30", "50", "30"]);
    }

    [Theory, OnEachDatabase]
    public async Task Applied_again_the_same_objectives_change_and_nothing_else_of_them(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        object Input(string factor, params string[] recipients) => new { parentId = parent, dimension = "REGION", factors = By((factor, "1")), recipientIds = recipients };
        var first = await ApplyAsync(company.DivisionLeader, Input("EQUAL", company.Region, company.OtherRegion));
        var east = first.At("objectives.0").Id();
        await company.DivisionLeader.ChangeAsync("editObjective", new { id = east, title = "华东要长", ownerId = company.DivisionLeader.PersonId }, "objective { id }");
        var unchanged = await ApplyAsync(company.DivisionLeader, Input("EQUAL", company.OtherRegion, company.Region));
        unchanged.At("objectives").EnumerateArray().Select(o => (o.Id(), o.Number("version"))).ShouldBe([(east, 2), (first.At("objectives.1").Id(), 1)]);
        var again = await ApplyAsync(company.DivisionLeader, Input("CHARACTERISTICS", company.OtherRegion, ground.North, company.Region));
        again.Strings("objectives.*.target").ShouldBe(["25", "50", "25"]);
        (again.At("objectives.0").Id(), again.Text("objectives.0.title"), again.Text("objectives.0.owner.employeeNumber")).ShouldBe((east, "华东要长", "E0100"));
        (await RefusedAsync(company.DivisionLeader, Input("EQUAL", company.Region, ground.North))).ShouldBe(("FORBIDDEN_BY_STATE", "recipientIds"));
        await company.DivisionLeader.ChangeAsync("withdrawObjective", new { id = first.At("objectives.1").Id(), reason = "南方另行安排" }, "objective { id }");
        (await ApplyAsync(company.DivisionLeader, Input("EQUAL", company.Region, ground.North))).Strings("objectives.*.target").ShouldBe(["50", "50"]);
        (await company.DivisionLeader.ObjectiveAsync(parent, "childCount")).Number("childCount").ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Allocated_twice_at_once_it_is_allocated_once(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        for (var round = 0; round < 3; round++)
        {
            var parent = await ground.ParentAsync(await company.CountAsync());
            var input = new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")) };
            var leader = company.DivisionLeader.With(Guid.NewGuid().ToString());
            var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApplyAsync(leader, input)));
            replies.Select(r => string.Join(' ', r.Strings("objectives.*.id"))).Distinct().Count().ShouldBe(1);
            var other = await ground.ParentAsync(await company.CountAsync());
            var withoutKey = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ApplyAsync(company.DivisionLeader, input with { parentId = other, factors = By((i % 2 == 0 ? "EQUAL" : "CHARACTERISTICS", "1")) })));
            withoutKey.Select(r => string.Join(' ', r.Strings("objectives.*.id"))).Distinct().Count().ShouldBe(1);
            foreach (var id in (string[])[parent, other])
            {
                var children = (await company.DivisionLeader.ObjectiveAsync(id, "children { target }")).Strings("children.*.target");
                (children.Count, children.Sum(t => int.Parse(t!, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe((3, 100));
            }
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_was_reached_before_is_shown_and_can_be_a_factor(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var measure = await company.CountAsync();
        var parent = await ground.ParentAsync(measure, baseline: "90");
        var input = new { parentId = parent, dimension = "REGION", factors = By(("HISTORY", "1")) };
        (await RefusedAsync(company.DivisionLeader, input)).ShouldBe(("INVALID", "factors.0.factor"));
        var past = await company.OpenPastCycleAsync();
        var region = company.Draft(past) with { Level = "REGION", MeasureId = measure, UnitId = company.Division, RegionId = ground.North };
        await company.WithPastAsync(past, region, "2026-01", 10, 20);
        await company.WithPastAsync(past, region with { RegionId = company.Region }, "2026-01", 10, -50, 50);
        await company.WithPastAsync(past, region with { RegionId = company.OtherRegion }, "2026-01", -10);
        var preview = await PreviewAsync(company.DivisionLeader, input);
        preview.Strings("parts.*.previousActual").ShouldBe(["10", "30", "-10"]);
        preview.Strings("parts.*.value").ShouldBe(["25", "75", "0"]);
        (await ApplyAsync(company.DivisionLeader, input)).Strings("objectives.*.baseline").ShouldBe(["10", "30", "-10"]);
    }

    [Theory, OnEachDatabase]
    public async Task Measures_that_do_not_add_up_have_their_own_rule_and_say_so(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        foreach (var (measure, target, expected) in new (string, string, string[])[]
        {
            (await company.CountAsync("RATIO"), "95", ["95", "95", "95"]), (await company.CountAsync("AVERAGE"), "95", ["95", "95", "95"]), (company.StockDays, "30", ["30", "30", "30"]),
            (company.Milestone, "100", ["100", "100", "100"]), (await company.CountAsync("NONE"), "7", ["7", "7", "7"]),
        })
        {
            var preview = await PreviewAsync(company.DivisionLeader, new { parentId = await ground.ParentAsync(measure, target), dimension = "REGION", factors = By(("CHARACTERISTICS", "1")) });
            preview.Strings("parts.*.value").ShouldBe(expected);
            preview.Text("method")!.ShouldContain("each part", Case.Insensitive);
            preview.At("parts.0.contributions").GetArrayLength().ShouldBe(0);
        }
        var weighted = await ground.ParentAsync(await company.CountAsync("WEIGHTED_AVERAGE"), "80");
        var applied = await ApplyAsync(company.DivisionLeader, new { parentId = weighted, dimension = "REGION", factors = By(("CHARACTERISTICS", "1")) });
        applied.Strings("objectives.*.target").ShouldBe(["80", "80", "80"]);
        applied.Strings("objectives.*.rollUpWeight").ShouldBe(["0.75", "1.5", "0.75"]);
        var cost = await ground.ParentAsync(await company.CountAsync(direction: "DECREASE"), "100");
        (await PreviewAsync(company.DivisionLeader, new { parentId = cost, dimension = "REGION", factors = By(("EQUAL", "1")), stretchPercent = "10" })).Text("total").ShouldBe("90");
        var bounds = await ground.ParentAsync(await company.CountAsync(direction: "KEEP_WITHIN"), "30", lowerBound: "10");
        (await ApplyAsync(company.DivisionLeader, new { parentId = bounds, dimension = "REGION", factors = By(("EQUAL", "1")) })).Strings("objectives.*.lowerBound").ShouldBe(["3", "3", "3"]);
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_is_refused_by_the_field_and_nothing_is_written(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        var south = new { parentId = parent, dimension = "CUSTOMER", recipientIds = ground.Customers, factors = By(("STRENGTH", "1")) };
        foreach (var (input, expected) in new (object, (string, string))[]
        {
            (south, ("REQUIRED", "owners")),
            (south with { recipientIds = [company.Region] }, ("NOT_FOUND", "recipientIds.0")),
            (south with { recipientIds = [ground.Customers[0], ground.Customers[0]] }, ("DUPLICATE", "recipientIds.1")),
            (south with { factors = By(("RESOURCES", "1")) }, ("INVALID", "factors.0.factor")),
            (south with { factors = By(("STRENGTH", "1"), ("STRENGTH", "2")) }, ("DUPLICATE", "factors.1.factor")),
            (south with { factors = By(("STRENGTH", "-1")) }, ("INVALID", "factors.0.weight")),
            (south with { factors = By(("STRENGTH", "0")) }, ("INVALID", "factors")),
            (south with { factors = By() }, ("INVALID", "factors")),
            (new { parentId = parent, dimension = "CUSTOMER", recipientIds = ground.Customers[..1], factors = By(("STRENGTH", "1")), stretchPercent = "-1" }, ("INVALID", "stretchPercent")),
            (new { parentId = parent, dimension = "CUSTOMER", recipientIds = ground.Customers[..1], factors = By(("STRENGTH", "1")), expectedVersion = 7 }, ("CONFLICT", "expectedVersion")),
            (new { parentId = ground.North, dimension = "CUSTOMER", factors = By(("STRENGTH", "1")) }, ("NOT_FOUND", "parentId")),
            (new { parentId = parent, dimension = "CUSTOMER", factors = By(("STRENGTH", "1")), owners = new[] { new { recipientId = company.Customer, ownerId = ground.North } } }, ("NOT_FOUND", "owners.0.ownerId")),
        })
        {
            (await RefusedAsync(company.DivisionLeader, input)).ShouldBe(expected);
        }
        (await company.DivisionLeader.ObjectiveAsync(parent, "childCount")).Number("childCount").ShouldBe(0);
        await company.MoveCycleAsync((await company.DivisionLeader.ObjectiveAsync(parent, "cycle { id }")).Text("cycle.id")!, "EXECUTION");
        var regions = new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")) };
        var east = (await ApplyAsync(company.DivisionLeader, regions)).At("objectives.0").Id();
        await company.Program.SetStatusAsync(east, "Committed");
        (await RefusedAsync(company.DivisionLeader, regions with { factors = By(("CHARACTERISTICS", "1")) })).ShouldBe(("FORBIDDEN_BY_STATE", "recipientIds"));
        (await company.DivisionLeader.ObjectiveAsync(parent, "children { target }")).Strings("children.*.target").ShouldBe(["34", "33", "33"]);
    }

    [Theory, OnEachDatabase]
    public async Task One_allocates_what_he_may_change_to_those_below_him(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        var input = new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")) };
        (await SendAsync(company.Member, input)).ErrorCode.ShouldBe("FORBIDDEN");
        (await PreviewAsync(company.Member, input)).At("parts").GetArrayLength().ShouldBe(3);
        var cycle = (await company.DivisionLeader.ObjectiveAsync(parent, "cycle { id }")).Text("cycle.id")!;
        var own = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        (await RefusedAsync(company.Member, input with { parentId = own })).ShouldBe(("NOT_FOUND", "parentId"));
        (await company.Member.AskAsync("query($input: AllocationInput!) { allocationPreview(input: $input) { total } }", new { input = input with { parentId = own } })).ErrorCode.ShouldBe("NOT_FOUND");
        (await RefusedAsync(company.Stranger, new { parentId = own, dimension = "PERSON", factors = By(("EQUAL", "1")), recipientIds = new[] { company.Member.PersonId } })).ShouldBe(("INVALID", "recipientIds"));
    }

    [Theory, OnEachDatabase]
    public async Task What_others_reached_before_stays_hidden_from_whom_it_is_hidden(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var measure = await company.CountAsync();
        var parent = await ground.ParentAsync(measure);
        await company.WithPastAsync(company.StrangersDraft(string.Empty) with { MeasureId = measure }, "2026-01", 42);
        var input = new { parentId = parent, dimension = "PERSON", factors = By(("EQUAL", "1"), ("HISTORY", "0")), recipientIds = new[] { company.Stranger.PersonId } };
        (await PreviewAsync(company.DivisionLeader, input)).Text("parts.0.previousActual").ShouldBe("42");
        var shown = await PreviewAsync(company.Member, input);
        (shown.Text("parts.0.previousActual"), shown.Text("parts.0.contributions.1.score")).ShouldBe((null, "0"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task Allocating_and_phasing_wait_for_the_briefings(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var parent = await company.DivisionLeader.DraftAsync(company.Draft(cycle) with { UnitId = company.Division, OwnerId = company.DivisionLeader.PersonId, MeasureId = await company.CountAsync(), Target = "100" });
        var input = new { parentId = parent, dimension = "REGION", factors = By(("EQUAL", "1")) };
        await ApplyAsync(company.DivisionLeader, input);
        await company.DivisionLeader.ChangeAsync("phaseObjective", new { id = parent, method = "EVEN" }, "objective { id }");
        await company.MoveCycleAsync(cycle, "SETTING");
        (await RefusedAsync(company.DivisionLeader, input)).ShouldBe(("BRIEFING_MISSING", "recipientIds"));
        (await company.DivisionLeader.RefusedAsync("phaseObjective", new { id = parent, method = "EVEN" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("BRIEFING_MISSING"), e => e.Field.ShouldBe("id"));
    }

    [Theory, OnEachDatabase]
    public async Task Twice_as_many_recipients_take_no_more_statements_to_preview(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var company = ground.Company;
        var parent = await ground.ParentAsync(await company.CountAsync());
        async Task<int> StatementsAsync(string[] customers)
        {
            var input = new { parentId = parent, dimension = "CUSTOMER", factors = By(("STRENGTH", "1"), ("HISTORY", "0")), recipientIds = customers };
            var (data, sql) = await company.DivisionLeader.RecordAsync($"query($input: AllocationInput!) {{ allocationPreview(input: $input) {{ {Parts} }} }}", new { input });
            data.At("allocationPreview.parts").GetArrayLength().ShouldBe(customers.Length);
            return sql.Count;
        }
        (await StatementsAsync(ground.Customers)).ShouldBe(await StatementsAsync(ground.Customers[..1]));
    }
}
