using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S7.6")]
public sealed class RebalanceTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task An_approved_revision_exempts_the_item_and_the_leader_confirms_new_weights(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ReachAsync(5, 9, 10);
        (await card.ReadAsync(company.Member)).Text("score").ShouldBe("77");
        var revision = await card.ExemptAsync(0);
        var exempt = await card.ReadAsync(company.Member);
        (exempt.Text("items.0.status"), exempt.Text("items.0.exemptedBy.id"), exempt.Text("score"), exempt.Text("totalWeight")).ShouldBe(("EXEMPT", revision, "95", "100"));
        var proposed = exempt.At("rebalances").EnumerateArray().ShouldHaveSingleItem();
        (proposed.Text("status"), proposed.Text("scoreBefore"), proposed.Text("scoreAfter"), proposed.Text("cause.id")).ShouldBe(("PROPOSED", "77", "95", revision));
        proposed.Strings("before.*.weight").ShouldBe(["40", "30", "30"]);
        proposed.Strings("after.*.weight").ShouldBe(["0", "50", "50"]);

        var id = proposed.Id();
        (await company.TeamLeader.MutateAsync("requestRebalance", new { rebalanceId = id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Member.MutateAsync("confirmRebalance", new { rebalanceId = id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("confirmRebalance", new { rebalanceId = id })).Code.ShouldBe("NOT_FOUND");
        await RefusedAsync("60.01", "39.99", "INVALID");
        await RefusedAsync("55", "44", "WEIGHTS_NOT_100");
        var requested = await company.Member.ChangeAsync("requestRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "60", "40") }, $"rebalance {{ {Carded.Rebalance} }}");
        (requested.Text("status"), requested.Text("scoreAfter"), requested.Text("requestedBy.employeeNumber")).ShouldBe(("REQUESTED", "94", "E0112"));
        (await card.ReadAsync(company.Member)).Strings("items.*.weight").ShouldBe(["40", "30", "30"]);
        var confirmed = await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = id }, $"rebalance {{ {Carded.Rebalance} }}");
        (confirmed.Text("status"), confirmed.Text("confirmedBy.employeeNumber")).ShouldBe(("CONFIRMED", "E0111"));
        var after = await card.ReadAsync(company.Member);
        after.Strings("items.*.weight").ShouldBe(["0", "60", "40"]);
        (after.Text("totalWeight"), after.Text("score")).ShouldBe(("100", "94"));
        (await company.TeamLeader.RefusedAsync("confirmRebalance", new { rebalanceId = id })).Code.ShouldBe("FORBIDDEN_BY_STATE");

        await card.UndoAsync(revision);
        var undone = await card.ReadAsync(company.Member);
        undone.Strings("items.*.weight").ShouldBe(["40", "30", "30"]);
        undone.Strings("items.*.status").ShouldAllBe(s => s == "ACTIVE");
        undone.Strings("rebalances.*.status").ShouldBe(["CONFIRMED", "CONFIRMED"]);

        async Task RefusedAsync(string second, string third, string code)
            => (await company.Member.RefusedAsync("requestRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, second, third) })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("weights"));
    }

    [Theory, OnEachDatabase]
    public async Task HR_decides_where_leader_and_member_do_not_agree(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ExemptAsync(0);
        var exempt = await card.ReadAsync(company.Member);
        var id = exempt.Text("rebalances.0.id")!;
        (await company.Hr.RefusedAsync("decideRebalance", new { rebalanceId = id, approve = true, reason = "定" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.Member.ChangeAsync("requestRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "60", "40") }, "rebalance { id }");
        (await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "45", "55") }, "rebalance { status }")).Text("status").ShouldBe("HR_DECISION");
        (await company.Member.RefusedAsync("requestRebalance", new { rebalanceId = id })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.MutateAsync("decideRebalance", new { rebalanceId = id, approve = true, reason = "定" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var decided = await company.Hr.ChangeAsync("decideRebalance", new { rebalanceId = id, approve = true, weights = Carded.Weights(exempt, null, "52.5", "47.5"), reason = "折中" }, $"rebalance {{ {Carded.Rebalance} }}");
        (decided.Text("status"), decided.Text("reason"), decided.Text("confirmedBy.employeeNumber")).ShouldBe(("CONFIRMED", "折中", "E0002"));
        (await card.ReadAsync(company.Member)).Strings("items.*.weight").ShouldBe(["0", "52.5", "47.5"]);
    }

    [Theory, OnEachDatabase]
    public async Task The_last_item_exempt_is_for_HR_and_leaves_no_score(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["100"]);
        var company = card.Company;
        await card.ReachAsync(9);
        await card.ExemptAsync(0);
        var exempt = await card.ReadAsync(company.Member);
        (exempt.Text("score"), exempt.Text("rebalances.0.status"), exempt.Text("rebalances.0.scoreBefore"), exempt.Text("rebalances.0.scoreAfter"), exempt.At("rebalances.0.after").GetArrayLength())
            .ShouldBe((null, "HR_DECISION", "90", null, 0));
        var id = exempt.Text("rebalances.0.id")!;
        (await company.Hr.RefusedAsync("decideRebalance", new { rebalanceId = id, approve = true, weights = Carded.Weights(exempt, "100"), reason = "定" })).Field.ShouldBe("weights");
        (await company.Hr.ChangeAsync("decideRebalance", new { rebalanceId = id, approve = true, reason = "本周期不评分" }, "rebalance { status scorecard { totalWeight score } }")).Text("scorecard.totalWeight").ShouldBe("100");
    }

    [Theory, OnEachDatabase]
    public async Task Two_revisions_at_once_both_hold(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        var first = await card.ExemptAsync(0);
        await card.ExemptAsync(1);
        var both = await card.ReadAsync(company.Member);
        both.Strings("rebalances.*.status").ShouldBe(["PROPOSED", "PROPOSED"]);
        both.At("rebalances").EnumerateArray().ShouldAllBe(r => r.Strings("after.*.weight").SequenceEqual(new[] { "0", "0", "100" }));
        await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = both.Text("rebalances.0.id") }, "rebalance { id }");
        var settled = await card.ReadAsync(company.Member);
        settled.Strings("items.*.weight").ShouldBe(["0", "0", "100"]);
        settled.Strings("rebalances.*.status").ShouldBe(["CONFIRMED", "CONFIRMED"]);
        await card.UndoAsync(first);
        var undone = await card.ReadAsync(company.Member);
        undone.Strings("items.*.status").ShouldBe(["ACTIVE", "EXEMPT", "ACTIVE"]);
        undone.Text("rebalances.2.status").ShouldBe("PROPOSED");
        undone.Strings("rebalances.2.after.*.weight").ShouldBe(["40", "0", "60"]);
        undone.Text("totalWeight").ShouldBe("100");
    }

    [Theory, OnEachDatabase]
    public async Task HRs_own_weights_settle_what_was_proposed(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ExemptAsync(0);
        (await company.Hr.RefusedAsync("setScorecard", card.Input("40", "30", "30"))).Field.ShouldBe("items.0.weight");
        var set = await card.SetAsync("0", "70", "30");
        set.Strings("items.*.weight").ShouldBe(["0", "70", "30"]);
        (set.Text("rebalances.0.status"), set.Text("rebalances.0.confirmedBy.employeeNumber")).ShouldBe(("CONFIRMED", "E0002"));
    }
}
