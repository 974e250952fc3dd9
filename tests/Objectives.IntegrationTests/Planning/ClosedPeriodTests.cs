using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

[Trait("Clause", "S7.3")]
public sealed class ClosedPeriodTests(Installations installations)
{
    private const string Periods = "cycle { id version closedPeriods history { nodes { action reason before after by { employeeNumber } } } }";

    [Theory, OnEachDatabase]
    public async Task Months_are_closed_one_by_one_by_quarter_and_by_year_and_reopened_for_a_reason(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync();
        (await ClosedAsync(company.Member, cycle)).ShouldBeEmpty();
        (await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-05" }, Periods)).Strings("closedPeriods").ShouldBe(["2020-05"]);
        (await company.Administrator.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-Q2", reason = "季报已出" }, Periods)).Strings("closedPeriods").ShouldBe(["2020-04", "2020-05", "2020-06"]);
        var reopened = await company.Hr.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = "2020-05", reason = " 漏报\n两单 " }, Periods);
        reopened.Strings("closedPeriods").ShouldBe(["2020-04", "2020-06"]);
        reopened.Strings("history.nodes.*.action").Take(3).ShouldBe(["reopenPeriod", "closePeriod", "closePeriod"]);
        (reopened.Text("history.nodes.0.reason"), reopened.Text("history.nodes.0.by.employeeNumber"), reopened.Text("history.nodes.1.reason")).ShouldBe((" 漏报\n两单 ", "E0002", "季报已出"));
        var (before, after) = (JsonElement.Parse(reopened.Text("history.nodes.0.before")!), JsonElement.Parse(reopened.Text("history.nodes.0.after")!));
        (before.Text("closedMonths"), after.Text("closedMonths")).ShouldBe(("2020-04; 2020-05; 2020-06", "2020-04; 2020-06"));

        (await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020" }, Periods)).Strings("closedPeriods").Count.ShouldBe(12);
        (await company.Hr.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = "2020", reason = "重做" }, Periods)).Strings("closedPeriods").ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_closed_or_reopened_is_refused_and_changes_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync("2020-03-16", "2021-02-10");
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-Q1" }, Periods);
        var first = await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2021-02" }, Periods);
        first.Strings("closedPeriods").ShouldBe(["2020-03", "2021-02"]);
        foreach (var (mutation, period, reason, code, field) in new[]
        {
            ("closePeriod", "2020-02", null, "INVALID", "period"), ("closePeriod", "2019", null, "INVALID", "period"), ("closePeriod", "2020-03", null, "PERIOD_CLOSED", "period"),
            ("closePeriod", "2020-Q1", null, "PERIOD_CLOSED", "period"), ("closePeriod", "2020-04", new('长', 1001), "LIMIT_EXCEEDED", "reason"), ("reopenPeriod", "2020-03", null, "REQUIRED", "reason"),
            ("reopenPeriod", "2020-03", "\u3000", "REQUIRED", "reason"), ("reopenPeriod", "2020-04", "误关", "FORBIDDEN_BY_STATE", "period"), ("reopenPeriod", "2021-Q2", "误关", "INVALID", "period"),
        })
        {
            foreach (var by in (Api[])[company.Hr, company.Administrator.InChinese])
            {
                (await by.RefusedAsync(mutation, new { cycleId = cycle, period, reason })).ShouldSatisfyAllConditions(
                    e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field), e => Languages.IsChinese(e.Message).ShouldBe(by.Language != "en"));
            }
        }
        (await company.Hr.ReadAsync("query($id: ID!) { cycle(id: $id) { version } }", new { id = cycle })).Number("cycle.version").ShouldBe(first.Number("version"));
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_is_over_by_the_cycles_own_calendar_is_closed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(company.Program.BusinessClock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);
        var (thisMonth, last) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(-1));
        var cycle = await company.PastCycleAsync($"{last:yyyy-MM-dd}", $"{thisMonth.AddMonths(6):yyyy-MM-dd}");
        foreach (var open in (string[])[$"{thisMonth:yyyy-MM}", $"{thisMonth.AddMonths(6):yyyy-MM}"])
            (await company.Hr.RefusedAsync("closePeriod", new { cycleId = cycle, period = open })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("period"), e => e.Message.ShouldContain(open));
        (await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = $"{last:yyyy-MM}" }, Periods)).Strings("closedPeriods").ShouldBe([$"{last:yyyy-MM}"]);
    }

    [Theory, OnEachDatabase]
    public async Task They_are_closed_in_execution_and_appraisal_and_all_of_them_with_the_cycle(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync(status: "PREPARATION");
        var month = new { cycleId = cycle, period = "2020-01", reason = "试" };
        foreach (var stage in (string[])["SETTING", "EXECUTION"])
        {
            (await company.Hr.RefusedAsync("closePeriod", month)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("cycleId"));
            await company.MoveCycleAsync(cycle, stage);
        }
        await company.Hr.ChangeAsync("closePeriod", month, Periods);
        (await company.Hr.RefusedAsync("moveCycle", new { cycleId = cycle, to = "SETTING" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("PERIOD_CLOSED"), e => e.Field.ShouldBe("to"));
        await company.Hr.ChangeAsync("reopenPeriod", month, Periods);
        await company.MoveCycleAsync(cycle, "SETTING");
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        await company.Hr.ChangeAsync("closePeriod", month, Periods);
        await company.MoveCycleAsync(cycle, "CLOSED");
        (await ClosedAsync(company.Member, cycle)).Count.ShouldBe(12);
        foreach (var mutation in (string[])["closePeriod", "reopenPeriod"])
            (await company.Hr.RefusedAsync(mutation, month)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("cycleId"));
    }

    [Theory, OnEachDatabase]
    public async Task Only_HR_and_administrators_close_and_reopen(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync();
        foreach (var other in (Api[])[company.Executive, company.Auditor, company.DivisionLeader, company.Member])
        {
            (await other.MutateAsync("closePeriod", new { cycleId = cycle, period = "2020-01" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
            (await other.MutateAsync("reopenPeriod", new { cycleId = cycle, period = "2020-01", reason = "试" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.9")]
    public async Task What_was_committed_for_closed_months_stays(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync(status: "SETTING");
        await company.InformAsync(cycle, company.Root);
        var committed = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var draft = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id = committed, method = "EVEN" }, "objective { id }");
        await company.Program.SetStatusAsync(committed, "Committed");
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-Q1" }, Periods);
        var byHand = new[] { new { period = "2020-01", value = "50" } };
        (await company.TeamLeader.RefusedAsync("phaseObjective", new { id = committed, method = "BY_HAND", values = byHand })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.RefusedAsync("editObjective", new { id = committed, target = "240" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.ObjectiveAsync(committed, "phasedTargets { value }")).Text("phasedTargets.0.value").ShouldBe("10");
        (await company.TeamLeader.ChangeAsync("phaseObjective", new { id = draft, method = "BY_HAND", values = byHand }, "objective { phasedTargets { value } }")).Text("phasedTargets.0.value").ShouldBe("50");
    }

    [Theory, OnEachDatabase]
    public async Task Closing_while_another_reopens_loses_neither(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync();
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-01" }, Periods);
        for (var round = 0; round < 4; round++)
        {
            var (close, reopen) = round % 2 == 0 ? ("2020-02", "2020-01") : ("2020-01", "2020-02");
            await Task.WhenAll(
                company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = close }, Periods),
                company.Administrator.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = reopen, reason = "漏报" }, Periods));
            (await ClosedAsync(company.Hr, cycle)).ShouldBe([close]);
        }

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => company.Hr.MutateAsync("closePeriod", new { cycleId = cycle, period = "2020-06" }, string.Empty)));
        replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "PERIOD_CLOSED");
        var history = (await company.Hr.ReadAsync("query($id: ID!) { cycle(id: $id) { version history { totalCount } } }", new { id = cycle })).At("cycle");
        (history.Number("version"), history.Number("history.totalCount")).ShouldBe((13, 13));
    }

    [Theory, OnEachDatabase]
    public async Task Sent_twice_with_one_key_it_is_done_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync();
        var hr = company.Hr.With(Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020-Q3" }, "cycle { id }")));
        answers.ShouldAllBe(a => a.Id() == cycle);
        (await ClosedAsync(company.Hr, cycle)).ShouldBe(["2020-07", "2020-08", "2020-09"]);
    }

    /// <summary>What is refused because the same request was done between its looking for a stored answer and its reading the cycle gets the answer of the one that was done.</summary>
    [Theory, OnEachDatabase]
    public async Task Sent_again_while_it_is_being_done_it_is_answered_as_done(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync();
        var (hr, name, input) = (company.Hr.With(Guid.NewGuid().ToString()), Guid.NewGuid().ToString("N"), new { cycleId = cycle, period = "2020-Q3" });
        var stop = company.Program.Sql.StopBefore(name, "planning", "cycles");
        var first = hr.MutateAsync("closePeriod", input, "cycle { id }", name);
        await Task.WhenAny(stop.Reached, first);
        first.IsCompleted.ShouldBeFalse("It reads the cycle.");
        var second = hr.MutateAsync("closePeriod", input, "cycle { id }");
        if (database != DatabaseKind.Sqlite) // There the other waits until the first is done.
            (await second).UserErrors.ShouldBeEmpty();
        stop.GoOn();
        foreach (var reply in await Task.WhenAll(first, second))
        {
            reply.UserErrors.ShouldBeEmpty(reply.Text);
            reply.Data.Text("closePeriod.cycle.id").ShouldBe(cycle);
        }
        (await ClosedAsync(company.Hr, cycle)).ShouldBe(["2020-07", "2020-08", "2020-09"]);
    }

    [Theory, OnEachDatabase]
    public async Task Other_modules_learn_which_months_are_closed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (open, closed) = (await company.PastCycleAsync(status: "PREPARATION"), await company.PastCycleAsync(status: "PREPARATION"));
        var (a, b, c) = (IdOf(await company.TeamLeader.DraftAsync(company.Draft(open))), IdOf(await company.TeamLeader.DraftAsync(company.Draft(open))), IdOf(await company.TeamLeader.DraftAsync(company.Draft(closed))));
        foreach (var stage in (string[])["SETTING", "EXECUTION"])
            await company.MoveCycleAsync(open, stage);
        foreach (var stage in (string[])["SETTING", "EXECUTION", "APPRAISAL", "CLOSED"])
            await company.MoveCycleAsync(closed, stage);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = open, period = "2020-02" }, Periods);
        await using var scope = company.Program.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ClosedMonths([a, b, c, ObjectiveId.New()]), TestContext.Current.CancellationToken);
        answer.Count.ShouldBe(3);
        (answer[a], answer[b]).ShouldSatisfyAllConditions(x => x.Item1.ShouldBe([new(2020, 2, 1)]), x => x.Item2.ShouldBe([new(2020, 2, 1)]));
        answer[c].Count.ShouldBe(12);
    }

    private static async Task<IReadOnlyList<string?>> ClosedAsync(Api by, string cycle) => (await by.ReadAsync("query($id: ID!) { cycle(id: $id) { closedPeriods } }", new { id = cycle })).Strings("cycle.closedPeriods");

    private static ObjectiveId IdOf(string id) => GlobalId.TryDecode(id, out _, out var key) ? new(key) : throw new FormatException(id);
}

internal static class ClosedPeriodSteps
{
    /// <summary>A cycle of the test's own, by default of the year 2020, which is over.</summary>
    public static async Task<string> PastCycleAsync(this Company company, string start = "2020-01-01", string end = "2020-12-31", string status = "EXECUTION")
    {
        var cycle = (await company.Administrator.ChangeAsync("openCycle", new { name = $"周期 {Guid.NewGuid()}", year = int.Parse(start[..4], System.Globalization.CultureInfo.InvariantCulture), start, end }, "cycle { id }")).Id();
        foreach (var stage in new[] { "SETTING", "EXECUTION" }.TakeWhile(_ => status != "PREPARATION"))
        {
            await company.MoveCycleAsync(cycle, stage);
            if (stage == status)
                break;
        }
        return cycle;
    }
}
