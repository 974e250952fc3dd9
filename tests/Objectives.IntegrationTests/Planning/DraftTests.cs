using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

public sealed class DraftTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task An_objective_says_all_that_it_was_given(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var draft = company.Draft(cycle, parent) with
        {
            Level = "POSITION", Title = "  浦东商城满意度  ", Description = "第一行\n第二行", Contribution = "承担一半", OwnerId = company.Member.PersonId, RegionId = company.Region, CustomerId = company.Customer,
            PositionId = company.Position, ResponsibilityId = company.Responsibility, MeasureId = company.StockDays, Baseline = "40", Target = "30", LowerBound = "10", RollUpWeight = "0.5", Important = true,
        };
        var objective = await company.TeamLeader.ChangeAsync(
            "draftObjective", draft,
            """
            objective {
              id version code title description contribution level status cycle { id } owner { employeeNumber } unit { code } region { code } customer { code } position { code }
              responsibility { text } measure { code } baseline target lowerBound rollUpWeight important parent { id } childCount comments { totalCount }
            }
            """);
        (objective.Number("version"), objective.Text("title"), objective.Text("description"), objective.Text("contribution"), objective.Text("level"), objective.Text("status"))
            .ShouldBe((1, "浦东商城满意度", "第一行\n第二行", "承担一半", "POSITION", "DRAFT"));
        (objective.Text("cycle.id"), objective.Text("owner.employeeNumber"), objective.Text("unit.code"), objective.Text("region.code"), objective.Text("customer.code"), objective.Text("position.code"))
            .ShouldBe((cycle, "E0112", "D1-1-1", "EAST", "K0001", "P-SERVICE"));
        (objective.Text("responsibility.text"), objective.Text("measure.code"), objective.Text("baseline"), objective.Text("target"), objective.Text("lowerBound"), objective.Text("rollUpWeight"))
            .ShouldBe(("上门维修", "STOCK", "40", "30", "10", "0.5"));
        (objective.GetProperty("important").GetBoolean(), objective.Text("parent.id"), objective.Number("childCount"), objective.Number("comments.totalCount")).ShouldBe((true, parent, 0, 0));
        (await company.TeamLeader.ObjectiveAsync(parent, "childCount children { id }")).Strings("children.*.id").ShouldBe([objective.Id()]);
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.7")]
    public async Task The_tree_shows_whether_it_came_from_above_or_from_below(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync()) with { Level = "PERSONAL", OwnerId = company.Member.PersonId };
        static async Task<string?> OriginAsync(Api by, Draft what) => (await by.ChangeAsync("draftObjective", what, "objective { origin }")).Text("origin");

        (await OriginAsync(company.Member, draft)).ShouldBe("BOTTOM_UP");
        (await OriginAsync(company.TeamLeader, draft)).ShouldBe("TOP_DOWN");
        (await OriginAsync(company.Executive, draft)).ShouldBe("TOP_DOWN");
        (await OriginAsync(company.TeamLeader, draft with { OwnerId = company.TeamLeader.PersonId })).ShouldBe("BOTTOM_UP");
        (await OriginAsync(company.Executive, draft with { Level = "COMPANY", OwnerId = company.Executive.PersonId })).ShouldBe("BOTTOM_UP");
    }

    [Theory, OnEachDatabase]
    public async Task Codes_count_up_within_the_cycle_and_are_never_given_twice(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var drafts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => company.TeamLeader.ChangeAsync("draftObjective", company.Draft(cycle), "objective { code }")));
        var codes = drafts.Select(d => d.Text("code")!).Order(StringComparer.Ordinal).ToList();
        codes.Distinct().Count().ShouldBe(12);
        codes.Select(c => int.Parse(c.Split('-')[^1])).ShouldBe(Enumerable.Range(1, 12));
    }

    [Theory, OnEachDatabase]
    public async Task Leaders_write_in_their_units_and_for_those_below_everyone_for_himself(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var team = company.Draft(await company.OpenCycleAsync());
        var own = team with { Level = "PERSONAL", OwnerId = company.Member.PersonId };
        foreach (var (by, draft) in new[] { (company.Member, own), (company.TeamLeader, own), (company.DepartmentLeader, own), (company.TeamLeader, team), (company.DivisionLeader, team), (company.SecondExecutive, team) })
            await by.DraftAsync(draft);
        foreach (var (by, draft) in new[] { (company.Member, team), (company.Colleague, own), (company.OtherTeamLeader, own), (company.OtherTeamLeader, team), (company.Hr, team), (company.Administrator, team), (company.Auditor, own), (company.TeamLeader, team with { Level = "COMPANY" }) })
            (await by.MutateAsync("draftObjective", draft, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task Whatever_it_names_must_exist(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync());
        static string Unknown(string type) => GlobalId.Encode(type, Guid.CreateVersion7());
        foreach (var (field, named) in new[]
        {
            ("cycleId", draft with { CycleId = Unknown("Cycle") }), ("parentId", draft with { ParentId = Unknown("Objective") }), ("ownerId", draft with { OwnerId = Unknown("Person") }),
            ("unitId", draft with { UnitId = Unknown("Unit") }), ("regionId", draft with { RegionId = Unknown("Region") }), ("customerId", draft with { CustomerId = Unknown("Customer") }),
            ("positionId", draft with { PositionId = Unknown("Position") }), ("responsibilityId", draft with { ResponsibilityId = Unknown("Responsibility") }),
            ("strategyElementId", draft with { StrategyElementId = Unknown("StrategyElement") }), ("measureId", draft with { MeasureId = Unknown("Measure") }),
        })
        {
            var refused = await company.Executive.RefusedAsync("draftObjective", named);
            (refused.Code, refused.Field).ShouldBe(("NOT_FOUND", field));
        }
        (await company.Executive.MutateAsync("draftObjective", draft with { OwnerId = Unknown("Person"), RegionId = Unknown("Region") }, string.Empty)).UserErrors.Select(e => e.Field).ShouldBe(["ownerId", "regionId"]);
    }

    [Theory, OnEachDatabase]
    public async Task Its_values_must_be_values_of_its_measure(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync());
        foreach (var (field, wrong) in new[]
        {
            ("target", draft with { Target = "1.005" }), ("baseline", draft with { Baseline = "0.001" }), ("lowerBound", draft with { LowerBound = "1" }),
            ("lowerBound", draft with { MeasureId = company.StockDays, Target = "30", LowerBound = "31" }), ("target", draft with { MeasureId = company.Milestone, Target = "101" }),
            ("target", draft with { MeasureId = company.Milestone, Target = "-1" }), ("rollUpWeight", draft with { RollUpWeight = "0" }), ("rollUpWeight", draft with { RollUpWeight = "1000.1" }),
        })
        {
            var refused = await company.TeamLeader.RefusedAsync("draftObjective", wrong);
            (refused.Code, refused.Field).ShouldBe(("INVALID", field));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_cycle_takes_objectives_until_appraisal_and_parents_only_of_its_own(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, other) = (await company.OpenCycleAsync("EXECUTION"), await company.OpenCycleAsync());
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(other, parent))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("parentId"));
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = parent, reason = "重复" }, "objective { id }");
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle, parent))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("parentId"));
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("cycleId"));
    }

    [Theory, OnEachDatabase]
    public async Task A_parent_that_the_caller_may_not_read_does_not_exist_for_him(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle, hidden))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("parentId"));
        GlobalId.TryDecode(hidden, out var type, out _).ShouldBeTrue();
        type.ShouldBe(nameof(ObjectiveId)[..^2]);
    }
}
