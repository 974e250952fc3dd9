using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What was reached of objectives is recorded once, corrected openly and never changed.</summary>
[Trait("Clause", "S7.3")]
public sealed class ActualTests(Installations installations)
{
    private const string Whole = "id period value numerator denominator source note evidenceUrl correctionReason reportedBy { employeeNumber } objective { id } corrects { id value } correctedBy { id value }";

    [Theory, OnEachDatabase]
    public async Task A_member_records_what_he_reached_and_it_stays_as_he_wrote_it(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        var recorded = await company.Member.ChangeAsync(
            "recordActuals",
            new { actuals = new object[] { new { objectiveId = id, period = "2026-01", value = "10.25", note = " 春节 ", evidenceUrl = "https://example.com/a" }, new { objectiveId = id, period = "2026-02", value = "-3" } } },
            $"actuals {{ {Whole} }}");
        recorded.GetArrayLength().ShouldBe(2);
        var first = recorded.At("0");
        (first.Text("period"), first.Text("value"), first.Text("source"), first.Text("note"), first.Text("evidenceUrl"), first.Text("reportedBy.employeeNumber"), first.Text("objective.id"))
            .ShouldBe(("2026-01", "10.25", "REPORT", "春节", "https://example.com/a", "E0112", id));
        (await company.TeamLeader.ObjectiveAsync(id, "actuals { period value }")).Strings("actuals.*.value").ShouldBe(["10.25", "-3"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_correction_names_what_it_corrects_and_why_and_both_stay_readable(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        var first = (await RecordAsync(company.Member, id, ("2026-01", "10"))).Single();
        var corrected = await company.TeamLeader.ChangeAsync("correctActual", new { actualId = first, value = "12", reason = "漏记两单" }, $"actual {{ {Whole} }}");
        (corrected.Text("period"), corrected.Text("value"), corrected.Text("corrects.id"), corrected.Text("correctionReason"), corrected.Text("reportedBy.employeeNumber")).ShouldBe(("2026-01", "12", first, "漏记两单", "E0111"));
        var actuals = (await company.Member.ObjectiveAsync(id, $"actuals {{ {Whole} }}")).At("actuals");
        actuals.EnumerateArray().Select(a => a.Text("value")).ShouldBe(["10", "12"]);
        actuals.Text("0.correctedBy.value").ShouldBe("12");

        var again = (await company.Member.MutateAsync("correctActual", new { actualId = first, value = "13", reason = "再改" }, string.Empty)).UserErrors.Single();
        (again.Code, again.Field).ShouldBe(("CONFLICT", "actualId"));
        (await company.Member.RefusedAsync("correctActual", new { actualId = corrected.Id(), value = "13", reason = " " })).Field.ShouldBe("reason");
    }

    [Theory, OnEachDatabase]
    public async Task Of_a_period_there_is_one_entry(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        await RecordAsync(company.Member, id, ("2026-01", "10"));
        var again = await company.Member.RefusedAsync("recordActuals", Entries((id, "2026-01", "11")));
        (again.Code, again.Field).ShouldBe(("DUPLICATE", "actuals.0.period"));
        (await company.Member.RefusedAsync("recordActuals", Entries((id, "2026-02", "1"), (id, "2026-02", "2")))).Field.ShouldBe("actuals.1.period");
        await RecordAsync(company.Member, id, ("2026-Q1", "40"));
        var raced = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => company.Member.MutateAsync("recordActuals", Entries((id, "2026-05", $"{i}")), "actuals { id }")));
        raced.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        raced.Where(r => r.UserErrors.Count > 0).ShouldAllBe(r => r.UserErrors[0].Code == "DUPLICATE");
    }

    [Theory, OnEachDatabase]
    public async Task All_are_written_or_none(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        var refused = (await company.Member.MutateAsync("recordActuals", Entries((id, "2026-01", "1"), ("nothing", "2026-01", "1"), (id, "2026-02", "1.234"), (id, "2027-01", "1"), (id, "2026-12", "1")), "actuals { id }")).UserErrors;
        refused.Select(e => (e.Code, e.Field)).ShouldBe([("NOT_FOUND", "actuals.1.objectiveId")], ignoreOrder: true);
        var wrong = (await company.Member.MutateAsync("recordActuals", Entries((id, "2026-01", "1"), (id, "2026-02", "1.234"), (id, "2027-01", "1"), (id, "2026-12", "1")), "actuals { id }")).UserErrors;
        wrong.Select(e => (e.Code, e.Field)).ShouldBe([("INVALID", "actuals.1.value"), ("INVALID", "actuals.2.period"), ("INVALID", "actuals.3.period")]);
        (await company.Member.ObjectiveAsync(id, "actuals { id }")).At("actuals").GetArrayLength().ShouldBe(0);
        (await company.Member.RefusedAsync("recordActuals", new { actuals = Array.Empty<object>() })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("actuals"));
        var many = Enumerable.Range(0, 1001).Select(_ => (id, "2026-01", "1")).ToArray();
        (await company.Member.RefusedAsync("recordActuals", Entries(many))).Code.ShouldBe("LIMIT_EXCEEDED");
    }

    [Theory, OnEachDatabase]
    public async Task A_ratio_is_recorded_by_what_it_is_made_of(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var ratio = await company.NewMeasureAsync(aggregation: "RATIO", decimals: 1);
        var id = await FollowedAsync(company, company.Draft(string.Empty) with { MeasureId = ratio, Target = "95" });
        var recorded = await company.TeamLeader.ChangeAsync("recordActuals", new { actuals = new[] { new { objectiveId = id, period = "2026-01", numerator = "38", denominator = "40" } } }, "actuals { value numerator denominator }");
        (recorded.Text("0.value"), recorded.Text("0.numerator"), recorded.Text("0.denominator")).ShouldBe(("95", "38", "40"));
        (await company.TeamLeader.RefusedAsync("recordActuals", Entries((id, "2026-02", "95")))).Field.ShouldBe("actuals.0.value");
        (await company.TeamLeader.RefusedAsync("recordActuals", new { actuals = new[] { new { objectiveId = id, period = "2026-02", numerator = "3", denominator = "0" } } })).Field.ShouldBe("actuals.0.denominator");
        (await company.TeamLeader.RefusedAsync("recordActuals", new { actuals = new[] { new { objectiveId = id, period = "2026-02", numerator = "3" } } })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("actuals.0.denominator"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_may_record_is_the_owner_and_those_above_while_the_cycle_is_carried_out(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        foreach (var (who, period) in new[] { (company.Member, "2026-01"), (company.TeamLeader, "2026-02"), (company.DivisionLeader, "2026-03"), (company.Executive, "2026-04") })
            await RecordAsync(who, id, (period, "1"));
        foreach (var (who, may) in new[] { (company.Member, true), (company.TeamLeader, true), (company.Executive, true), (company.Colleague, false), (company.Auditor, false) })
            (await who.ObjectiveAsync(id, "viewerMayReport")).At("viewerMayReport").GetBoolean().ShouldBe(may);
        (await company.Colleague.MutateAsync("recordActuals", Entries((id, "2026-05", "1")), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Auditor.MutateAsync("recordActuals", Entries((id, "2026-05", "1")), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("recordActuals", Entries((id, "2026-05", "1")))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("actuals.0.objectiveId"));

        var cycle = await company.OpenCycleOfAsync(2026);
        var early = await company.Executive.DraftAsync(company.Draft(cycle));
        (await company.TeamLeader.ObjectiveAsync(early, "viewerMayReport")).At("viewerMayReport").GetBoolean().ShouldBeFalse();
        (await company.TeamLeader.RefusedAsync("recordActuals", Entries((early, "2026-01", "1")))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("actuals.0.objectiveId"));
    }

    [Theory, OnEachDatabase]
    public async Task A_closed_month_takes_corrections_alone(DatabaseKind database)
    {
        var (company, id) = await FollowedAsync(database);
        var cycle = (await company.Member.ObjectiveAsync(id, "cycle { id }")).Text("cycle.id");
        var entry = (await RecordAsync(company.Member, id, ("2026-01", "10"))).Single();
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2026-Q1" }, "cycle { id }");
        foreach (var period in new[] { "2026-02", "2026-Q1", "2026" })
            (await company.Member.RefusedAsync("recordActuals", Entries((id, period, "1")))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("PERIOD_CLOSED"), e => e.Field.ShouldBe("actuals.0.period"));
        await RecordAsync(company.Member, id, ("2026-04", "1"));
        (await company.Member.ChangeAsync("correctActual", new { actualId = entry, value = "11", reason = "补记" }, "actual { value }")).Text("value").ShouldBe("11");
        await company.Hr.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = "2026-02", reason = "漏报" }, "cycle { id }");
        await RecordAsync(company.Member, id, ("2026-02", "1"));
    }

    private static object Entries(params (string Id, string Period, string Value)[] entries) => new { actuals = entries.Select(e => new { objectiveId = e.Id, period = e.Period, value = e.Value }) };

    private static async Task<IReadOnlyList<string?>> RecordAsync(Api by, string id, params (string Period, string Value)[] entries)
        => [.. (await by.ChangeAsync("recordActuals", Entries([.. entries.Select(e => (id, e.Period, e.Value))]), "actuals { id }")).EnumerateArray().Select(a => a.Text("id"))];

    private async Task<(Company Company, string Objective)> FollowedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        return (company, await FollowedAsync(company, company.Draft(string.Empty) with { Level = "PERSONAL", OwnerId = company.Member.PersonId }));
    }

    /// <summary>An objective of this year's cycle, which is carried out.</summary>
    private static async Task<string> FollowedAsync(Company company, Draft draft)
    {
        var cycle = await company.OpenCycleOfAsync(2026);
        await company.InformAsync(cycle, company.Root);
        await company.MoveCycleAsync(cycle, "SETTING");
        var id = await company.Executive.DraftAsync(draft with { CycleId = cycle });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        return id;
    }
}
