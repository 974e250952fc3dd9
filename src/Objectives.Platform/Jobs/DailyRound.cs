using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Objectives.Contracts.Organization;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Jobs;

/// <summary>A module's work of each business day. Found by its interface, as handlers are.</summary>
public interface IDailyWork
{
    /// <summary>What is done of it in transactions of its own, before the command that ends it; done again when the program stops in between, so it must not matter when it is.</summary>
    /// <param name="isToday">Whether it is the last of the days that are made up for.</param>
    Task PrepareAsync(bool isToday, CancellationToken cancellationToken) => Task.CompletedTask;

    IDailyCommand CommandFor(DateOnly day);
}

/// <summary>
/// Does what each business day asks for, in the company's time zone, each kind of work day after day from the last one done of it; so that neither a stopped program, nor a clock
/// that a demonstration moved, nor work that failed leaves a day out.
/// </summary>
public sealed partial class DailyRound(IServiceScopeFactory scopes, BusinessClock clock, ILogger<DailyRound> log) : IDisposable
{
    /// <summary>Days further back are not made up for.</summary>
    private const int MostDays = 400;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Returns how many pieces of work were done.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var (today, next) = await WhereAsync(cancellationToken);
            var done = 0;
            for (var day = next.Values.Append(today).Min(); day <= today; day = day.AddDays(1))
            {
                foreach (var (job, type) in await OpenAsync(day, cancellationToken))
                {
                    if (next[job] > day)
                        continue;
                    switch (await RunAsync(type, day, day == today, cancellationToken))
                    {
                        case null:
                            done++;
                            break;
                        case { Code: not ErrorCode.Duplicate } error:
                            next[job] = DateOnly.MaxValue; // The days after it wait until it is done.
                            LogFailed(log, job, day, error.Message.English);
                            break;
                    }
                }
            }
            return done;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>From which day on each kind of work is to be done; what was never done begins today.</summary>
    private async Task<(DateOnly Today, Dictionary<string, DateOnly> Next)> WhereAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.TodayIn(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CompanyTimeZone(), cancellationToken));
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var last = await db.PeriodicRuns.GroupBy(r => r.Job).Select(g => new { Job = g.Key, Period = g.Max(r => r.Period) }).ToDictionaryAsync(l => l.Job, l => l.Period, cancellationToken);
        var jobs = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => RequestNames.ActionOf(w.CommandFor(today).GetType()));
        var earliest = today.AddDays(1 - MostDays);
        return (today, jobs.ToDictionary(job => job, job => last.GetValueOrDefault(job) is { } period ? Later(earliest, DateOnly.Parse(period, CultureInfo.InvariantCulture).AddDays(1)) : today));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <returns>Why it was not done; null when it was.</returns>
    private async Task<Error?> RunAsync(Type type, DateOnly day, bool isToday, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var (work, command) = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => (w, w.CommandFor(day))).Single(w => w.Item2.GetType() == type);
        await work.PrepareAsync(isToday, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return result.IsSuccess ? null : result.Errors[0];
    }

    /// <summary>The kinds of work not yet done for a day, by one statement.</summary>
    private async Task<IReadOnlyList<(string Job, Type Type)>> OpenAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => w.CommandFor(day)).ToList();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var period = commands[0].Period;
        var finished = await db.PeriodicRuns.Where(r => r.Period == period).Select(r => r.Job).ToListAsync(cancellationToken);
        return [.. commands.Select(c => (RequestNames.ActionOf(c.GetType()), c.GetType())).Where(c => !finished.Contains(c.Item1))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed for {Day}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string job, DateOnly day, string reason);
}
