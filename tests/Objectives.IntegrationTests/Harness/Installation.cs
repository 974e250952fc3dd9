using System.Net.Http.Json;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Hosting;
using Objectives.IntegrationTests.Databases;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Time;

namespace Objectives.IntegrationTests.Harness;

/// <summary>The real program, started in this process on a free port and a database of its own.</summary>
public sealed partial class Installation : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _ownDatabase;

    private Installation(WebApplication app, TestDatabase? ownDatabase, TestDatabase database, SqlRecorder sql, MovableClock clock, ProgramLog log)
    {
        (_app, _ownDatabase, Database, Sql, SystemClock, Log) = (app, ownDatabase, database, sql, clock, log);
        Http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public TestDatabase Database { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public SqlRecorder Sql { get; }

    /// <summary>By which sessions, retries and timeouts run out.</summary>
    public MovableClock SystemClock { get; }

    /// <summary>By which business rules go.</summary>
    public BusinessClock BusinessClock => Services.GetRequiredService<BusinessClock>();

    public ProgramLog Log { get; }

    /// <summary>Nobody, in English.</summary>
    public Api Anonymous => new(this, null, string.Empty);

    private string TokenFile => Path.Combine(Database.Folder, "setup-token");

    /// <param name="database">Shared with another program; left out, it gets one of its own.</param>
    /// <param name="services">Registered last, so that what a test brings takes the program's place.</param>
    /// <param name="args">More command-line arguments, such as --demo.</param>
    public static async Task<Installation> StartAsync(DatabaseKind kind, TestDatabase? database = null, Action<IServiceCollection>? services = null, params string[] args)
    {
        var own = database is null ? await TestDatabase.CreateAsync(kind) : null;
        database ??= own!;
        var (sql, clock, log) = (new SqlRecorder(), new MovableClock(), new ProgramLog());
        // How long a request takes is measured elsewhere: on a busy machine it must not decide a test.
        string[] all = ["--urls", "http://127.0.0.1:0", "--GraphQL:Timeout=00:01:00", .. database.Arguments, .. args];
        if (kind != DatabaseKind.Sqlite)
            (await ObjectivesProgram.RunAsync(["migrate", .. all])).ShouldBe(0);
        var app = ObjectivesProgram.Build(all, registered =>
        {
            registered.AddSingleton<IInterceptor>(sql);
            if (kind == DatabaseKind.Sqlite)
                registered.AddSingleton<IInterceptor>(SqlServerMirror.Instance);
            registered.AddSingleton<IStartupFilter>(sql);
            registered.AddSingleton<TimeProvider>(clock);
            registered.RemoveAll<ILoggerFactory>();
            registered.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log]));
            services?.Invoke(registered);
        });
        try
        {
            await ObjectivesProgram.StartAsync(app);
        }
        catch (Exception)
        {
            await app.DisposeAsync();
            if (own is not null)
                await own.DisposeAsync();
            throw;
        }
        return new(app, own, database, sql, clock, log);
    }

    public Task<string> SetUpTokenAsync() => File.ReadAllTextAsync(TokenFile);

    /// <summary>Claims the empty installation for its first administrator.</summary>
    public async Task<Api> SetUpAsync(string employeeNumber = "E0004")
    {
        var input = new
        {
            token = await SetUpTokenAsync(),
            company = "华辰电器",
            timeZone = "Asia/Shanghai",
            currency = "CNY",
            employeeNumber,
            name = "管理员",
            email = "admin@example.com",
            password = "correct horse battery",
        };
        using var response = await Http.PostAsJsonAsync("/auth/setup", input);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        var token = System.Text.Json.JsonElement.Parse(text).GetProperty("token").GetString();
        var me = await new Api(this, token, string.Empty).GetAsync("/auth/me");
        return new(this, token, me.Json.GetProperty("id").GetString()!);
    }

    /// <summary>A session of a person, as if some means of sign-in had recognised him.</summary>
    public async Task<Api> SignInAsync(string personId)
    {
        GlobalId.TryDecode(personId, out _, out var id).ShouldBeTrue();
        await using var scope = Services.CreateAsyncScope();
        return new(this, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new OpenSession(new(id))), personId);
    }

    /// <summary>Changes rows behind the program's back. A table is written <c>{planning.objectives}</c>, a value as a parameter.</summary>
    public async Task<int> ExecuteSqlAsync(string sql, params object[] values)
    {
        var tables = TableName().Replace(sql, Database.Kind == DatabaseKind.Sqlite ? "${schema}_${table}" : "${schema}.${table}");
        return await WithDbAsync(db => db.Database.ExecuteSqlRawAsync(tables, values));
    }

    /// <summary>Reads what no answer shows.</summary>
    public async Task<T> WithDbAsync<T>(Func<PlatformDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>The steps by which SQLite answers a statement, whatever its parameters are.</summary>
    public Task<IReadOnlyList<string>> PlanAsync(string statement) => WithDbAsync<IReadOnlyList<string>>(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var explain = db.Database.GetDbConnection().CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {Regex.Replace(statement, "@\\w+", "'?'", RegexOptions.NonBacktracking)}";
        await using var steps = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await steps.ReadAsync())
            plan.Add(steps.GetString(steps.GetOrdinal("detail")));
        return plan;
    });

    /// <summary>For states that need what is not built yet.</summary>
    public async Task SetStatusAsync(string objectiveId, string status)
    {
        GlobalId.TryDecode(objectiveId, out _, out var id).ShouldBeTrue();
        (await ExecuteSqlAsync("UPDATE {planning.objectives} SET status = {0} WHERE id = {1}", status, id)).ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownDatabase is not null)
            await _ownDatabase.DisposeAsync();
    }

    [GeneratedRegex(@"\{(?<schema>[a-z_]+)\.(?<table>[a-z_]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableName();
}
