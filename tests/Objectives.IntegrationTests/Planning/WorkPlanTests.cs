using System.Text.Json;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>The work by which an objective is carried out.</summary>
[Trait("Clause", "S5.3")]
public sealed class WorkPlanTests(Installations installations)
{
    private const string Items = "workPlan { id version title owner { employeeNumber } start due done doneAt late viewerMayReport history(first: 1) { totalCount nodes { action reason } } }";

    [Theory, OnEachDatabase]
    public async Task Work_is_planned_changed_ticked_off_and_taken_out(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.Member.AddWorkItemAsync(id, "无期限", company.Member.PersonId);
        await company.Member.AddWorkItemAsync(id, "三月的事", company.Member.PersonId, "2027-03-01", "2027-03-31");
        var visit = await company.Member.AddWorkItemAsync(id, "走访客户", company.Colleague.PersonId, due: "2027-02-15");
        (await company.Member.ObjectiveAsync(id, Items)).Strings("workPlan.*.title").ShouldBe(["走访客户", "三月的事", "无期限"]);

        var changed = await company.TeamLeader.ChangeAsync(
            "saveWorkItem", new { id = visit, expectedVersion = 1, objectiveId = id, title = "走访重点客户", ownerId = company.Member.PersonId, start = "2027-02-01" }, $"objective {{ {Items} }}");
        changed.At("workPlan.0").ShouldSatisfyAllConditions(
            w => w.Text("title").ShouldBe("走访重点客户"), w => w.Text("owner.employeeNumber").ShouldBe("E0112"), w => (w.Text("start"), w.Text("due")).ShouldBe(("2027-02-01", "2027-02-15")),
            w => w.At("done").GetBoolean().ShouldBeFalse(), w => w.Number("version").ShouldBe(2), w => w.Number("history.totalCount").ShouldBe(2));
        changed = await company.TeamLeader.ChangeAsync(
            "saveWorkItem", new { id = visit, objectiveId = id, title = "走访重点客户", ownerId = company.Member.PersonId, start = (string?)null, due = (string?)null, done = true }, $"objective {{ {Items} }}");
        var done = changed.At("workPlan").EnumerateArray().Single(w => w.Id() == visit);
        (done.At("start").ValueKind, done.At("due").ValueKind, done.At("done").GetBoolean(), done.At("doneAt").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, true, JsonValueKind.String));
        (await company.Member.RefusedAsync("saveWorkItem", new { id = visit, expectedVersion = 2, objectiveId = id, title = "x", ownerId = company.Member.PersonId })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CONFLICT"), e => e.Field.ShouldBe("expectedVersion"));
        (await company.Member.RefusedAsync("reportWorkItem", new { workItemId = visit, expectedVersion = 2, done = false })).Code.ShouldBe("CONFLICT");
        (await company.Member.ChangeAsync("reportWorkItem", new { workItemId = visit, expectedVersion = 3, done = false }, "workItem { done doneAt version }")).ShouldSatisfyAllConditions(
            w => w.At("done").GetBoolean().ShouldBeFalse(), w => w.At("doneAt").ValueKind.ShouldBe(JsonValueKind.Null), w => w.Number("version").ShouldBe(4));

        (await company.Member.RemoveAsync(visit, "不再需要", 3)).UserErrors.Single().Code.ShouldBe("CONFLICT");
        (await company.Member.RemoveAsync(visit, "不再需要", 4)).Data.Text("remove.removedId").ShouldBe(visit);
        (await company.Member.ObjectiveAsync(id, Items)).Strings("workPlan.*.title").ShouldBe(["三月的事", "无期限"]);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = visit })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Member.RefusedAsync("saveWorkItem", new { id = visit, objectiveId = id, title = "x", ownerId = company.Member.PersonId })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("id"));
        (await company.Member.RefusedAsync("reportWorkItem", new { workItemId = visit, done = true })).Code.ShouldBe("NOT_FOUND");
        (await company.Member.RemoveAsync(visit)).UserErrors.Single().Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_owns_a_piece_of_work_says_that_it_is_done_and_changes_nothing_else(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var item = await company.TeamLeader.AddWorkItemAsync(id, "走访客户", company.Colleague.PersonId, due: "2027-02-15");
        await company.Colleague.ChangeAsync("reportWorkItem", new { workItemId = item, done = true }, "workItem { id }");
        await company.Colleague.ChangeAsync("saveWorkItem", new { id = item, objectiveId = id, title = "走访客户", ownerId = company.Colleague.PersonId, done = false }, "objective { id }");
        foreach (var change in new object[]
        {
            new { id = item, objectiveId = id, title = "少走访", ownerId = company.Colleague.PersonId }, new { id = item, objectiveId = id, title = "走访客户", ownerId = company.Member.PersonId },
            new { id = item, objectiveId = id, title = "走访客户", ownerId = company.Colleague.PersonId, due = "2027-03-15" }, new { objectiveId = id, title = "走访客户", ownerId = company.Colleague.PersonId },
        })
        {
            (await company.Colleague.MutateAsync("saveWorkItem", change, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        (await company.Colleague.RemoveAsync(item)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Auditor.MutateAsync("reportWorkItem", new { workItemId = item, done = true }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("reportWorkItem", new { workItemId = item, done = true }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var (viewer, may) in new[] { (company.Colleague, true), (company.Member, true), (company.TeamLeader, true), (company.Hr, false), (company.Auditor, false) })
            (await viewer.ObjectiveAsync(id, Items)).At("workPlan.0.viewerMayReport").GetBoolean().ShouldBe(may, viewer.PersonId);
    }

    [Theory, OnEachDatabase]
    public async Task A_work_item_that_does_not_fit_is_refused_and_changes_nothing(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var owner = company.Member.PersonId;
        foreach (var (input, code, field) in new (object, string, string)[]
        {
            (new { objectiveId = id, title = "\t", ownerId = owner }, "REQUIRED", "title"),
            (new { objectiveId = id, title = new string('长', 201), ownerId = owner }, "LIMIT_EXCEEDED", "title"),
            (new { objectiveId = id, title = "工作", ownerId = owner, start = "2027-03-02", due = "2027-03-01" }, "INVALID", "due"),
            (new { objectiveId = id, title = "工作", ownerId = owner, start = "2025-12-31" }, "INVALID", "start"),
            (new { objectiveId = id, title = "工作", ownerId = owner, due = "2029-01-01" }, "INVALID", "due"),
            (new { objectiveId = id, title = "工作", ownerId = GlobalId.Encode("Person", Guid.CreateVersion7()) }, "NOT_FOUND", "ownerId"),
            (new { id = GlobalId.Encode("WorkItem", Guid.CreateVersion7()), objectiveId = id, title = "工作", ownerId = owner }, "NOT_FOUND", "id"),
            (new { objectiveId = GlobalId.Encode("Objective", Guid.CreateVersion7()), title = "工作", ownerId = owner }, "NOT_FOUND", "objectiveId"),
        })
        {
            (await company.Member.RefusedAsync("saveWorkItem", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code, field), e => e.Field.ShouldBe(field));
        }
        (await company.Stranger.RefusedAsync("saveWorkItem", new { objectiveId = id, title = "工作", ownerId = owner })).Code.ShouldBe("NOT_FOUND");
        (await company.Member.ObjectiveAsync(id, Items)).At("workPlan").GetArrayLength().ShouldBe(0);
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id, reason = "停止" }, "objective { id }");
        (await company.Member.RefusedAsync("saveWorkItem", new { objectiveId = id, title = "工作", ownerId = owner })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task An_objective_has_at_most_five_hundred_work_items_also_when_two_add_at_once(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        foreach (var some in Enumerable.Range(0, 499).Chunk(8))
            await Task.WhenAll(some.Select(i => company.Member.ChangeAsync("saveWorkItem", new { objectiveId = id, title = $"工作 {i}", ownerId = company.Member.PersonId }, "objective { id }")));
        var last = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => company.Member.MutateAsync("saveWorkItem", new { objectiveId = id, title = $"末 {i}", ownerId = company.Member.PersonId }, "objective { id }")));
        last.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        last.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "LIMIT_EXCEEDED" && e.Field == "objectiveId");
    }

    private async Task<(Company Company, string Id)> DraftedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        return (company, await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync())));
    }
}
