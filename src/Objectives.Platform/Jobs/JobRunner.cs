using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Jobs;

/// <summary>Says how far long work has come, and hears whether it should stop.</summary>
public interface IJobProgress
{
    /// <summary>Throws when the job was cancelled.</summary>
    Task ReportAsync(int done, int? total, CancellationToken cancellationToken);
}

/// <summary>Long work in the caller's name and rights: gives its outcome, which the job keeps as JSON.</summary>
public delegate Task<object?> JobWork(IServiceProvider services, IJobProgress progress, CancellationToken cancellationToken);

/// <summary>Progress of a job as it arises, for subscribers.</summary>
public sealed record JobProgressed(JobId JobId);

/// <summary>
/// Runs long work apart from the requests that ask for it, a few at a time; its progress is a row that anyone with the job's id and the right can read, from
/// any program. Work that its program did not live to end is marked failed: what a job writes it writes in one transaction, so nothing is half done.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, LiveUpdates live, TimeProvider systemClock, ILogger<JobRunner> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private readonly Channel<(Guid Id, Caller Caller, JobWork Work)> _queue = Channel.CreateUnbounded<(Guid, Caller, JobWork)>();
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = [];

    public async Task<JobId> StartAsync(string kind, Caller caller, JobWork work, CancellationToken cancellationToken)
    {
        var now = systemClock.GetUtcNow();
        var job = new JobRecord { Id = Guid.CreateVersion7(), Kind = kind, OwnerId = caller.Id.Value, Status = JobStatus.Queued, StartedAt = now, HeartbeatAt = now };
        await WithDbAsync(async db =>
        {
            db.Jobs.Add(job);
            await db.SaveChangesAsync(cancellationToken);
        });
        _queue.Writer.TryWrite((job.Id, caller, work));
        return new(job.Id);
    }

    public async Task CancelAsync(JobId id, CancellationToken cancellationToken)
    {
        await WithDbAsync(db => db.Jobs.Where(j => j.Id == id.Value && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.CancelRequested, true), cancellationToken));
        if (_running.TryGetValue(id.Value, out var source))
            await source.CancelAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)).Append(BuryTheDeadAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (id, caller, work) in _queue.Reader.ReadAllAsync(stoppingToken))
                await RunAsync(id, caller, work, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task RunAsync(Guid id, Caller caller, JobWork work, CancellationToken stoppingToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _running[id] = source;
        var (status, error, outcome) = (JobStatus.Done, (string?)null, (string?)null);
        try
        {
            await UpdateAsync(id, job => job.Status = JobStatus.Running);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = caller;
            System.Globalization.CultureInfo.CurrentUICulture = new(caller.Locale == Contracts.Organization.Locale.ZhCn ? "zh-CN" : "en");
            outcome = JsonSerializer.Serialize(await work(scope.ServiceProvider, new Progress(this, id), source.Token));
        }
        catch (OperationCanceledException)
        {
            status = JobStatus.Cancelled;
        }
        catch (Exception e)
        {
            (status, error) = (JobStatus.Failed, e is GraphQl.ApiException known ? known.Text.ToString() : "Internal error / 内部错误");
            LogFailed(log, e, id);
        }
        _running.TryRemove(id, out _);
        await UpdateAsync(id, job =>
        {
            job.Status = status;
            job.Error = error;
            job.Outcome = outcome;
            job.FinishedAt = systemClock.GetUtcNow();
        });
    }

    /// <summary>A job that has given no sign for a while belonged to a program that is no more.</summary>
    private async Task BuryTheDeadAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), systemClock);
        try
        {
            do
            {
                var now = systemClock.GetUtcNow();
                var own = _running.Keys.ToList();
                await WithDbAsync(async db =>
                {
                    await db.Jobs.Where(j => own.Contains(j.Id)).ExecuteUpdateAsync(s => s.SetProperty(j => j.HeartbeatAt, now), stoppingToken);
                    await db.Jobs.Where(j => (j.Status == JobStatus.Queued || j.Status == JobStatus.Running) && j.HeartbeatAt < now - Silence).ExecuteUpdateAsync(
                        s => s.SetProperty(j => j.Status, JobStatus.Failed).SetProperty(j => j.FinishedAt, now)
                            .SetProperty(j => j.Error, "The program ended before the work did; nothing was written. Start it again. / 程序在任务完成前终止,未写入任何数据,请重新开始。"),
                        stoppingToken);
                });
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task UpdateAsync(Guid id, Action<JobRecord> change)
    {
        await WithDbAsync(async db =>
        {
            var job = await db.Jobs.SingleAsync(j => j.Id == id);
            change(job);
            job.HeartbeatAt = systemClock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        live.Tell(new JobProgressed(new(id)));
    }

    private async Task WithDbAsync(Func<PlatformDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync();
        await work(db);
    }

    private sealed class Progress(JobRunner runner, Guid id) : IJobProgress
    {
        private long _last;

        /// <summary>At most a few times a second: a row for each record would cost more than the work.</summary>
        public async Task ReportAsync(int done, int? total, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = Environment.TickCount64;
            if (now - _last < 250 && done != total)
                return;
            _last = now;
            var stop = false;
            await runner.UpdateAsync(id, job =>
            {
                (job.Done, job.Total, stop) = (done, total, job.CancelRequested);
            });
            if (stop)
                throw new OperationCanceledException();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid jobId);
}
