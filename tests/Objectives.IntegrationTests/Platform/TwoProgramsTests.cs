using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Objectives.IntegrationTests.Databases;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Gateway.Hosting;
using Objectives.Platform.Data;
using Quartz;

namespace Objectives.IntegrationTests.Platform;

/// <summary>Programs that share a database server share its work.</summary>
public sealed class TwoProgramsTests
{
    private const string Missed = "Objectives.Contracts.ExecutionMonitoring.ControlPointMissed";

    /// <summary>
    /// Two processes owe the work of three weeks. The one that does it is held up in the last of it, after it has told what was missed and before it could say so, and killed there.
    /// </summary>
    [Fact(Skip = "No PostgreSQL server: OBJECTIVES_TEST_POSTGRES is not set.", SkipType = typeof(TwoProgramsTests), SkipUnless = nameof(HasPostgres))]
    public async Task When_one_is_killed_in_the_middle_the_other_ends_the_work_and_nothing_is_done_twice()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var (today, jobs) = await OwedAsync(database);
        await using var connection = await OpenAsync(database, "holder");
        await using var held = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, $"INSERT INTO platform.periodic_runs (job, period, at) VALUES ('checkControlPoints', '{today:yyyy-MM-dd}', now())");

        var programs = await Task.WhenAll(RunningProgram.StartAsync(Arguments(database, "first")), RunningProgram.StartAsync(Arguments(database, "second")));
        await using var first = programs[0];
        await using var second = programs[1];
        var working = await WorkingAsync(database);
        working.Count.ShouldBe(1, "one works, the other does not even try");
        var (killed, other) = working[0] == "first" ? (first, second) : (second, first);
        (await RunsAsync(database)).Count.ShouldBeGreaterThan(15 * jobs.Count, "it is in the middle");
        (await RunsAsync(database)).ShouldNotContain(("checkControlPoints", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        (await ToldAsync(database)).Count.ShouldBe(10);
        await killed.KillAsync();
        await held.RollbackAsync(TestContext.Current.CancellationToken);

        var owed = Enumerable.Range(-20, 21).SelectMany(n => jobs.Select(job => (job, today.AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).ToList();
        await UntilAsync(async () => !owed.Except(await RunsAsync(database)).Any(), other);
        (await RunsAsync(database)).Count(r => string.CompareOrdinal(r.Period, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) <= 0).ShouldBe(owed.Count);
        var told = await ToldAsync(database);
        told.Distinct().Count().ShouldBe(10);
        told.Count.ShouldBe(10, "each missed point was told once");
        other.IsRunning.ShouldBeTrue(other.Output);
        (await other.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Triggers_are_kept_in_memory_by_a_program_alone_and_in_the_database_by_several(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var scheduler = await program.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var store = await scheduler.GetMetadata(TestContext.Current.CancellationToken);
        store.JobStoreClustered.ShouldBe(database != DatabaseKind.Sqlite);
        store.JobStorePersistent.ShouldBe(database != DatabaseKind.Sqlite);
        (await ObjectivesProgram.RunAsync(["migrate", .. program.Database.Arguments])).ShouldBe(0, "what is there is left as it is");
    }

    [Fact]
    public void The_tables_of_triggers_are_T_SQL_on_SQL_Server()
    {
        SchedulerTables.StatementsFor(DatabaseKind.SqlServer).Count.ShouldBeGreaterThan(20);
        foreach (var statement in SchedulerTables.StatementsFor(DatabaseKind.SqlServer))
            TransactSql.Parse(statement).ShouldBeLessThan(3);
        SchedulerTables.StatementsFor(DatabaseKind.Sqlite).ShouldBeEmpty();
    }

    public static bool HasPostgres => TestDatabase.WhyNot(DatabaseKind.PostgreSql) is null;

    /// <summary>A company with ten control points that were missed, whose last day's work was done twenty days ago.</summary>
    private static async Task<(DateOnly Today, IReadOnlyList<string> Jobs)> OwedAsync(TestDatabase database)
    {
        var done = await DoneAsync(database);
        var today = DateOnly.Parse(done.Max(r => r.Period)!, CultureInfo.InvariantCulture);
        var jobs = done.Select(r => r.Job).Distinct().ToList();
        await using var connection = await OpenAsync(database, "owing");
        await ExecuteAsync(connection, "DELETE FROM monitoring.cycle_controls");
        await ExecuteAsync(connection, "UPDATE planning.objectives SET drafted_at = '2026-01-01T00:00:00Z'");
        await ExecuteAsync(connection, "UPDATE planning.cycles SET carried_out_from = '2026-01-01'");
        await ExecuteAsync(connection, "DELETE FROM platform.periodic_runs");
        foreach (var job in jobs)
            await ExecuteAsync(connection, $"INSERT INTO platform.periodic_runs (job, period, at) VALUES ('{job}', '{today.AddDays(-20):yyyy-MM-dd}', now())");
        return (today, jobs);
    }

    /// <summary>What a program has done on its first day; it has ended, since its own round may begin at any time.</summary>
    private static async Task<IReadOnlyList<PeriodicRun>> DoneAsync(TestDatabase database)
    {
        await using var program = await Installation.StartAsync(DatabaseKind.PostgreSql, database);
        program.SystemClock.Advance(TimeProvider.System.GetUtcNow() - program.SystemClock.GetUtcNow()); // As the processes' clocks go.
        var company = await Company.FoundAsync(program);
        var (cycle, objective) = await company.ControlledAsync();
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, reportGraceDays = 0 }, "cycle { id }");
        await program.Services.GetRequiredService<Objectives.Platform.Jobs.DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
        await company.DeliveredAsync(objective);
        return await program.WithDbAsync(db => db.PeriodicRuns.AsNoTracking().ToListAsync());
    }

    private static string[] Arguments(TestDatabase database, string name)
        => ["--data", Path.Combine(database.Folder, name), "--database", "postgres", "--connection", new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = name, MaxPoolSize = 20 }.ToString()];

    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase database, string name)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = name, Pooling = false }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100, S2077 // Of the test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100, S2077
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> ReadAsync(TestDatabase database, string sql)
    {
        await using var connection = await OpenAsync(database, "reader");
#pragma warning disable CA2100, S2077 // Of the test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100, S2077
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>Which programs wait for the row that is held.</summary>
    private static async Task<List<string>> WorkingAsync(TestDatabase database)
    {
        List<string> found = [];
        await UntilAsync(async () => (found = await ReadAsync(database, "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%periodic_runs%'")).Count > 0);
        return found;
    }

    private static async Task<List<(string Job, string Period)>> RunsAsync(TestDatabase database)
        => [.. (await ReadAsync(database, "SELECT job || ' ' || period FROM platform.periodic_runs")).Select(r => r.Split(' ')).Select(r => (r[0], r[1]))];

    /// <summary>The control points of which it was told that they were missed.</summary>
    private static Task<List<string>> ToldAsync(TestDatabase database)
        => ReadAsync(database, $"SELECT payload FROM platform.outbox_messages WHERE type = '{Missed}'");

    private static async Task UntilAsync(Func<Task<bool>> condition, RunningProgram? program = null)
    {
        while (!await condition())
        {
            (program?.IsRunning).ShouldNotBe(false, program?.Output);
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}
