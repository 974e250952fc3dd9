using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Messaging;

/// <summary>
/// Hands waiting events to the modules' consumers: at once when a transaction of this program rings, and on a slow beat for what others left.
/// A message is claimed before work starts, so that two programs do not both do it; while an aggregate has a message waiting, its later ones wait too.
/// </summary>
public sealed partial class OutboxDelivery(IServiceScopeFactory scopes, OutboxSignal signal, LiveUpdates live, WebhookQueue webhooks, CommandGate gate, TimeProvider systemClock, ILogger<OutboxDelivery> log) : BackgroundService
{
    public const int MaxAttempts = 10;
    internal static readonly Guid ThisProgram = Guid.CreateVersion7();
    private const int BatchSize = 500;

    /// <summary>How many are handed over together at most: on SQLite nobody else writes meanwhile.</summary>
    private const int RunSize = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>How long the first event waits for others, so that a busy program claims and settles many at once.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <summary>How much earlier than the newest that was taken another may have been raised, by a transaction that took longer, to be found without looking through all.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private DateTimeOffset? _newest;
    private long? _lookedThrough;

    /// <summary>Sends parked messages again, after their cause was mended; returns how many.</summary>
    public async Task<int> ResendParkedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        return await db.Outbox.Where(m => m.Parked && m.DeliveredAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.Parked, false).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Delivers what waits; returns how many messages were handed over.</summary>
    public Task<int> DeliverAsync(CancellationToken cancellationToken) => DeliverAsync(amongAll: true, cancellationToken);

    private async Task<int> DeliverAsync(bool amongAll, CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (await ClaimAsync(amongAll, cancellationToken) is { Count: > 0 } batch)
        {
            amongAll = false;
            var blocked = new HashSet<Guid>();
            foreach (var run in RunsOf(batch))
                delivered += await DeliverRunAsync(run, blocked, cancellationToken);
            await SettleAsync(batch, blocked, cancellationToken);
            if (blocked.Count > 0)
                break;
        }
        return delivered;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(amongAll: false, stoppingToken);
                if (await signal.WaitAsync(Beat, stoppingToken))
                    await Task.Delay(Gather, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, e);
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }

