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
/// Does what each business day asks for, in the company's time zone, day after day from the last one done; so that neither a stopped program nor a clock
/// that a demonstration moved leaves a day out.
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
            var done = 0;
            var (today, last) = await WhereAsync(cancellationToken);
            var from = last is { } day && day > today.AddDays(-MostDays) ? day : today;
            for (day = from; day <= today; day = day.AddDays(1))
                done += await RunAsync(day, day == today, cancellationToken);
            return done;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<(DateOnly Today, DateOnly? Last)> WhereAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var zone = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CompanyTimeZone(), cancellationToken);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var last = await db.PeriodicRuns.MaxAsync(r => (string?)r.Period, cancellationToken);
        return (clock.TodayIn(zone), last is null ? null : DateOnly.Parse(last, CultureInfo.InvariantCulture));
    }

    private async Task<int> RunAsync(DateOnly day, bool isToday, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var type in await OpenAsync(day, cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
            var (work, command) = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => (w, w.CommandFor(day))).Single(w => w.Item2.GetType() == type);
            await work.PrepareAsync(isToday, cancellationToken);
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
            if (result.IsSuccess)
                done++;
            else if (result.Errors[0].Code != ErrorCode.Duplicate)
                LogFailed(log, RequestNames.ActionOf(type), day, result.Errors[0].Message.English);
        }
        return done;
    }

    /// <summary>The kinds of work not yet done for a day, by one statement.</summary>
    private async Task<IReadOnlyList<Type>> OpenAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => w.CommandFor(day)).ToList();
        if (commands.Count == 0)
            return [];
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var period = commands[0].Period;
        var finished = await db.PeriodicRuns.Where(r => r.Period == period).Select(r => r.Job).ToListAsync(cancellationToken);
        return [.. commands.Select(c => c.GetType()).Where(t => !finished.Contains(RequestNames.ActionOf(t)))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed for {Day}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string job, DateOnly day, string reason);
}
