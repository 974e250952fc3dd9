using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What office meetings resolved about an objective's deviations stands beside its work plan, and is done in one place.</summary>
[Trait("Clause", "S7.4")]
public sealed class ResolutionWorkTests(Installations installations)
{
    private const string Line = "resolutions { id text due done doneNote viewerMayComplete responsible { employeeNumber } meeting { id } deviation { id } }";

    [Theory, OnEachDatabase]
    public async Task Resolutions_stand_beside_the_work_plan_and_are_done_once(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        (await company.Member.ObjectiveAsync(line.Mine, Line)).At("resolutions").GetArrayLength().ShouldBe(0);
        var meeting = await HeldAsync(line, id, ("重排路线", company.Stranger, "2026-12-31"), ("调配两名工程师", company.Member, "2026-12-20"));
        var work = await company.Member.ObjectiveAsync(line.Mine, $"workPlan {{ id }} {Line}");
        work.At("workPlan").GetArrayLength().ShouldBe(0);
        work.At("resolutions").EnumerateArray().Select(r => (r.Text("text"), r.Text("due"), r.Text("responsible.employeeNumber"), r.At("viewerMayComplete").GetBoolean(), r.Text("deviation.id"))).ShouldBe([
            ("调配两名工程师", "2026-12-20", "E0112", true, id), ("重排路线", "2026-12-31", "E0212", false, id),
        ]);
        work.At("resolutions.0.meeting").ValueKind.ShouldBe(JsonValueKind.Object); // He has something to do of it.
        (await company.Colleague.ObjectiveAsync(line.Mine, Line)).At("resolutions.0.meeting").ValueKind.ShouldBe(JsonValueKind.Null);
        var mine = work.Text("resolutions.0.id")!;
        (await company.Member.OwesAsync(mine)).ShouldBe(["DO_RESOLUTION"]);
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = mine, note = "已调配" }, "officeMeeting { id }");
        (await company.Member.OwesAsync(mine)).ShouldBeEmpty();
        (await company.Member.ObjectiveAsync(line.Mine, Line)).At("resolutions").EnumerateArray().Select(r => (r.Text("text"), r.At("done").GetBoolean(), r.Text("doneNote"), r.At("viewerMayComplete").GetBoolean()))
            .ShouldBe([("重排路线", false, null, false), ("调配两名工程师", true, "已调配", false)]);
        (await company.DepartmentLeader.ReadAsync("query($id: ID!) { node(id: $id) { ... on OfficeMeeting { resolutions { text done } } } }", new { id = meeting })).At("node.resolutions").EnumerateArray()
            .Select(r => (r.Text("text"), r.At("done").GetBoolean())).ShouldBe([("重排路线", false), ("调配两名工程师", true)]);
        (await company.Executive.ObjectiveAsync(line.Colleagues, Line)).At("resolutions").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_may_read_the_deviation_or_the_meeting_reads_them_and_by_the_rule_may_do_them(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await HeldAsync(line, id, ("调配两名工程师", company.Member, "2026-12-20"));
        foreach (var (who, may) in new (Api, bool?)[]
        {
            (company.Member, true), (company.Colleague, false), (company.TeamLeader, false), (company.DepartmentLeader, true), (company.DivisionLeader, true), (company.SecondExecutive, true), (company.Hr, false),
            (company.Auditor, false), (company.Administrator, false),
        })
        {
            var found = (await who.ObjectiveAsync(line.Mine, Line)).At("resolutions").EnumerateArray().ToList();
            found.Select(r => (bool?)r.At("viewerMayComplete").GetBoolean()).ShouldBe([may], who.PersonId);
        }

        // A unit's objective is read by everyone; what was resolved about it is not.
        var team = (await company.TeamLeader.ChangeAsync("raiseDeviation", new { objectiveId = line.Team, kind = "DIFFICULTY", description = "缺人" }, "deviation { id }")).Id();
        await HeldAsync(line, team, ("增加两人", company.TeamLeader, "2026-12-20"));
        (await company.Stranger.ObjectiveAsync(line.Team, $"title {Line}")).At("resolutions").GetArrayLength().ShouldBe(0);
        (await company.TeamLeader.ObjectiveAsync(line.Team, Line)).At("resolutions").GetArrayLength().ShouldBe(1);

        await HeldAsync(line, team, ("复核数据", company.TeamLeader, "2026-12-10"));
        (await company.Auditor.ObjectiveAsync(line.Team, Line)).At("resolutions.0.viewerMayComplete").GetBoolean().ShouldBeFalse(); // He changes nothing.
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_many_there_are(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in new[] { 2, 12 })
        {
            await HeldAsync(line, id, [.. Enumerable.Range(0, more).Select(i => ($"措施 {i}", i % 2 == 0 ? company.Member : company.Colleague, "2026-12-20"))]);
            var (data, sql) = await company.DepartmentLeader.RecordAsync($"query($c: ID!) {{ objectives(filter: {{ cycleId: $c }}) {{ nodes {{ {Line} }} }} }}", new { c = line.Cycle });
            data.At("objectives.nodes").EnumerateArray().Sum(n => n.At("resolutions").GetArrayLength()).ShouldBe(more == 2 ? 2 : 14);
            runs.Add(sql);
            await company.TeamLeader.RouteAsync(id, "COORDINATE");
        }
        runs.ShouldBeAsMany();
    }

    private static async Task<string> HeldAsync(Deviating.Line line, string deviation, params (string Text, Api By, string Due)[] resolutions)
    {
        await line.Company.DepartmentLeader.RouteAsync(deviation, "OFFICE_MEETING");
        return (await line.HoldAsync(line.Company.DepartmentLeader, deviation, new { resolutions = resolutions.Select(r => new { deviationId = deviation, text = r.Text, responsibleId = r.By.PersonId, due = r.Due }) })).Id();
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database) => await (await installations.OnAsync(database)).LineAsync();
}
