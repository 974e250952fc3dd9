using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>When a target may be revised, by whom, from when on, and when a revision can be taken back.</summary>
[Trait("Clause", "S7.5")]
public sealed class RevisionRuleTests(Installations installations)
{
    /// <summary>The owner stands in one team, the objective in another.</summary>
    [Theory, OnEachDatabase]
    public async Task Who_leads_the_unit_asks_and_who_stands_above_the_owner(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        foreach (var (by, allowed) in new[] { (company.OtherTeamLeader, true), (company.TeamLeader, true), (company.SecondExecutive, true), (company.Stranger, false), (company.Member, false), (company.Hr, false) })
        {
            var lent = await company.Executive.DraftAsync(company.StrangersDraft(line.Cycle) with { OwnerId = company.Member.PersonId });
            var deviation = await RaiseAsync(company.Member, lent);
            var reply = await by.MutateAsync("requestTargetRevision", Request(lent, deviation, "60"), "targetRevision { id }");
            if (allowed)
                reply.UserErrors.ShouldBeEmpty(by.PersonId);
            else
                reply.ErrorCode.ShouldBe("FORBIDDEN", by.PersonId);
        }
    }

    /// <summary>Whoever asked keeps his request in sight when the objective goes to others.</summary>
    [Theory, OnEachDatabase]
    public async Task Whoever_asked_reads_it_and_takes_it_back_wherever_the_objective_goes(DatabaseKind database)
    {
        var (line, revision) = await RequestedAsync(database, "30");
        var company = line.Company;
        await line.EditAsync(line.Mine, new { ownerId = company.Stranger.PersonId, unitId = company.OtherTeam });
        (await ReadsAsync(company.TeamLeader, revision), await ReadsAsync(company.Stranger, revision), await ReadsAsync(company.Colleague, revision)).ShouldBe((true, true, false));
        (await company.Colleague.RefusedAsync("withdrawTargetRevision", Reason(revision))).Code.ShouldBe("NOT_FOUND");
        (await company.Stranger.MutateAsync("withdrawTargetRevision", Reason(revision), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.TeamLeader.MutateAsync("withdrawTargetRevision", Reason(revision), string.Empty)).UserErrors.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_decides_about_his_own_objective_and_an_executive_about_every_other(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var revision = (await company.SecondExecutive.ChangeAsync("requestTargetRevision", Request(line.Top, await RaiseAsync(company.Executive, line.Top), "1000"), "targetRevision { id }")).Id();
        (await MayAsync(company.Executive, line.Top)).ShouldBeEmpty();
        var own = await company.Executive.RefusedAsync("decideTargetRevision", Decision(revision));
        (own.Code, own.Field).ShouldBe(("SAME_PERSON_MAY_NOT_DECIDE", "revisionId"));
        var (_, other) = await RequestedAsync(line, "30");
        (await company.SecondExecutive.ChangeAsync("decideTargetRevision", Decision(other), "targetRevision { status }")).Text("status").ShouldBe("APPROVED");
    }

    [Theory, OnEachDatabase]
    public async Task What_changed_since_it_was_asked_for_is_not_approved(DatabaseKind database)
    {
        var (line, revision) = await RequestedAsync(database, "30");
        await line.EditAsync(line.Mine, new { target = "90" });
        await RefuseAsync(line.Company.DepartmentLeader, "decideTargetRevision", Decision(revision), "CONFLICT");
        (await line.Company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(revision, approve: false), "targetRevision { status }")).Text("status").ShouldBe("REJECTED");
        (await line.Company.Member.ObjectiveAsync(line.Mine, "target")).Text("target").ShouldBe("90");
    }

    [Theory, OnEachDatabase]
    public async Task After_its_months_were_closed_it_is_rejected_or_stays(DatabaseKind database)
    {
        var (line, first) = await RequestedAsync(database, "30");
        var company = line.Company;
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(first), "targetRevision { id }");
        var (_, second) = await RequestedAsync(line, "20", line.Colleagues, company.Colleague);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-03" }, "cycle { id }");
        await RefuseAsync(company.DepartmentLeader, "decideTargetRevision", Decision(second), "PERIOD_CLOSED");
        await RefuseAsync(company.DepartmentLeader, "undoTargetRevision", Reason(first), "PERIOD_CLOSED");
        (await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(second, approve: false), "targetRevision { status }")).Text("status").ShouldBe("REJECTED");
    }

    [Theory, OnEachDatabase]
    public async Task Outside_execution_nothing_is_asked_for_approved_or_taken_back(DatabaseKind database)
    {
        var (line, approved) = await RequestedAsync(database, "30");
        var company = line.Company;
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(approved), "targetRevision { id }");
        var (_, waiting) = await RequestedAsync(line, "50", line.Colleagues, company.Colleague);
        var (_, giving) = await RequestedAsync(line, null, line.Others, company.OtherTeamLeader, company.DivisionLeader);
        var deviation = await RaiseAsync(company.Executive, line.Top);
        (await company.SecondExecutive.MayAboutAsync(deviation)).ShouldContain("REQUEST_REVISION");
        await company.MoveCycleAsync(line.Cycle, "APPRAISAL");
        await RefuseAsync(company.DepartmentLeader, "undoTargetRevision", Reason(approved), "FORBIDDEN_BY_STATE");
        await RefuseAsync(company.DepartmentLeader, "decideTargetRevision", Decision(waiting), "FORBIDDEN_BY_STATE");
        await RefuseAsync(company.Executive, "decideTargetRevision", Decision(giving), "FORBIDDEN_BY_STATE");
        await RefuseAsync(company.SecondExecutive, "requestTargetRevision", Request(line.Top, deviation, "1000"), "FORBIDDEN_BY_STATE", "objectiveId");
        (await company.SecondExecutive.MayAboutAsync(deviation)).ShouldNotContain("REQUEST_REVISION");
        (await MayAsync(company.DepartmentLeader, line.Mine)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task The_last_of_several_is_taken_back_first(DatabaseKind database)
    {
        var (line, first) = await RequestedAsync(database, "30");
        var company = line.Company;
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(first), "targetRevision { id }");
        var (_, second) = await RequestedAsync(line, "20");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(second), "targetRevision { id }");
        var listed = (await company.DepartmentLeader.ObjectiveAsync(line.Mine, "revisions { id viewerMay }")).At("revisions").EnumerateArray().ToList();
        listed.Select(r => (r.Id(), r.Strings("viewerMay").Count)).ShouldBe([(second, 1), (first, 0)]);
        await RefuseAsync(company.DepartmentLeader, "undoTargetRevision", Reason(first), "CONFLICT");
        await company.DepartmentLeader.ChangeAsync("undoTargetRevision", Reason(second), "targetRevision { id }");
        (await company.Member.ObjectiveAsync(line.Mine, "target progress { health }")).ShouldSatisfyAllConditions(o => o.Text("target").ShouldBe("30"), o => o.Text("progress.health").ShouldBe("EXEMPT"));
        await company.DepartmentLeader.ChangeAsync("undoTargetRevision", Reason(first), "targetRevision { id }");
        (await company.Member.ObjectiveAsync(line.Mine, "target progress { health }")).ShouldSatisfyAllConditions(o => o.Text("target").ShouldBe("60"), o => o.Text("progress.health").ShouldNotBe("EXEMPT"));
    }

    [Theory, OnEachDatabase]
    public async Task What_others_contribute_to_is_not_given_up(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var team = Request(line.Team, await RaiseAsync(company.TeamLeader, line.Team), null);
        await RefuseAsync(company.DepartmentLeader, "requestTargetRevision", team, "FORBIDDEN_BY_STATE", "newTarget");
        var (_, revision) = await RequestedAsync(line, null);
        await RefuseAsync(company.DepartmentLeader, "undoTargetRevision", Reason(revision), "CONFLICT"); // It was not approved.
        await company.Executive.DraftAsync(company.Draft(line.Cycle, line.Mine) with { Level = "PERSONAL", OwnerId = company.Colleague.PersonId });
        await RefuseAsync(company.DepartmentLeader, "decideTargetRevision", Decision(revision), "FORBIDDEN_BY_STATE");
        (await company.Member.ObjectiveAsync(line.Mine, "status")).Text("status").ShouldNotBe("WITHDRAWN");
    }

    /// <summary>The business clock may stand in a later year, when all months of the cycle are over.</summary>
    [Theory, OnEachDatabase]
    public async Task Without_a_period_it_takes_effect_now_or_in_the_last_month_before_that_leaves_enough(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var deviation = await RaiseAsync(company.Member, line.Mine);
        var today = company.Program.BusinessClock.TodayIn("Asia/Shanghai");
        var now = today.Year > 2026 ? "2026-12" : $"{today:yyyy-MM}";
        (await AskAsync("70")).ShouldBe(now);
        (await AskAsync("30")).ShouldBe("2026-07"); // Six months of five are the target already.
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-07" }, "cycle { id }");
        (await AskAsync("70")).ShouldBe(now);
        await RefuseAsync(company.TeamLeader, "requestTargetRevision", Request(line.Mine, deviation, "30", null), "INVALID", "newTarget"); // July would be another than it was closed with.

        async Task<string?> AskAsync(string target)
        {
            var revision = await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(line.Mine, deviation, target, null), "targetRevision { id effectiveFrom }");
            await company.TeamLeader.ChangeAsync("withdrawTargetRevision", Reason(revision.Id()), "targetRevision { id }");
            return revision.Text("effectiveFrom");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Where_all_months_are_closed_nothing_is_revised(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync(status: "SETTING");
        await company.InformAsync(cycle, company.Root);
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var deviation = await RaiseAsync(company.Member, id);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2020" }, "cycle { id }");
        await RefuseAsync(company.TeamLeader, "requestTargetRevision", Request(id, deviation, "60", null), "PERIOD_CLOSED", "effectiveFrom");
        await company.Hr.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = "2020-12", reason = "补" }, "cycle { id }");
        (await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(id, deviation, "130", null), "targetRevision { effectiveFrom }")).Text("effectiveFrom").ShouldBe("2020-12");
    }

    /// <summary>One month of a least or greatest value would decide the whole, so that all are revised; not those that are closed.</summary>
    [Theory, OnEachDatabase]
    public async Task Closed_months_keep_their_target(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = await DraftAsync(line, await company.MeasureOfAsync("MAX"), "60");
        var deviation = await RaiseAsync(company.Member, id);
        var revision = await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(id, deviation, "30"), "targetRevision { id newPhasing { value } }");
        revision.Strings("newPhasing.*.value").Distinct().ShouldBe(["30"]);
        await company.TeamLeader.ChangeAsync("withdrawTargetRevision", Reason(revision.Id()), "targetRevision { id }");
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-01" }, "cycle { id }");
        await RefuseAsync(company.TeamLeader, "requestTargetRevision", Request(id, deviation, "30"), "PERIOD_CLOSED", "effectiveFrom");
        var fine = await company.TeamLeader.RefusedAsync("requestTargetRevision", Request(id, deviation, "30.001"));
        (fine.Field, fine.Message).ShouldBe(("newTarget", "The measure has 2 digits after the point."));
        var asItIs = Deviating.Merged(Request(line.Mine, await RaiseAsync(company.Member, line.Mine), "30", "2026-01"), new { phasing = new[] { new { period = "2026-01", value = "5" }, new { period = "2026-02", value = "25" } } });
        await RefuseAsync(company.TeamLeader, "requestTargetRevision", asItIs, "PERIOD_CLOSED", "effectiveFrom");
    }

    /// <summary>Months are closed in any order, and a greatest value changes those before it takes effect too.</summary>
    [Theory, OnEachDatabase]
    public async Task What_was_closed_since_it_was_asked_for_is_not_rewritten(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var greatest = await DraftAsync(line, await company.MeasureOfAsync("MAX"), "60");
        var (_, ofAll) = await RequestedAsync(line, "30", greatest);
        var (_, ofLater) = await RequestedAsync(line, "40");
        var (_, givingUp) = await RequestedAsync(line, null, line.Colleagues, company.Colleague);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-01" }, "cycle { id }");
        await RefuseAsync(company.DepartmentLeader, "decideTargetRevision", Decision(ofAll), "PERIOD_CLOSED");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", Decision(ofLater), "targetRevision { id }");
        (await MayAsync(company.DepartmentLeader, line.Mine)).ShouldBe(["UNDO"]);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-05" }, "cycle { id }");
        (await MayAsync(company.DepartmentLeader, line.Mine)).ShouldBeEmpty();
        await RefuseAsync(company.DepartmentLeader, "undoTargetRevision", Reason(ofLater), "PERIOD_CLOSED");
        await RefuseAsync(company.DepartmentLeader, "decideTargetRevision", Decision(givingUp), "PERIOD_CLOSED");
        (await company.Member.ObjectiveAsync(greatest, "target")).Text("target").ShouldBe("60");
    }

    [Theory, OnEachDatabase]
    public async Task The_new_target_is_one_that_the_measure_has(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var within = await company.Executive.DraftAsync(company.Draft(line.Cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId, MeasureId = company.StockDays, Target = "30", LowerBound = "20" });
        var milestone = await DraftAsync(line, company.Milestone, "80");
        foreach (var (id, target) in new[] { (within, "19"), (milestone, "101"), (milestone, "-1") })
            await RefuseAsync(company.TeamLeader, "requestTargetRevision", Request(id, await RaiseAsync(company.Member, id), target), "INVALID", "newTarget");
        await RefuseAsync(
            company.TeamLeader, "requestTargetRevision", Deviating.Merged(Request(line.Mine, await RaiseAsync(company.Member, line.Mine), null), new { phasing = new[] { new { period = "2026-03", value = "5" } } }), "INVALID", "phasing");
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_who_ask_at_once_one_does(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        for (var round = 0; round < 4; round++)
        {
            var deviation = await RaiseAsync(company.Member, line.Mine);
            Api[] all = [company.TeamLeader, company.DepartmentLeader, company.DivisionLeader, company.Executive, company.SecondExecutive];
            var replies = await Task.WhenAll(all.Select(by => by.MutateAsync("requestTargetRevision", Request(line.Mine, deviation, "30"), "targetRevision { id }")));
            var asked = replies.Index().Where(r => r.Item.UserErrors.Count == 0).ShouldHaveSingleItem();
            replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "DUPLICATE");
            await all[asked.Index].ChangeAsync("withdrawTargetRevision", Reason(asked.Item.Data.Text("requestTargetRevision.targetRevision.id")!), "targetRevision { id }");
        }
    }

    private static Dictionary<string, object?> Request(string objectiveId, string deviationId, string? newTarget, string? effectiveFrom = "2026-03")
        => Deviating.Merged(new { objectiveId, deviationId, externalCause = "商场停业装修", evidence = "停业通知", newTarget, effectiveFrom }, null);

    private static object Decision(string revisionId, bool approve = true) => new { revisionId, approve, reason = "同意" };

    private static object Reason(string revisionId) => new { revisionId, reason = "情况变化" };

    private static async Task<string> RaiseAsync(Api by, string objective)
        => (await by.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description = "商场停业", externalCause = true }, "deviation { id }")).Id();

    private static Task<string> DraftAsync(Deviating.Line line, string measure, string target)
        => line.Company.Executive.DraftAsync(line.Company.Draft(line.Cycle) with { Level = "PERSONAL", OwnerId = line.Company.Member.PersonId, MeasureId = measure, Target = target });

    private static async Task RefuseAsync(Api by, string mutation, object input, string code, string field = "revisionId")
    {
        var error = await by.RefusedAsync(mutation, input);
        (error.Code, error.Field).ShouldBe((code, field), error.Message);
    }

    private static async Task<bool> ReadsAsync(Api who, string id) => (await who.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind == JsonValueKind.Object;

    private static async Task<IReadOnlyList<string?>> MayAsync(Api who, string objective) => (await who.ObjectiveAsync(objective, "revisions { viewerMay }")).Strings("revisions.0.viewerMay");

    private async Task<(Deviating.Line Line, string Revision)> RequestedAsync(DatabaseKind database, string? target) => await RequestedAsync(await LineAsync(database), target);

    /// <summary>By the team's leader, of the member's objective, unless said otherwise.</summary>
    private static async Task<(Deviating.Line Line, string Revision)> RequestedAsync(Deviating.Line line, string? target, string? objective = null, Api? owner = null, Api? by = null)
    {
        var id = objective ?? line.Mine;
        var deviation = await RaiseAsync(owner ?? line.Company.Member, id);
        return (line, (await (by ?? line.Company.TeamLeader).ChangeAsync("requestTargetRevision", Request(id, deviation, target), "targetRevision { id }")).Id());
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database) => await (await installations.OnAsync(database)).LineAsync();
}
