using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Demo;

namespace Objectives.IntegrationTests.Demo;

/// <summary>What the fill leaves in a database is what commands would have left.</summary>
[Collection(DemoInstallations.Collection)]
public sealed class DemoFillTests(DemoInstallations demos, Installations installations)
{
    private static readonly string[] Aggregates =
    [
        "organization.companies", "organization.units", "organization.people", "organization.positions", "organization.regions", "organization.customers",
        "planning.cycles", "planning.measures", "planning.strategy_elements", "planning.objectives", "planning.comments", "planning.briefings", "planning.acknowledgements", "planning.projects", "planning.work_items", "planning.target_revisions",
        "monitoring.progress_reports", "monitoring.missed_control_points", "monitoring.deviations", "monitoring.office_meetings",
        "performance.scoring_rules", "performance.scorecards", "performance.appraisals", "performance.incentive_schemes", "performance.recognitions",
        "development.competencies", "development.courses", "development.assessments", "development.objective_needs", "development.readiness", "development.plans",
        "improvement.cases",
    ];

    [Theory, OnEachDatabase]
    public async Task Each_history_is_an_unbroken_chain_that_ends_in_its_row(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var histories = (await db.Changes.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).GroupBy(c => c.SubjectId).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Sequence).ToList());
        histories.Count.ShouldBeGreaterThan(4_000);
        foreach (var history in histories.Values)
        {
            string? before = null;
            foreach (var (entry, sequence) in history.Select((c, i) => (c, i + 1L)))
            {
                entry.Sequence.ShouldBe(sequence);
                entry.Hash.ShouldBe(History.HashOf(before, entry.SubjectType, entry.SubjectId, sequence, entry.At, entry.By?.Value, entry.Action, entry.Reason, entry.Before, entry.After));
                before = entry.Hash;
            }
        }
        foreach (var table in Aggregates)
        {
            var rows = await program.RowsAsync("id, version, change_hash", table, r => (Id: r.GetGuid(0), Version: r.GetInt64(1), ChangeHash: r.GetString(2)));
            rows.ShouldNotBeEmpty(table);
            foreach (var row in rows)
            {
                histories.Remove(row.Id, out var history).ShouldBeTrue(table);
                (history!.Count, history[^1].Hash).ShouldBe(((int)row.Version, row.ChangeHash), table);
            }
        }
        histories.Values.Select(h => h[0].SubjectType).Distinct().ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Versions_follow_each_other_without_a_gap_up_to_the_row(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var now = (await program.RowsAsync("id, version, state_from", "planning.objectives", r => (Id: r.GetGuid(0), Number: r.GetInt64(1), StateFrom: r.GetDateTime(2)))).ToDictionary(o => o.Id);
        var versions = (await program.RowsAsync(
            "objective_id, version, valid_from, valid_until",
            "planning.objective_versions",
            r => (ObjectiveId: r.GetGuid(0), Number: r.GetInt64(1), ValidFrom: r.GetDateTime(2), ValidUntil: r.IsDBNull(3) ? (DateTime?)null : r.GetDateTime(3)))).ToLookup(v => v.ObjectiveId);
        versions.Count.ShouldBe(now.Count);
        foreach (var past in versions.Select(g => g.OrderBy(v => v.Number).ToList()))
        {
            past[0].Number.ShouldBe(1);
            past.Zip(past.Skip(1)).ShouldAllBe(p => p.First.Number < p.Second.Number); // What is said and signed is a change of the objective, but not of what it says.
            past.Zip(past.Skip(1)).Where(p => p.First.ValidUntil != p.Second.ValidFrom || p.Second.ValidFrom <= p.First.ValidFrom).ShouldBeEmpty();
            past[^1].ValidUntil.ShouldBeNull();
            past[^1].Number.ShouldBeLessThanOrEqualTo(now[past[0].ObjectiveId].Number);
            past[^1].ValidFrom.ShouldBe(now[past[0].ObjectiveId].StateFrom);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_told_and_a_second_start_changes_nothing(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var filler = program.Services.GetRequiredService<DemoFiller>();
        (await filler.StateAsync(TestContext.Current.CancellationToken)).ShouldBe(DemoState.Done);
        (await program.CountAsync("platform.outbox_messages", "type LIKE '%UnitChanged' OR type LIKE '%PersonChanged'")).ShouldBe(0);
        var before = await program.CountAsync("organization.people");
        await filler.FillAsync(1, new Silence(), TestContext.Current.CancellationToken);
        (await program.CountAsync("organization.people")).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task A_database_in_use_is_not_filled(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var filler = company.Program.Services.GetRequiredService<DemoFiller>();
        (await filler.StateAsync(TestContext.Current.CancellationToken)).ShouldBe(DemoState.None);
        await Should.ThrowAsync<InvalidOperationException>(() => filler.FillAsync(1, new Silence(), TestContext.Current.CancellationToken));
        (await filler.StateAsync(TestContext.Current.CancellationToken)).ShouldBe(DemoState.None);
    }

    [Theory, OnEachDatabase]
    public async Task A_fill_that_was_cut_off_is_told_and_begun_anew_at_the_next_start(DatabaseKind database)
    {
        await using var own = await TestDatabase.CreateAsync(database);
        if (database != DatabaseKind.Sqlite)
            (await Gateway.Hosting.ObjectivesProgram.RunAsync(["migrate", .. own.Arguments])).ShouldBe(0);
        await using (var program = await Installation.StartAsync(database, own))
        {
            var filler = program.Services.GetRequiredService<DemoFiller>();
            using var cut = new CancellationTokenSource();
            await Should.ThrowAsync<OperationCanceledException>(() => filler.FillAsync(1, new Cut(cut, "objectives"), cut.Token));
            (await filler.StateAsync(TestContext.Current.CancellationToken)).ShouldBe(DemoState.Unfinished);
            await Should.ThrowAsync<InvalidOperationException>(() => filler.FillAsync(1, new Silence(), TestContext.Current.CancellationToken));
        }
        await using (var program = await Installation.StartAsync(database, own, args: "--demo"))
        {
            (await program.Services.GetRequiredService<DemoFiller>().StateAsync(TestContext.Current.CancellationToken)).ShouldBe(DemoState.Done);
            (await program.CountAsync("planning.cycles")).ShouldBe(3);
        }
    }

    private sealed class Silence : IDemoProgress
    {
        public void Report(string step, int done, int total)
        {
        }
    }

    /// <summary>Pulls the plug when a step begins.</summary>
    private sealed class Cut(CancellationTokenSource plug, string at) : IDemoProgress
    {
        public void Report(string step, int done, int total)
        {
            if (step.StartsWith(at, StringComparison.Ordinal))
                plug.Cancel();
        }
    }
}
