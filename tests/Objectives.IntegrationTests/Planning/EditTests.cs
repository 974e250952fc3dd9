using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class EditTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task What_is_left_out_stays_and_null_clears(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var draft = company.Draft(await company.OpenCycleAsync()) with { Description = "说明", Contribution = "一半", Baseline = "100", RegionId = company.Region, Important = true };
        var id = await company.TeamLeader.DraftAsync(draft);
        var edited = await company.TeamLeader.ChangeAsync(
            "editObjective", new { id, title = "新标题", baseline = (string?)null, regionId = (string?)null }, "objective { version title description contribution baseline target region { id } important rollUpWeight }");
        (edited.Number("version"), edited.Text("title"), edited.Text("description"), edited.Text("contribution"), edited.Text("baseline"), edited.Text("target"), edited.Text("rollUpWeight")).ShouldBe((2, "新标题", "说明", "一半", null, "120", "1"));
        edited.GetProperty("region").ValueKind.ShouldBe(JsonValueKind.Null);
        edited.GetProperty("important").GetBoolean().ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.TeamLeader.ChangeAsync("editObjective", new { id, expectedVersion = 1, title = "一" }, "objective { id }");
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("editObjective", new { id, expectedVersion = 1, title = "二" }), ("moveObjective", new { id, expectedVersion = 1 }), ("withdrawObjective", new { id, expectedVersion = 1, reason = "不再需要" }),
        })
        {
            var refused = await company.TeamLeader.RefusedAsync(mutation, input);
            (refused.Code, refused.Field).ShouldBe(("CONFLICT", "expectedVersion"));
            JsonElement.Parse(refused.Detail!).Number("version").ShouldBe(2);
        }
        var now = await company.TeamLeader.ObjectiveAsync(id, "version title status history { totalCount }");
        (now.Number("version"), now.Text("title"), now.Text("status"), now.Number("history.totalCount")).ShouldBe((2, "一", "DRAFT", 2));
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_edit_the_same_version_at_once_one_wins(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        for (var version = 1; version <= 10; version++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => company.TeamLeader.MutateAsync("editObjective", new { id, expectedVersion = version, title = $"第 {version} 版 {i}" }, "objective { version }")));
            replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "CONFLICT");
        }
        (await company.TeamLeader.ObjectiveAsync(id, "version")).Number("version").ShouldBe(11);
    }

    [Theory, OnEachDatabase]
    public async Task Without_an_expected_version_all_who_edit_at_once_are_done_one_after_the_other(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => company.TeamLeader.ChangeAsync("editObjective", new { id, title = $"标题 {i}" }, "objective { id }")));
        (await company.TeamLeader.ObjectiveAsync(id, "version history { totalCount }")).ShouldSatisfyAllConditions(o => o.Number("version").ShouldBe(5), o => o.Number("history.totalCount").ShouldBe(5));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_handed_only_to_people_and_units_below(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        (await company.TeamLeader.ChangeAsync("editObjective", new { id, ownerId = company.Colleague.PersonId }, "objective { owner { employeeNumber } }")).Text("owner.employeeNumber").ShouldBe("E0113");
        (await company.Colleague.RefusedAsync("editObjective", new { id, ownerId = company.Member.PersonId, unitId = company.OtherTeam })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("ownerId"));
        (await company.TeamLeader.RefusedAsync("editObjective", new { id, ownerId = (string?)null })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("ownerId"));
        (await company.TeamLeader.RefusedAsync("editObjective", new { id, target = (string?)null })).Field.ShouldBe("target");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.5")]
    public async Task What_is_committed_and_in_execution_is_measured_by_its_terms_until_they_are_revised(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("EXECUTION");
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = company.StockDays, Target = "30" });
        await company.Program.SetStatusAsync(id, "Committed");
        foreach (var (field, input) in new (string, object)[]
        {
            ("target", new { id, target = "25" }), ("baseline", new { id, baseline = "50" }), ("lowerBound", new { id, lowerBound = "5" }), ("measureId", new { id, measureId = company.Revenue }),
        })
        {
            var refused = await company.TeamLeader.RefusedAsync("editObjective", input);
            (refused.Code, refused.Field).ShouldBe(("FORBIDDEN_BY_STATE", field));
        }
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "改标题", target = "30" }, "objective { id }");
        (await company.Executive.RefusedAsync("withdrawObjective", new { id, reason = "不做了" })).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("id"), e => e.Message.ShouldContain("target revision"));
        await company.MoveCycleAsync(cycle, "SETTING");
        (await company.TeamLeader.ChangeAsync("editObjective", new { id, target = "25" }, "objective { target }")).Text("target").ShouldBe("25");
    }

    [Theory, OnEachDatabase]
    public async Task What_changes_nothing_leaves_the_version_that_others_have_read(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Title = "一" });
        (await company.TeamLeader.ChangeAsync("editObjective", new { id, expectedVersion = 1, title = "一" }, "objective { version }")).Number("version").ShouldBe(1);
        (await company.TeamLeader.ChangeAsync("editObjective", new { id, expectedVersion = 1, title = "二" }, "objective { version }")).Number("version").ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task What_has_ended_no_longer_changes(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("EXECUTION");
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var child = await company.TeamLeader.DraftAsync(company.Draft(cycle, parent));
        (await company.TeamLeader.RefusedAsync("withdrawObjective", new { id = parent, reason = "停止" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = child, reason = "停止" }, "objective { status history(first: 1) { nodes { reason action } } }"))
            .ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("WITHDRAWN"), o => o.Text("history.nodes.0.reason").ShouldBe("停止"));
        (await company.TeamLeader.RefusedAsync("editObjective", new { id = child, title = "再来" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.RefusedAsync("moveObjective", new { id = child })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.RefusedAsync("withdrawObjective", new { id = child, reason = "再停" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        (await company.TeamLeader.RefusedAsync("editObjective", new { id = parent, title = "迟了" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.ObjectiveAsync(parent, "childCount children { id } title")).ShouldSatisfyAllConditions(o => o.Number("childCount").ShouldBe(0), o => o.Text("title").ShouldBe("提高服务收入"));
    }
}
