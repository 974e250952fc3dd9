using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class MoveTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_move_takes_all_below_along_and_the_past_stays_readable(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (a, b) = (await company.TeamLeader.ChainAsync(company.Draft(cycle), 3), await company.TeamLeader.ChainAsync(company.Draft(cycle), 2));
        var before = await company.MomentAsync();
        var moved = await company.TeamLeader.ChangeAsync("moveObjective", new { id = a[1], expectedVersion = 1, newParentId = b[1] }, "objective { version parent { id } ancestors { id } children { id } }");
        (moved.Number("version"), moved.Text("parent.id")).ShouldBe((2, b[1]));
        moved.Strings("ancestors.*.id").ShouldBe(b);
        moved.Strings("children.*.id").ShouldBe([a[2]]);
        (await company.TeamLeader.ObjectiveAsync(a[2], "ancestors { id }")).Strings("ancestors.*.id").ShouldBe([.. b, a[1]]);
        (await company.TeamLeader.TreeAsync(cycle)).ShouldBe([(a[0], null), (b[0], null), (b[1], b[0]), (a[1], b[1]), (a[2], a[1])]);
        (await company.TeamLeader.TreeAsync(cycle, before)).ShouldBe([(a[0], null), (a[1], a[0]), (a[2], a[1]), (b[0], null), (b[1], b[0])]);
        (await company.TeamLeader.ObjectiveAsync(a[2], "ancestors { id } parent { id }", before)).Strings("ancestors.*.id").ShouldBe([a[0], a[1]]);

        await company.TeamLeader.ChangeAsync("moveObjective", new { id = a[1], newParentId = (string?)null }, "objective { id }");
        (await company.TeamLeader.TreeAsync(cycle)).ShouldBe([(a[0], null), (b[0], null), (b[1], b[0]), (a[1], null), (a[2], a[1])]);
        (await company.TeamLeader.TreeAsync(cycle, before)).ShouldBe([(a[0], null), (a[1], a[0]), (a[2], a[1]), (b[0], null), (b[1], b[0])]);
    }

    [Theory, OnEachDatabase]
    public async Task No_objective_stands_under_itself_in_another_cycle_or_under_what_is_withdrawn(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var chain = await company.TeamLeader.ChainAsync(company.Draft(cycle), 3);
        foreach (var below in chain)
        {
            var refused = await company.TeamLeader.RefusedAsync("moveObjective", new { id = chain[0], newParentId = below });
            (refused.Code, refused.Field).ShouldBe(("CYCLE_IN_TREE", "newParentId"));
        }
        var elsewhere = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        (await company.TeamLeader.RefusedAsync("moveObjective", new { id = chain[1], newParentId = elsewhere })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("newParentId"));
        var withdrawn = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = withdrawn, reason = "停止" }, "objective { id }");
        (await company.TeamLeader.RefusedAsync("moveObjective", new { id = chain[1], newParentId = withdrawn })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        (await company.TeamLeader.RefusedAsync("moveObjective", new { id = chain[1], newParentId = hidden })).Code.ShouldBe("NOT_FOUND");
        (await company.TeamLeader.TreeAsync(cycle)).ShouldBe([(chain[0], null), (chain[1], chain[0]), (chain[2], chain[1])]);
    }

    [Theory, OnEachDatabase]
    public async Task Where_it_stands_already_nothing_changes(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var chain = await company.TeamLeader.ChainAsync(company.Draft(await company.OpenCycleAsync()), 2);
        (await company.TeamLeader.ChangeAsync("moveObjective", new { id = chain[1], newParentId = chain[0] }, "objective { version }")).Number("version").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Two_moves_that_cross_never_close_a_circle(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (a, b) = (await company.TeamLeader.ChainAsync(company.Draft(cycle), 2), await company.TeamLeader.ChainAsync(company.Draft(cycle), 2));
        for (var round = 0; round < 40; round++)
        {
            var replies = await Task.WhenAll(
                company.TeamLeader.MutateAsync("moveObjective", new { id = a[0], newParentId = b[1] }, "objective { id }"),
                company.DepartmentLeader.MutateAsync("moveObjective", new { id = b[0], newParentId = a[1] }, "objective { id }"));
            replies.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            replies.SelectMany(r => r.UserErrors).Single().Code.ShouldBe("CYCLE_IN_TREE");
            (await company.TeamLeader.TreeAsync(cycle)).Count.ShouldBe(4);
            foreach (var top in (string[])[a[0], b[0]])
                await company.TeamLeader.ChangeAsync("moveObjective", new { id = top, newParentId = (string?)null }, "objective { id }");
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_edit_below_while_an_ancestor_moves_loses_neither(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (a, b) = (await company.TeamLeader.ChainAsync(company.Draft(cycle), 3), await company.TeamLeader.DraftAsync(company.Draft(cycle)));
        for (var round = 0; round < 25; round++)
        {
            var under = round % 2 == 0 ? b : null;
            var edits = Enumerable.Range(0, 3).Select(i => company.TeamLeader.ChangeAsync("editObjective", new { id = a[2], title = $"第 {round} 轮 {i}" }, "objective { id }"));
            await Task.WhenAll([.. edits, company.DepartmentLeader.ChangeAsync("moveObjective", new { id = a[0], newParentId = under }, "objective { id }")]);
            string?[] ancestors = under is null ? [a[0], a[1]] : [b, a[0], a[1]];
            (await company.TeamLeader.ObjectiveAsync(a[2], "ancestors { id }")).Strings("ancestors.*.id").ShouldBe(ancestors);
            (await company.TeamLeader.TreeAsync(cycle, await company.MomentAsync())).ShouldBe(await company.TeamLeader.TreeAsync(cycle));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_hundred_levels_work_and_the_next_is_refused(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var chain = await company.TeamLeader.ChainAsync(company.Draft(cycle), 100);
        (await company.TeamLeader.RefusedAsync("draftObjective", company.Draft(cycle, chain[^1]))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("LIMIT_EXCEEDED"), e => e.Field.ShouldBe("parentId"));
        (await company.TeamLeader.ObjectiveAsync(chain[^1], "ancestors { id }")).Strings("ancestors.*.id").ShouldBe(chain.SkipLast(1));
        (await company.TeamLeader.TreeAsync(cycle)).Select(n => n.Id).ShouldBe(chain);

        var pair = await company.TeamLeader.ChainAsync(company.Draft(cycle), 2);
        var refused = await company.TeamLeader.RefusedAsync("moveObjective", new { id = pair[0], newParentId = chain[98] });
        (refused.Code, refused.Field).ShouldBe(("LIMIT_EXCEEDED", "newParentId"));
        System.Text.Json.JsonElement.Parse(refused.Detail!).ShouldSatisfyAllConditions(d => d.Number("allowed").ShouldBe(100), d => d.Number("actual").ShouldBe(101));
        await company.TeamLeader.ChangeAsync("moveObjective", new { id = pair[0], newParentId = chain[97] }, "objective { id }");
        (await company.TeamLeader.ObjectiveAsync(pair[1], "ancestors { id }")).Strings("ancestors.*.id").Count.ShouldBe(99);
        await company.TeamLeader.ChangeAsync("moveObjective", new { id = chain[1], newParentId = (string?)null }, "objective { id }");
        (await company.TeamLeader.ObjectiveAsync(chain[^1], "ancestors { id }")).Strings("ancestors.*.id").ShouldBe(chain.Skip(1).SkipLast(1));
    }
}
