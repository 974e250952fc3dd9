using System.Text.Json;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Who reads, routes and settles a deviation, and whom he may name for it.</summary>
[Trait("Clause", "S7.4")]
public sealed class DeviationPartyTests(Installations installations)
{
    /// <summary>The owner stands in one team, the objective in another: each side has the rights of its own relation.</summary>
    [Theory, OnEachDatabase]
    public async Task Those_above_the_owner_and_those_of_the_unit_are_two_circles(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var lent = await company.Executive.DraftAsync(company.StrangersDraft(line.Cycle) with { Title = "支援广州", OwnerId = company.Member.PersonId });
        var id = (await company.Member.ChangeAsync("raiseDeviation", new { objectiveId = lent, kind = "DIFFICULTY", description = "缺人", externalCause = true }, "deviation { id }")).Id();
        foreach (var (who, may) in new (Api, string[])[]
        {
            (company.Member, ["SETTLE"]), (company.TeamLeader, ["ROUTE", "SETTLE", "REQUEST_REVISION"]), (company.DepartmentLeader, ["ROUTE", "REQUEST_REVISION"]), (company.OtherTeamLeader, ["ROUTE", "REQUEST_REVISION"]),
            (company.SecondExecutive, ["ROUTE", "REQUEST_REVISION"]), (company.Stranger, []), (company.Administrator, []), (company.Hr, []), (company.Auditor, []),
        })
            (await who.MayAboutAsync(id)).ShouldBe(may, who.PersonId);
        (await company.Colleague.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Colleague.RefusedAsync("routeDeviation", new { deviationId = id, route = "SETTLE_TOGETHER" })).Code.ShouldBe("NOT_FOUND");
        (await company.Stranger.MutateAsync("routeDeviation", new { deviationId = id, route = "SETTLE_TOGETHER" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.DepartmentLeader.MutateAsync("settleDeviation", new { deviationId = id, agreement = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Colleague.RefusedAsync("raiseDeviation", new { objectiveId = lent, kind = "DIFFICULTY", description = "缺人" })).Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task Where_the_owner_has_no_superior_another_executive_settles_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var raised = await company.Executive.ChangeAsync("raiseDeviation", new { objectiveId = line.Top, kind = "DIFFICULTY", description = "市场下滑" }, $"deviation {{ {Deviating.Whole} }}");
        raised.Text("supervisor.employeeNumber").ShouldBe("E0005");
        await company.Executive.SettleAsync(raised.Id());
        (await company.Executive.RefusedAsync("settleDeviation", new { deviationId = raised.Id(), agreement = "代签" })).Code.ShouldBe("CONFLICT");
        (await company.SecondExecutive.SettleAsync(raised.Id())).Text("status").ShouldBe("RESOLVED");
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_supervises_himself_and_help_is_asked_of_someone(DatabaseKind database)
    {
        var line = await LineAsync(database, target: "6");
        var company = line.Company;
        await company.Member.ReportAsync(line.Mine, 1, 0.1m);
        await company.FollowedAsync(line.Cycle);
        var id = (await company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem().Id();
        await RefuseAsync(new { deviationId = id, route = "COORDINATE" }, "REQUIRED", "unitIds");
        await RefuseAsync(new { deviationId = id, route = "SETTLE_TOGETHER", supervisorId = company.Member.PersonId }, "INVALID", "supervisorId");
        await RefuseAsync(new { deviationId = id, route = "SETTLE_TOGETHER", supervisorId = company.Administrator.PersonId[..^1] }, "NOT_FOUND", "supervisorId");
        (await company.TeamLeader.DeviationsAsync(line.Mine))[0].Text("status").ShouldBe("OPEN");

        async Task RefuseAsync(object input, string code, string field)
        {
            var error = await company.TeamLeader.RefusedAsync("routeDeviation", input);
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Only_units_whose_help_is_asked_now_are_concerned_and_of_them_their_leaders(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { company.OtherTeam, company.OtherTeam } });
        (await ReadsAsync(company.OtherTeamLeader, id), await ReadsAsync(company.Stranger, id)).ShouldBe((true, false));
        (await company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { company.OtherDepartment } })).Strings("coordinatedUnits.*.id").ShouldBe([company.OtherDepartment]);
        (await ReadsAsync(company.OtherTeamLeader, id)).ShouldBeFalse();
        (await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING", new { unitIds = new[] { company.OtherTeam } })).At("coordinatedUnits").GetArrayLength().ShouldBe(0);
        (await ReadsAsync(company.OtherTeamLeader, id)).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Of_a_board_a_unit_is_shown_with_those_below_when_they_are_asked_for_and_of_equals_the_newest_first(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var ids = new List<string>();
        foreach (var what in (string[])["一", "二", "三"])
            ids.Add((await company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = what }, "deviation { id }")).Id());
        ids.Reverse();
        (await BoardAsync(new { unitId = company.Team })).ShouldBe(ids);
        (await BoardAsync(new { unitId = company.Department, includeSubunits = true })).ShouldBe(ids);
        (await BoardAsync(new { unitId = company.Department })).ShouldBeEmpty();
        (await BoardAsync(new { unitId = company.Department, includeSubunits = false })).ShouldBeEmpty();
        (await company.Executive.DeviationsAsync(line.Colleagues, "id")).Select(d => d.Id()).ShouldBe(ids);

        async Task<IReadOnlyList<string?>> BoardAsync(object filter) => (await company.Executive.ReadAsync(
            "query($c: ID!, $f: DeviationFilter) { deviations(cycleId: $c, filter: $f) { nodes { id } } }", new { c = line.Cycle, f = filter })).Strings("deviations.nodes.*.id");
    }

    [Theory, OnEachDatabase]
    public async Task Those_of_other_units_are_not_heard(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await company.FollowedAsync(line.Cycle);
        var theirs = await company.Executive.DraftAsync(company.StrangersDraft(line.Cycle));
        await using var heard = await company.Executive.SubscribeAsync("subscription($u: ID!) { deviationOpened(unitId: $u) { objective { id } } }", new { u = company.OtherDepartment });
        await line.LagAsync();
        await company.Stranger.ChangeAsync("raiseDeviation", new { objectiveId = theirs, kind = "DIFFICULTY", description = "缺人" }, "deviation { id }");
        for (var at = string.Empty; at != theirs;)
            (at = (await heard.DataAsync()).Text("deviationOpened.objective.id")!).ShouldNotBe(line.Mine);
        await using var unknown = await company.Executive.SubscribeAsync("subscription($u: ID!) { deviationOpened(unitId: $u) { id } }", new { u = GlobalId.Encode("Unit", Guid.CreateVersion7()) });
        (await unknown.NextAsync())!.Value.Text("errors.0.extensions.code").ShouldBe("NOT_FOUND");
    }

    private static async Task<bool> ReadsAsync(Api who, string deviation)
        => (await who.ReadAsync("query($id: ID!) { node(id: $id) { ... on Deviation { id } } }", new { id = deviation })).At("node").ValueKind == JsonValueKind.Object;

    private async Task<Deviating.Line> LineAsync(DatabaseKind database, string target = "60") => await (await installations.OnAsync(database)).LineAsync(target);
}