    /// <summary>
    /// Takes a batch: messages that wait, are not to be left alone for a while after a failure, and have no earlier one of their aggregate that is in other
    /// hands or to be left alone. What another program took in between, with all that comes after it, is let go again.
    /// </summary>
    private async Task<List<OutboxMessage>> ClaimAsync(bool amongAll, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        var (now, claim) = (systemClock.GetUtcNow(), Guid.CreateVersion7());
        var open = db.Outbox.Where(m => m.DeliveredAt == null && !m.Parked);
        var ready = (amongAll ? null : await NewestAsync(open, now, cancellationToken)) ?? await AmongAllAsync(open, now, cancellationToken);
        if (ready.Count == 0)
            return [];
        await open.Where(m => ready.Contains(m.Id) && !(m.ClaimedUntil > now || m.NextAttemptAt > now)) // Another may have tried it since.
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, now + Claim).SetProperty(m => m.ClaimedBy, claim), cancellationToken);
        var mine = await db.Outbox.AsNoTracking().Where(m => m.ClaimedBy == claim && m.DeliveredAt == null).OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).ToListAsync(cancellationToken);
        if (mine.Count > 0 && !(mine[^1].CreatedAt <= _newest))
            _newest = mine[^1].CreatedAt;
        if (mine.Count == ready.Count)
            return mine;
        var aggregates = mine.Select(m => m.AggregateId).ToHashSet();
        var inOtherHands = (await open.Where(m => aggregates.Contains(m.AggregateId) && m.ClaimedBy != claim && m.ClaimedUntil > now).Select(m => m.AggregateId).ToListAsync(cancellationToken)).ToHashSet();
        await db.Outbox.Where(m => m.ClaimedBy == claim && inOtherHands.Contains(m.AggregateId)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
        return mine.FindAll(m => !inOtherHands.Contains(m.AggregateId));
    }

    /// <summary>
    /// The oldest that wait of those raised since a little before the newest that was taken: among many that have just been delivered a database is slow to find the few that have not.
    /// Null when it is time to look through all, or when earlier ones of the same aggregates wait.
    /// </summary>
    private async Task<List<Guid>?> NewestAsync(IQueryable<OutboxMessage> open, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_lookedThrough is not { } last || systemClock.GetElapsedTime(last) >= Beat || _newest - Late is not { } since)
            return null;
        var found = await open.Where(m => m.CreatedAt >= since && !(m.ClaimedUntil > now || m.NextAttemptAt > now))
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).Take(BatchSize).Select(m => new { m.Id, m.AggregateId }).ToListAsync(cancellationToken);
        var aggregates = found.Select(m => m.AggregateId).Distinct().ToList();
        var waits = aggregates.Count > 0 && await open.AnyAsync(m => aggregates.Contains(m.AggregateId) && (m.CreatedAt < since || m.ClaimedUntil > now || m.NextAttemptAt > now), cancellationToken);
        return waits ? null : found.ConvertAll(m => m.Id);
    }

    private Task<List<Guid>> AmongAllAsync(IQueryable<OutboxMessage> open, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _lookedThrough = systemClock.GetTimestamp();
        var held = open.Where(m => m.ClaimedUntil > now || m.NextAttemptAt > now);
        return open.Where(m => !(m.ClaimedUntil > now || m.NextAttemptAt > now))
            .Where(m => !held.Any(e => e.AggregateId == m.AggregateId && (e.CreatedAt < m.CreatedAt || (e.CreatedAt == m.CreatedAt && e.Ordinal < m.Ordinal))))
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What follows one another and is of one kind, so that it may be handed over together and all keeps its order.</summary>
    private static IEnumerable<List<OutboxMessage>> RunsOf(List<OutboxMessage> batch)
    {
        for (var at = 0; at < batch.Count;)
        {
            var run = batch.Skip(at).Take(RunSize).TakeWhile(m => m.Type == batch[at].Type).ToList();
            yield return run;
            at += run.Count;
        }
    }

    /// <summary>Hands over what is of one kind, together where its consumers take many; where that fails, one by one, so that what is at fault keeps back its own aggregate alone.</summary>
    private async Task<int> DeliverRunAsync(List<OutboxMessage> run, HashSet<Guid> blocked, CancellationToken cancellationToken)
    {
        var open = run.FindAll(m => !blocked.Contains(m.AggregateId));
        if (open.Count > 1 && await DeliverTogetherAsync(open, cancellationToken))
            return open.Count;
        var delivered = 0;
        foreach (var message in open)
        {
            if (!blocked.Contains(message.AggregateId) && await DeliverOneAsync(message, cancellationToken))
                delivered++;
            else
                blocked.Add(message.AggregateId);
        }
        return delivered;
    }

    private async Task<bool> DeliverTogetherAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            return await HandOverAsync(messages, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogRunFailed(log, e, messages.Count, messages[0].Type);
            return false;
        }
    }

    private async Task<bool> DeliverOneAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await HandOverAsync([message], cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            message.LastError = e.Message.Length > 1000 ? e.Message[..1000] : e.Message;
            LogMessageFailed(log, e, message.Id, message.Type, message.Attempts + 1);
            return false;
        }
    }

    /// <summary>False where many were given and a consumer takes one at a time.</summary>
    private async Task<bool> HandOverAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<Message> events = [.. messages.Select(m => new Message(m.Id, Outbox.EventOf(m)))];
        var consumers = scope.ServiceProvider.GetServices<IConsumer>().Where(c => c.EventType == events[0].Event.GetType()).ToList();
        if (messages.Count > 1 && !consumers.TrueForAll(c => c.TakesMany))
            return false;
        foreach (var consumer in consumers)
            await consumer.ConsumeAsync(events, cancellationToken);
        foreach (var (message, (_, @event)) in messages.Zip(events))
        {
            await webhooks.AddAsync(message, @event, cancellationToken);
            live.Tell(new Delivered(@event));
        }
        Telemetry.Delivered.Add(messages.Count);
        return true;
    }

    /// <summary>Marks the batch: delivered, or when to try again (pauses double), or parked after the last attempt.</summary>
    private async Task SettleAsync(List<OutboxMessage> batch, HashSet<Guid> blocked, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        var now = systemClock.GetUtcNow();
        var done = batch.Where(m => !blocked.Contains(m.AggregateId)).Select(m => m.Id).ToList();
        await db.Outbox.Where(m => done.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.DeliveredAt, now).SetProperty(m => m.DeliveredBy, ThisProgram).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
        foreach (var message in batch.Where(m => blocked.Contains(m.AggregateId)))
        {
            var tried = message.LastError is not null;
            var attempts = message.Attempts + (tried ? 1 : 0);
            var parked = attempts >= MaxAttempts;
            if (parked)
                Telemetry.Parked.Add(1);
            var next = now + TimeSpan.FromSeconds(Math.Pow(2, attempts));
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Attempts, attempts).SetProperty(m => m.Parked, parked).SetProperty(m => m.NextAttemptAt, next)
                    .SetProperty(m => m.LastError, message.LastError).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering events failed; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} events of {Type} failed together; trying one by one")]
    private static partial void LogRunFailed(ILogger logger, Exception exception, int count, string type);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {MessageId} of {Type} failed at attempt {Attempt}")]
    private static partial void LogMessageFailed(ILogger logger, Exception exception, Guid messageId, string type, int attempt);
}
