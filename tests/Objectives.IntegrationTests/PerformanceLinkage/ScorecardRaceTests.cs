using System.Globalization;
using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>Whoever changes weights at the same moment leaves them at exactly 100.</summary>
[Trait("Clause", "S7.6")]
public sealed class ScorecardRaceTests(Installations installations)
{
    /// <summary><c>eng/bench race</c> asks for more.</summary>
    private static readonly int Pairs = int.Parse(Environment.GetEnvironmentVariable("OBJECTIVES_RACED_PAIRS") ?? "500", CultureInfo.InvariantCulture);

    [Theory, OnEachDatabase]
    public async Task Of_two_edits_at_once_both_are_whole(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["40", "30", "30"]);
        var company = card.Company;
        for (var i = 0; i < Pairs; i++)
        {
            var shift = 1 + (i % 20);
            string[][] edits = [Shifted(40 + shift, 30, 30 - shift), Shifted(40, 30 - shift, 30 + shift)];
            await Task.WhenAll(edits.Select(e => company.Hr.ChangeAsync("setScorecard", card.Input(e), "scorecard { id }")));
            var now = await card.ReadAsync(company.Hr);
            now.Text("totalWeight").ShouldBe("100");
            edits.ShouldContain(e => e.SequenceEqual(now.Strings("items.*.weight")), now.GetRawText());
        }
        var history = await card.Company.Hr.ReadAsync("query($id: ID!) { node(id: $id) { ... on Scorecard { version history { totalCount } } } }", new { id = card.Id });
        history.Number("node.version").ShouldBe(history.Number("node.history.totalCount"));
    }

    [Theory, OnEachDatabase]
    public async Task An_edit_and_the_activation_leave_100_in_force(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        for (var i = 0; i < 5; i++)
        {
            var card = await Carded.OnAsync(company, ["60", "40"], active: false);
            var replies = await Task.WhenAll(
                company.Hr.MutateAsync("setScorecard", card.Input("60", "39"), string.Empty), company.Hr.MutateAsync("activateScorecard", new { scorecardId = card.Id }, string.Empty));
            var now = await card.ReadAsync(company.Hr);
            replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "WEIGHTS_NOT_100");
            (now.Text("status"), now.Text("totalWeight")).ShouldBeOneOf(("ACTIVE", "100"), ("DRAFT", "99"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_edit_and_a_rebalance_leave_100(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["20", "20", "20", "20", "20"]);
        var company = card.Company;
        for (var i = 0; i < 3; i++)
        {
            await card.ExemptAsync(i);
            var pending = (await card.ReadAsync(company.Hr)).At("rebalances").EnumerateArray().Last().Id();
            var share = 100m / (4 - i);
            var edit = Enumerable.Range(0, 5).Select(n => n <= i ? 0 : n == 4 ? share + 1 : n == 3 ? share - 1 : share).ToList();
            edit[4] += 100 - edit.Sum();
            var replies = await Task.WhenAll(
                company.Hr.MutateAsync("setScorecard", card.Input(edit.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture))), string.Empty),
                company.TeamLeader.MutateAsync("confirmRebalance", new { rebalanceId = pending }, string.Empty));
            replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "FORBIDDEN_BY_STATE" || e.Code == "WEIGHTS_NOT_100");
            var now = await card.ReadAsync(company.Hr);
            now.Text("totalWeight").ShouldBe("100");
            now.Strings("items.*.weight").Take(i + 1).ShouldAllBe(w => w == "0");
            now.Strings("rebalances.*.status").ShouldAllBe(s => s == "CONFIRMED");
        }
    }

    private static string[] Shifted(params int[] weights) => [.. weights.Select(w => w.ToString(CultureInfo.InvariantCulture))];
}
