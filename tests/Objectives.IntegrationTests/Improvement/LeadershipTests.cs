using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>The six principles of leading, measured per leader (S7.2).</summary>
[Trait("Clause", "S7.2")]
public sealed class LeadershipTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    [Theory, OnEachDatabase]
    public async Task A_leader_sees_himself_first_and_the_leaders_below_him(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        (await NumbersAsync(company.Member)).ShouldBeEmpty();
        (await NumbersAsync(company.TeamLeader)).ShouldBe(["E0111"]);
        (await NumbersAsync(company.DepartmentLeader)).ShouldBe(["E0110", "E0111"]);
        var division = await NumbersAsync(company.DivisionLeader);
        (division[0], division.Order().ToList()).ShouldSatisfyAllConditions(d => d.Item1.ShouldBe("E0100"), d => d.Item2.ShouldBe(["E0100", "E0110", "E0111", "E0210", "E0211"]));
        foreach (var who in new[] { company.Hr, company.Auditor, company.Executive })
            (await NumbersAsync(who)).ShouldContain("E0001");
        (await NumbersAsync(company.Administrator)).ShouldBeEmpty();
        (await company.Hr.LeadershipAsync(cycle, company.OtherDepartment)).Select(l => l.Text("leader.employeeNumber")).Order().ShouldBe(["E0210", "E0211"]);

        async Task<IReadOnlyList<string?>> NumbersAsync(Api who) => [.. (await who.LeadershipAsync(cycle)).Select(l => l.Text("leader.employeeNumber"))];
    }

    [Theory, OnEachDatabase]
    public async Task Authority_on_record_and_shared_information_are_what_members_had(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var objectives = new List<string>();
        for (var i = 0; i < 4; i++)
            objectives.Add(await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { Title = $"授权 {i}" }));
        (await IsAsync("authorityGranted"), await IsAsync("informationShared")).ShouldBe((0, 0)); // Four briefings for each of two, four objectives.
        var grant = (await company.TeamLeader.ChangeAsync("grantAuthority", new { objectiveId = objectives[0], scope = "自行排班", from = "2026-01-01" }, "objective { authorityGrants { id } }")).Text("authorityGrants.0.id")!;
        await company.TeamLeader.ChangeAsync("grantAuthority", new { objectiveId = objectives[1], scope = "自行采购", from = "2026-01-01", until = "2026-02-01" }, "objective { id }"); // It has lapsed.
        (await IsAsync("authorityGranted")).ShouldBe(0.25);
        await company.TeamLeader.RemoveAsync(grant, "收回");
        (await IsAsync("authorityGranted")).ShouldBe(0);
        foreach (var objective in objectives.Take(2))
            await company.TeamLeader.NegotiateAsync(objective, "SHARED_CONTEXT");
        (await IsAsync("informationShared")).ShouldBe(0.167);
        var briefing = (await company.Member.ReadAsync("query($c: ID!) { briefings(cycleId: $c) { nodes { id } } }", new { c = cycle })).Text("briefings.nodes.0.id");
        await company.Member.ChangeAsync("acknowledgeBriefing", new { briefingId = briefing }, "briefing { id }");
        (await IsAsync("informationShared")).ShouldBe(0.25);

        Task<double?> IsAsync(string principle) => company.TeamLeader.LeadsAsync(cycle, "E0111", principle);
    }

    [Theory, OnEachDatabase]
    public async Task Reports_before_they_are_missed_are_unasked_and_are_followed_up_in_time(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, objective) = await company.ControlledAsync();
        var early = await company.Member.ReviewedAsync(objective, 1);
        (await IsAsync("unaskedReports"), await IsAsync("followUpInTime")).ShouldBe((1, null)); // There is still time.
        await program.PassAsync(10);
        var missed = (await company.Member.PointsAsync(objective)).Count(p => p.Text("status") == "MISSED");
        (await IsAsync("unaskedReports"), await IsAsync("followUpInTime")).ShouldBe((Math.Round(1.0 / (1 + missed), 3), 0));
        var late = await company.Member.ReviewedAsync(objective, 2);
        (await IsAsync("unaskedReports")).ShouldBe(Math.Round(1.0 / (1 + missed), 3));
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(late), "progressReport { id }");
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(early), "progressReport { id }");
        (await IsAsync("followUpInTime")).ShouldBe(0.5);

        Task<double?> IsAsync(string principle) => company.TeamLeader.LeadsAsync(cycle, "E0111", principle);
    }

    [Theory, OnEachDatabase]
    public async Task Exceptions_are_closed_with_both_signatures_and_help_is_coordinated(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.LineAsync();
        (await IsAsync("jointlyClosed"), await IsAsync("helpCoordinated")).ShouldBe((null, null));
        var together = await RaiseAsync("人手不足");
        await company.Member.SettleAsync(together);
        (await IsAsync("jointlyClosed")).ShouldBeNull(); // One has signed.
        await company.TeamLeader.SettleAsync(together);
        (await IsAsync("jointlyClosed")).ShouldBe(1);
        await company.Member.SettleAsync(await RaiseAsync("系统停机"));
        var coordinated = await RaiseAsync("备件不足");
        await company.TeamLeader.RouteAsync(coordinated, "COORDINATE", new { unitIds = new[] { company.OtherTeam } });
        (await IsAsync("helpCoordinated")).ShouldBe(0);
        var request = (await company.Member.ChangeAsync("requestSupport", new { objectiveId = line.Mine, what = "支援两名工程师", fromPersonId = company.Stranger.PersonId, neededBy = "2026-12-20" }, "supportRequest { id }")).Id();
        (await IsAsync("helpCoordinated")).ShouldBe(0);
        await company.Stranger.ChangeAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "可以" }, "supportRequest { id }");
        (await IsAsync("helpCoordinated")).ShouldBe(0.5);
        foreach (var stage in (string[])["APPRAISAL", "CLOSED"])
            await company.MoveCycleAsync(line.Cycle, stage);
        await company.FollowedAsync(line.Cycle);
        (await IsAsync("jointlyClosed")).ShouldBe(0.5); // What was left was closed with the cycle, and one had signed.

        async Task<string> RaiseAsync(string description) => (await company.Member.ChangeAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description }, "deviation { id }")).Id();

        Task<double?> IsAsync(string principle) => company.TeamLeader.LeadsAsync(line.Cycle, "E0111", principle);
    }
}
