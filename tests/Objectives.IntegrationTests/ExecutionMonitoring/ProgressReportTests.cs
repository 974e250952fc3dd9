using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>The owner reviews himself first; then whoever leads him follows up.</summary>
[Trait("Clause", "S4.6")]
public sealed class ProgressReportTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task The_owner_reviews_himself_and_records_the_months_value_with_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, id) = await company.ControlledAsync();
        var point = await company.Member.PointAsync(id, 1);
        var report = await company.Member.ChangeAsync(
            "reportProgress",
            new { controlPointId = point, selfReview = " 完成九单，\n旺季前补足 ", confidence = 4, difficulties = "人手紧", supportNeeded = " ", minutesSpent = 15, actualValue = "9" },
            $"progressReport {{ {Controlling.Report} }}");
        (report.Text("selfReview"), report.Number("confidence"), report.Text("difficulties"), report.Text("supportNeeded"), report.Number("minutesSpent"), report.Text("by.employeeNumber"), report.Text("controlPoint.id"), report.Text("controlPoint.status"))
            .ShouldBe(("完成九单，\n旺季前补足", 4, "人手紧", null, 15, "E0112", point, "REPORTED"));
        report.GetProperty("followUp").ValueKind.ShouldBe(JsonValueKind.Null);
        var objective = await company.TeamLeader.ObjectiveAsync(id, "actuals { period value source reportedBy { employeeNumber } } progress { actualToDate }");
        (objective.Text("actuals.0.period"), objective.Text("actuals.0.value"), objective.Text("actuals.0.source"), objective.Text("actuals.0.reportedBy.employeeNumber"), objective.Text("progress.actualToDate"))
            .ShouldBe(("2026-01", "9", "REPORT", "E0112", "9"));

        await RefusedAsync(company.Member, Controlling.Review(point), "DUPLICATE", "controlPointId");
        await company.Member.ReportAsync(id, 2, 7);
        await RefusedAsync(company.Member, Controlling.Review(await company.Member.PointAsync(id, 2), "8"), "DUPLICATE", "actualValue");
        (await company.Member.PointsAsync(id))[1].Text("status").ShouldNotBe("REPORTED");
        await company.Member.ReviewedAsync(id, 2);
        await RefusedAsync(company.Member, Controlling.Review(await company.Member.PointAsync(id, 3), "8.001"), "INVALID", "actualValue");
        await RefusedAsync(company.Member, new { controlPointId = await company.Member.PointAsync(id, 3), selfReview = "好", confidence = 3, numerator = "1" }, "INVALID", "numerator");
        await RefusedAsync(company.Member, Controlling.Review(await company.Member.PointAsync(id, 3), null, " "), "REQUIRED", "selfReview");
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on ProgressReport { id controlPoint { id } } } }", new { id = report.Id() })).Text("node.controlPoint.id").ShouldBe(point);
    }

    [Theory, OnEachDatabase]
    public async Task Of_a_ratio_he_reports_what_it_is_made_of(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle) with { MeasureId = await company.MeasureOfAsync("RATIO"), Target = "95" });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var point = await company.TeamLeader.PointAsync(id, 1);
        await RefusedAsync(company.TeamLeader, Controlling.Review(point, "95"), "INVALID", "actualValue");
        await RefusedAsync(company.TeamLeader, new { controlPointId = point, selfReview = "好", confidence = 3, numerator = "38" }, "REQUIRED", "denominator");
        await company.TeamLeader.ChangeAsync("reportProgress", new { controlPointId = point, selfReview = "好", confidence = 3, numerator = "38", denominator = "40" }, "progressReport { id }");
        (await company.TeamLeader.ObjectiveAsync(id, "actuals { value }")).Text("actuals.0.value").ShouldBe("95");
        await company.TeamLeader.ChangeAsync("recordActuals", new { actuals = new[] { new { objectiveId = id, period = "2026-02", numerator = "1", denominator = "2" } } }, "actuals { id }");
        await RefusedAsync(company.TeamLeader, new { controlPointId = await company.TeamLeader.PointAsync(id, 2), selfReview = "好", confidence = 3, numerator = "38", denominator = "40" }, "DUPLICATE", "numerator");
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_reports_for_him_nor_for_a_month_that_is_closed_or_has_not_begun(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        var point = await company.Member.PointAsync(id, 1);
        foreach (var other in new[] { company.TeamLeader, company.Colleague, company.Executive, company.Hr, company.Auditor })
            (await other.MutateAsync("reportProgress", Controlling.Review(point), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        await RefusedAsync(company.Stranger, Controlling.Review(point), "NOT_FOUND", "controlPointId");

        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2026-01" }, "cycle { id }");
        await RefusedAsync(company.Member, Controlling.Review(point, "9"), "PERIOD_CLOSED", "controlPointId");
        await RefusedAsync(company.Member, Controlling.Review(point), "PERIOD_CLOSED", "controlPointId");
        var december = await company.Member.PointAsync(id, 12);
        await RefusedAsync(company.Member, Controlling.Review(december), "FORBIDDEN_BY_STATE", "controlPointId");
        await company.Executive.ChangeAsync("withdrawObjective", new { id, reason = "不做了" }, "objective { id }");
        await RefusedAsync(company.Member, Controlling.Review(december), "FORBIDDEN_BY_STATE", "controlPointId");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task Whoever_leads_him_follows_up_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, id) = await company.ControlledAsync();
        var report = await company.Member.ReviewedAsync(id, 1);
        (await company.Member.RefusedAsync("followUp", Controlling.Answer(report))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE"), e => e.Field.ShouldBe("progressReportId"));
        (await company.Colleague.MutateAsync("followUp", Controlling.Answer(report), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("followUp", Controlling.Answer(report), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("followUp", Controlling.Answer(report))).Code.ShouldBe("NOT_FOUND");
        (await company.TeamLeader.RefusedAsync("followUp", new { progressReportId = report, guidance = " " })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("guidance"));

        var followed = await company.TeamLeader.ChangeAsync("followUp", new { progressReportId = report, guidance = " 继续保持 " }, $"progressReport {{ {Controlling.Report} }}");
        (followed.Text("followUp.guidance"), followed.Text("followUp.by.employeeNumber"), followed.At("followUp.withinPolicy").GetBoolean(), followed.Text("controlPoint.status")).ShouldBe(("继续保持", "E0111", true, "REVIEWED"));
        (await company.DepartmentLeader.RefusedAsync("followUp", Controlling.Answer(report))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CONFLICT"), e => e.Field.ShouldBe("progressReportId"));
        await company.DepartmentLeader.ChangeAsync("followUp", Controlling.Answer(await company.Member.ReviewedAsync(id, 2)), "progressReport { id }");
        await company.Executive.ChangeAsync("followUp", Controlling.Answer(await company.Member.ReviewedAsync(id, 3)), "progressReport { id }");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task A_follow_up_after_the_policys_working_days_says_so(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (_, id) = await company.ControlledAsync();
        var (first, second) = (await company.Member.ReviewedAsync(id, 1), await company.Member.ReviewedAsync(id, 2));
        async Task<bool> AnswerAsync(string report) => (await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { followUp { withinPolicy } }")).At("followUp.withinPolicy").GetBoolean();
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        (await AnswerAsync(first)).ShouldBeTrue();
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(8));
        (await AnswerAsync(second)).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_at_once_one_is_taken(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, id) = await company.ControlledAsync();
        var (first, second) = (await company.Member.PointAsync(id, 1), await company.Member.PointAsync(id, 2));
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => company.Member.MutateAsync("reportProgress", Controlling.Review(first, "5"), "progressReport { id }")));
        reports.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        reports.Where(r => r.UserErrors.Count > 0).ShouldAllBe(r => r.UserErrors[0].Code == "DUPLICATE" && r.UserErrors[0].Field == "controlPointId");
        (await company.Member.ObjectiveAsync(id, "actuals { id }")).At("actuals").GetArrayLength().ShouldBe(1);

        var report = reports.Single(r => r.UserErrors.Count == 0).Data.Text("reportProgress.progressReport.id")!;
        var answers = await Task.WhenAll(new[] { company.TeamLeader, company.DepartmentLeader, company.Executive, company.TeamLeader }.Select(by => by.MutateAsync("followUp", Controlling.Answer(report), string.Empty)));
        answers.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        answers.Where(r => r.UserErrors.Count > 0).ShouldAllBe(r => r.UserErrors[0].Code == "CONFLICT");

        var entries = new { actuals = new[] { new { objectiveId = id, period = "2026-02", value = "6" } } };
        var both = await Task.WhenAll(company.Member.MutateAsync("reportProgress", Controlling.Review(second, "7"), string.Empty), company.TeamLeader.MutateAsync("recordActuals", entries, string.Empty));
        both.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        both.Single(r => r.UserErrors.Count > 0).UserErrors[0].Code.ShouldBe("DUPLICATE");
    }

    [Theory, OnEachDatabase]
    public async Task A_units_report_is_for_the_unit_and_those_above_it_alone(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle));
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var report = await company.TeamLeader.ReviewedAsync(id, 1);
        foreach (var (who, reads) in new[] { (company.Member, true), (company.DepartmentLeader, true), (company.Hr, true), (company.Auditor, true), (company.Stranger, false) })
        {
            var point = (await who.PointsAsync(id))[0];
            (point.Text("status"), point.GetProperty("report").ValueKind == JsonValueKind.Object).ShouldBe(("REPORTED", reads));
            ((await who.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = report })).At("node").ValueKind == JsonValueKind.Object).ShouldBe(reads);
        }
        (await company.Stranger.RefusedAsync("followUp", Controlling.Answer(report))).Code.ShouldBe("NOT_FOUND");
    }

    private static async Task RefusedAsync(Api by, object review, string code, string field)
    {
        foreach (var one in new[] { by, by.InChinese })
            (await one.RefusedAsync("reportProgress", review)).ShouldSatisfyAllConditions(e => (e.Code, e.Field).ShouldBe((code, field)), e => Languages.IsChinese(e.Message).ShouldBe(one.Language != "en"));
    }
}
