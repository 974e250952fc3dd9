using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What nobody sees to goes up, level by level, by the policy's days.</summary>
public sealed class EscalationTests
{
    [Theory, OnEachDatabase, Trait("Clause", "S7.1")]
    public async Task A_missed_control_point_goes_up_a_level_each_time_the_days_are_over_until_it_is_reported(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, id) = await company.ControlledAsync();
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, escalationDays = 3 }, "cycle { id }");
        var (reported, missing) = (await company.Member.PointAsync(id, 1), await company.Member.PointAsync(id, 2));
        await MoveAsync(program, 6);
        await ToldAsync(missing, (company.Member, "CONTROL_POINT_MISSED"), (company.TeamLeader, "CONTROL_POINT_ESCALATED"), (company.DepartmentLeader, null), (company.DivisionLeader, null));
        await MoveAsync(program, 2);
        await ToldAsync(missing, (company.DepartmentLeader, null));
        await MoveAsync(program, 1);
        await ToldAsync(missing, (company.TeamLeader, "CONTROL_POINT_ESCALATED"), (company.DepartmentLeader, "CONTROL_POINT_STILL_MISSING"), (company.DivisionLeader, null));
        (await company.DepartmentLeader.InChinese.NoticesAsync(missing))[0].Text("title").ShouldBe("李明仍未填报 2026年2月28日 的进展：提高服务收入");
        await company.Member.ReviewedAsync(id, 1);
        await MoveAsync(program, 3);
        await ToldAsync(missing, (company.DepartmentLeader, "CONTROL_POINT_STILL_MISSING"), (company.DivisionLeader, "CONTROL_POINT_STILL_MISSING"), (company.Executive, null));
        await ToldAsync(reported, (company.DepartmentLeader, "CONTROL_POINT_STILL_MISSING"), (company.DivisionLeader, null));

        // Another policy tells nobody twice, and those who are left at once.
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, escalationDays = 60 }, "cycle { id }");
        await MoveAsync(program, 1);
        await ToldAsync(missing, (company.DivisionLeader, "CONTROL_POINT_STILL_MISSING"), (company.Executive, null));
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, escalationDays = 0 }, "cycle { id }");
        await MoveAsync(program, 1);
        await MoveAsync(program, 1);
        await ToldAsync(missing, (company.Member, "CONTROL_POINT_MISSED"), (company.DivisionLeader, "CONTROL_POINT_STILL_MISSING"), (company.Executive, "CONTROL_POINT_STILL_MISSING"), (company.SecondExecutive, null));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.1")]
    public async Task What_can_no_longer_be_reported_goes_no_further(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, id) = await company.ControlledAsync();
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, escalationDays = 3 }, "cycle { id }");
        var (closed, open) = (await company.Member.PointAsync(id, 1), await company.Member.PointAsync(id, 2));
        await MoveAsync(program, 6);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2026-01" }, "cycle { id }");
        await MoveAsync(program, 3);
        await ToldAsync(closed, (company.TeamLeader, "CONTROL_POINT_ESCALATED"), (company.DepartmentLeader, null));
        await ToldAsync(open, (company.DepartmentLeader, "CONTROL_POINT_STILL_MISSING"));
        await company.Executive.ChangeAsync("withdrawObjective", new { id, reason = "不再需要" }, "objective { id }");
        await MoveAsync(program, 3);
        (await company.DivisionLeader.NoticesAsync(open)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.1")]
    public async Task Programs_whose_rounds_meet_tell_once(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, id) = await company.ControlledAsync();
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, escalationDays = 3 }, "cycle { id }");
        var missing = await company.Member.PointAsync(id, 2);
        await MoveAsync(program, 6);
        for (var level = 0; level < 2; level++)
        {
            program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(3)).ShouldBeTrue();
            var rounds = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<DailyRound>(program.Services)).ToList();
            await Task.WhenAll(rounds.Select(r => Task.Run(() => r.RunDueAsync(TestContext.Current.CancellationToken))));
            rounds.ForEach(r => r.Dispose());
        }
        await program.AllDeliveredAsync();
        foreach (var superior in (Api[])[company.DepartmentLeader, company.DivisionLeader])
            (await superior.NoticesAsync(missing)).ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task A_deviation_that_nobody_takes_in_hand_goes_up_to_who_can_decide(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = line.Cycle, escalationDays = 3 }, "cycle { id }");
        var id = (await line.LagAsync()).Id();
        var half = (await company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = "缺少配件" }, "deviation { id }")).Id();
        await company.Colleague.SettleAsync(half);
        var version = (await company.Member.DeviationsAsync(line.Mine))[0].Number("version");
        await MoveAsync(program, 2);
        await ToldAsync(id, (company.TeamLeader, "DEVIATION_OPENED"), (company.DepartmentLeader, null));
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        var opened = program.BusinessClock.TodayIn("Asia/Shanghai").AddDays(-2);
        (await DueAsync(company.TeamLeader, id), await DueAsync(company.Member, id)).ShouldBe((opened.AddDays(2), opened.AddDays(2)));
        await MoveAsync(program, 1);
        (await DueAsync(company.DepartmentLeader, id)).ShouldBe(opened.AddDays(5));
        await ToldAsync(id, (company.TeamLeader, "DEVIATION_OPENED"), (company.DepartmentLeader, "DEVIATION_ESCALATED"), (company.DivisionLeader, null));
        await ToldAsync(half, (company.DepartmentLeader, "DEVIATION_ESCALATED"), (company.DivisionLeader, null)); // One signature is not both.
        (await company.DepartmentLeader.NoticesAsync(id))[0].Text("title").ShouldBe("Nobody has taken the deviation of 李明 in hand: 甲");
        (await company.DepartmentLeader.OwesAsync(id), await company.DivisionLeader.OwesAsync(id)).ShouldSatisfyAllConditions(h => h.Item1.ShouldBe(["COORDINATE"]), h => h.Item2.ShouldBeEmpty());
        (await company.Member.DeviationsAsync(line.Mine))[0].Number("version").ShouldBe(version, "it is no change of the deviation");

        await company.DepartmentLeader.RouteAsync(id, "COORDINATE");
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        await company.TeamLeader.SettleAsync(half);
        await MoveAsync(program, 3);
        (await company.DivisionLeader.NoticesAsync(id)).ShouldBeEmpty();
        (await company.DivisionLeader.NoticesAsync(half)).ShouldBeEmpty();

        // Opened again, it begins below.
        await company.Member.SettleAsync(id);
        await company.TeamLeader.SettleAsync(id);
        await company.Member.ReportAsync(line.Mine, 3, 0);
        await company.FollowedAsync(line.Cycle);
        (await company.Member.DeviationsAsync(line.Mine))[0].Text("status").ShouldBe("OPEN");
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        await MoveAsync(program, 3);
        await ToldAsync(id, (company.DepartmentLeader, "DEVIATION_ESCALATED,DEVIATION_ESCALATED"), (company.DivisionLeader, null));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task A_follow_up_that_is_overdue_is_told_once_whoever_owes_it_and_his_superior(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, id) = await company.ControlledAsync();
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, followUpWorkingDays = 1 }, "cycle { id }");
        var (waiting, answered) = (await company.Member.ReviewedAsync(id, 1), await company.Member.ReviewedAsync(id, 2));
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(answered), "progressReport { id }");
        await RoundAsync(program);
        await ToldAsync(waiting, (company.TeamLeader, "PROGRESS_REPORTED"), (company.DepartmentLeader, null));
        await MoveAsync(program, 5);
        await MoveAsync(program, 1);
        await ToldAsync(waiting, (company.TeamLeader, "FOLLOW_UP_MISSED,PROGRESS_REPORTED"), (company.DepartmentLeader, "FOLLOW_UP_ESCALATED"), (company.DivisionLeader, null), (company.Member, null));
        await ToldAsync(answered, (company.TeamLeader, "PROGRESS_REPORTED"), (company.DepartmentLeader, null));
        (await company.DepartmentLeader.NoticesAsync(waiting))[0].Text("title").ShouldEndWith(" has not followed up 李明's report of Jan 31, 2026: 提高服务收入");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task A_resolution_that_is_overdue_is_told_once_whoever_is_responsible_and_the_meeting_s_leader(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        var today = program.BusinessClock.TodayIn("Asia/Shanghai");
        object Resolved(string text) => new { deviationId = id, text, responsibleId = company.Member.PersonId, due = today.AddDays(2).ToString("yyyy-MM-dd") };
        var held = await line.HoldAsync(company.DepartmentLeader, id, new { date = today.ToString("yyyy-MM-dd"), resolutions = new[] { Resolved("调配两名工程师"), Resolved("借用车辆") } });
        var (late, done) = (held.Text("resolutions.0.id")!, held.Text("resolutions.1.id")!);
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = done, note = "已办" }, "officeMeeting { id }");
        await MoveAsync(program, 2);
        await ToldAsync(late, (company.Member, "RESOLUTION_MADE"), (company.DepartmentLeader, null));
        await MoveAsync(program, 1);
        await MoveAsync(program, 1);
        await ToldAsync(late, (company.Member, "RESOLUTION_OVERDUE,RESOLUTION_MADE"), (company.DepartmentLeader, "RESOLUTION_ESCALATED"), (company.TeamLeader, null));
        await ToldAsync(done, (company.Member, "RESOLUTION_MADE"), (company.DepartmentLeader, null));
    }

    private static async Task MoveAsync(Installation program, int days)
    {
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(days)).ShouldBeTrue();
        await RoundAsync(program);
    }

    private static Task<int> RoundAsync(Installation program) => program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);

    private static async Task<DateOnly> DueAsync(Api who, string subject)
        => DateOnly.Parse((await who.ReadAsync("{ viewer { agenda(first: 500) { nodes { due subject { id } } } } }")).At("viewer.agenda.nodes").EnumerateArray().Single(i => i.Text("subject.id") == subject).Text("due")!, CultureInfo.InvariantCulture);

    /// <summary>By kind, the newest first.</summary>
    private static async Task ToldAsync(string subject, params (Api Who, string? Kinds)[] told)
    {
        foreach (var (who, kinds) in told)
            string.Join(',', (await who.NoticesAsync(subject)).Select(n => n.Text("kind"))).ShouldBe(kinds ?? string.Empty, who.PersonId);
    }
}
