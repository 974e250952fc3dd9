using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Objectives.Contracts;
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
/// <remarks>
/// While a job writes to SQLite nobody else can, not even to the job's own row. The one program that such a database has keeps progress and the wish to cancel
/// in memory; on a server they are in the row as well, for the other programs.
/// </remarks>
public sealed partial class JobRunner(IServiceScopeFactory scopes, Database database, LiveUpdates live, OutboxSignal signal, TimeProvider systemClock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private readonly Channel<OwnJob> _queue = Channel.CreateUnbounded<OwnJob>();
    private readonly ConcurrentDictionary<Guid, OwnJob> _own = [];

    public async Task<JobId> StartAsync(string kind, Caller caller, JobWork work, CancellationToken cancellationToken)
    {
        var id = default(JobId);
        await WithDbAsync(async db =>
        {
            id = Plan(db, kind, caller);
            await db.SaveChangesAsync(cancellationToken);
        });
        Begin(id, caller, work);
        return id;
    }

    /// <summary>Adds a job to what the caller's transaction writes; once that is done, <see cref="Begin"/> starts it.</summary>
    public JobId Plan(ModuleDb db, string kind, Caller caller)
    {
        var now = systemClock.GetUtcNow();
        var job = new JobRecord { Id = Guid.CreateVersion7(), Kind = kind, OwnerId = caller.Id.Value, Status = JobStatus.Queued, StartedAt = now, HeartbeatAt = now };
        db.Set<JobRecord>().Add(job);
        return new(job.Id);
    }

    public void Begin(JobId id, Caller caller, JobWork work)
    {
        var job = new OwnJob(id.Value, caller, work);
        _own[id.Value] = job;
        _queue.Writer.TryWrite(job);
    }

    public async Task CancelAsync(JobId id, CancellationToken cancellationToken)
    {
        if (_own.TryGetValue(id.Value, out var own))
            await own.Stop.CancelAsync();
        else
        {
            await WithDbAsync(db => db.Jobs.Where(j => j.Id == id.Value && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
                .ExecuteUpdateAsync(s => s.SetProperty(j => j.CancelRequested, true), cancellationToken));
        }
    }

    /// <summary>How far a job of this program has come, which its row may not know yet; null for others.</summary>
    public (int Done, int? Total)? ProgressOf(Guid id) => _own.TryGetValue(id, out var job) ? job.Progress : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)).Append(BuryTheDeadAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var job in _queue.Reader.ReadAllAsync(stoppingToken))
                await RunAsync(job, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task RunAsync(OwnJob own, CancellationToken stoppingToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, own.Stop.Token);
        var (status, error, outcome) = (JobStatus.Done, (string?)null, (string?)null);
        try
        {
            await UpdateAsync(own.Id, job => job.Status = JobStatus.Running);
            source.Token.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = own.Caller;
            System.Globalization.CultureInfo.CurrentUICulture = new(own.Caller.Locale == Contracts.Organization.Locale.ZhCn ? "zh-CN" : "en");
            outcome = JsonSerializer.Serialize(await own.Work(scope.ServiceProvider, new Progress(this, own), source.Token));
        }
        catch (Exception e) when (e is OperationCanceledException || source.IsCancellationRequested)
        {
            status = JobStatus.Cancelled;
        }
        catch (Exception e)
        {
            (status, error) = (JobStatus.Failed, e is GraphQl.ApiException known ? known.Text.ToString() : "Internal error / 内部错误");
            LogFailed(log, e, own.Id);
        }
        await UpdateAsync(own.Id, job =>
        {
            (job.Done, job.Total) = own.Progress;
            job.Status = status;
            job.Error = error;
            job.Outcome = outcome;
            job.FinishedAt = systemClock.GetUtcNow();
        }, new JobEnded(new(own.Id), own.Caller.Id));
        signal.TellOfOthers();
        _own.TryRemove(own.Id, out _);
        own.Stop.Dispose();
    }

    /// <summary>A job that has given no sign for a while belonged to a program that is no more.</summary>
    private async Task BuryTheDeadAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), systemClock);
        try
        {
            do
            {
                try
                {
                    await HeartbeatAsync(stoppingToken);
                }
                catch (Exception e) when (Database.IsContention(e))
                {
                    // A job is writing; the next beat comes soon.
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        var now = systemClock.GetUtcNow();
        var own = _own.Keys.ToList();
        await WithDbAsync(async db =>
        {
            if (own.Count > 0)
                await db.Jobs.Where(j => own.Contains(j.Id)).ExecuteUpdateAsync(s => s.SetProperty(j => j.HeartbeatAt, now), cancellationToken);
            await db.Jobs.Where(j => (j.Status == JobStatus.Queued || j.Status == JobStatus.Running) && j.HeartbeatAt < now - Silence).ExecuteUpdateAsync(
                s => s.SetProperty(j => j.Status, JobStatus.Failed).SetProperty(j => j.FinishedAt, now)
                    .SetProperty(j => j.Error, "The program ended before the work did; nothing was written. Start it again. / 程序在任务完成前终止，未写入任何数据，请重新开始。"),
                cancellationToken);
        });
    }

    /// <summary>Waits as long as another job's transaction takes.</summary>
    private async Task UpdateAsync(Guid id, Action<JobRecord> change, IIntegrationEvent? told = null)
    {
        for (var written = false; !written;)
        {
            try
            {
                await WithDbAsync(async db =>
                {
                    var job = await db.Jobs.SingleAsync(j => j.Id == id);
                    change(job);
                    job.HeartbeatAt = systemClock.GetUtcNow();
                    if (told is not null)
                        db.Outbox.Add(Outbox.MessageOf(told, job.HeartbeatAt, 0));
                    await db.SaveChangesAsync();
                });
                written = true;
            }
            catch (Exception e) when (Database.IsContention(e))
            {
                await Task.Delay(100);
            }
        }
        Tell(id);
    }

    /// <summary>On SQLite, which has one writer at a time, jobs would only wait for each other, and in the end too long.</summary>
    private int AtOnce => IsSqlite ? 1 : 2;

    private bool IsSqlite => database.Kind == DatabaseKind.Sqlite;

    private void Tell(Guid id) => live.Tell(new JobProgressed(new(id)));

    private async Task WithDbAsync(Func<PlatformDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync();
        await work(db);
    }

    /// <summary>A job that this program does, or will do.</summary>
    private sealed record OwnJob(Guid Id, Caller Caller, JobWork Work)
    {
        public CancellationTokenSource Stop { get; } = new();

        public (int Done, int? Total) Progress { get; set; }
    }

    private sealed class Progress(JobRunner runner, OwnJob own) : IJobProgress
    {
        private long _last;

        /// <summary>At most a few times a second: a row for each record would cost more than the work.</summary>
        public async Task ReportAsync(int done, int? total, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            own.Progress = (done, total);
            var now = Environment.TickCount64;
            if (now - _last < 250 && done != total)
                return;
            _last = now;
            if (runner.IsSqlite)
            {
                runner.Tell(own.Id);
                return;
            }
            var stop = false;
            await runner.UpdateAsync(own.Id, job => (job.Done, job.Total, stop) = (done, total, job.CancelRequested));
            if (stop)
                throw new OperationCanceledException();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid jobId);
}
