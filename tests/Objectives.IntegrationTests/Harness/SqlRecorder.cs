using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Objectives.IntegrationTests.Harness;

/// <summary>Keeps the statements that each recorded request sent to the database, in their order.</summary>
public sealed class SqlRecorder : DbCommandInterceptor, IStartupFilter
{
    /// <summary>A request that carries this header is recorded under the header's value.</summary>
    public const string Header = "X-Recorded-As";

    private readonly AsyncLocal<ConcurrentQueue<string>?> _current = new();
    private readonly AsyncLocal<Stop?> _stop = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _requests = [];
    private readonly ConcurrentDictionary<string, Stop> _stops = [];

    /// <summary>Holds the request that is recorded under a name before the first statement by which it reads from a table of a module, until it is let go on.</summary>
    public Stop StopBefore(string name, string module, string table) => _stops[name] = new(module, table);

    public IReadOnlyList<string> Take(string name) => _requests.TryRemove(name, out var statements) ? [.. statements] : [];

    /// <summary>What something that the test does itself sends.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> act)
    {
        var statements = new ConcurrentQueue<string>();
        _current.Value = statements;
        MovableClock.Hold();
        await act();
        MovableClock.GoOn();
        _current.Value = null;
        return [.. statements];
    }

    /// <summary>Does something that is held before the first statement by which it updates a table of a module, until it is let go on.</summary>
    public async Task HeldAsync(Func<Task> act, Stop stop)
    {
        _stop.Value = stop;
        await act();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, request) =>
        {
            if (http.Request.Headers[Header] is [{ } name])
            {
                _current.Value = _requests.GetOrAdd(name, _ => []);
                MovableClock.Hold();
                _stop.Value = _stops.TryRemove(name, out var stop) ? stop : null;
            }
            await request(http);
        });
        next(app);
    };

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Record(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        if (_stop.Value is { } stop)
            await stop.PassAsync(command.CommandText);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        if (_stop.Value is { } stop)
            await stop.PassAsync(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return new(result);
    }

    private void Record(DbCommand command) => _current.Value?.Enqueue(command.CommandText);

    public sealed class Stop(string module, string table, string verb = "FROM")
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void GoOn() => _free.TrySetResult();

        internal async Task PassAsync(string statement)
        {
            if (_reached.Task.IsCompleted || !Regex.IsMatch(statement, $@"{verb} \W?{module}[\W_]{{1,3}}{table}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
                return;
            _reached.SetResult();
            await _free.Task;
        }
    }
}
