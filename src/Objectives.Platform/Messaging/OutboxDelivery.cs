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
/// A message is claimed before work starts, so that two programs do not both do it; what this program's own transactions raise is written as claimed by it, and handed over after the commit.
/// While an aggregate has a message waiting, its later ones wait too.
/// </summary>
public sealed partial class OutboxDelivery(IServiceScopeFactory scopes, OutboxSignal signal, LiveUpdates live, WebhookQueue webhooks, CommandGate gate, Database database, TimeProvider systemClock, ILogger<OutboxDelivery> log) : BackgroundService
{
    public const int MaxAttempts = 10;
    internal static readonly Guid ThisProgram = Guid.CreateVersion7();
    internal const int BatchSize = 1_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>How long the first event waits for others; under load for twice as long as the last ones took, up to the most, so that a busy program writes what follows many changes at once.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan GatherAtMost = TimeSpan.FromMilliseconds(200);

    /// <summary>How long what was taken, or is handed over, is this program's alone; after that another may have it, and consumers know what they have had.</summary>
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <summary>How much of its time what was handed over must have left: else it is left to whoever finds it then.</summary>
    private static readonly TimeSpan Enough = Claim / 2;

    /// <summary>Sends parked messages again, after their cause was mended; returns how many.</summary>
    public async Task<int> ResendParkedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        return await db.Outbox.Where(m => m.Parked && m.DeliveredAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.Parked, false).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>How many are handed over together at most: on SQLite nobody else writes meanwhile.</summary>
    private int RunSize => database.Kind == DatabaseKind.Sqlite ? 100 : BatchSize;

    /// <summary>Delivers what waits, until nothing does or some of it failed; returns how many messages were handed over.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (await NextAsync(cancellationToken) is { Count: > 0 } batch)
        {
            var done = await DeliverAsync(batch, cancellationToken);
            delivered += done;
            if (done < batch.Count)
                break;
        }
        return delivered;
    }

    private async Task<int> DeliverAsync(List<OutboxMessage> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return 0;
        var delivered = 0;
        var blocked = new HashSet<Guid>();
        foreach (var run in RunsOf(batch))
            delivered += await DeliverRunAsync(run, blocked, cancellationToken);
        await SettleAsync(batch, blocked, cancellationToken);
        return delivered;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signal.IsServed = true;
        try
        {
            await ServeAsync(stoppingToken);
        }
        finally
        {
            signal.IsServed = false;
            while (signal.Take(BatchSize) is { Count: > 0 } left)
                await LetGoAsync(left, CancellationToken.None);
        }
    }

    private async Task ServeAsync(CancellationToken stoppingToken)
    {
        var lookAround = true;
        long? lookedAt = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (lookedAt is null && database.Kind == DatabaseKind.Sqlite)
                    await LetAllGoAsync(stoppingToken);
                lookAround |= signal.TakeOthersWait() || (lookedAt is { } last && systemClock.GetElapsedTime(last) >= Beat);
                var begun = systemClock.GetTimestamp();
                var handed = await HandedAsync(stoppingToken);
                await DeliverAsync(handed, stoppingToken);
                if (lookAround)
                {
                    lookedAt = systemClock.GetTimestamp();
                    var found = await ClaimAsync(stoppingToken);
                    lookAround = found.Count > 0 && await DeliverAsync(found, stoppingToken) == found.Count;
                }
                var took = systemClock.GetElapsedTime(begun);
                if (!lookAround && handed.Count < BatchSize && await signal.WaitAsync(Beat, stoppingToken))
                    await Task.Delay(TimeSpan.FromTicks(Math.Clamp(took.Ticks * 2, Gather.Ticks, GatherAtMost.Ticks)), stoppingToken);
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

    private async Task<List<OutboxMessage>> NextAsync(CancellationToken cancellationToken)
        => await HandedAsync(cancellationToken) is { Count: > 0 } handed ? handed : await ClaimAsync(cancellationToken);

    /// <summary>
    /// Takes what this program's transactions have handed over. What has an earlier one of its aggregate in other hands, or to be left alone, is let go, and found when that is done.
    /// </summary>
    private async Task<List<OutboxMessage>> HandedAsync(CancellationToken cancellationToken)
    {
        var least = systemClock.GetUtcNow() + Enough;
        var handed = signal.Take(BatchSize).FindAll(m => m.ClaimedUntil >= least);
        if (handed.Count == 0)
            return handed;
        var later = await WithEarlierAsync(handed.FindAll(m => !m.IsFirst), cancellationToken);
        await LetGoAsync(later, cancellationToken);
        return [.. handed.Except(later).OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal)];
    }

    /// <summary>Those of them that have to wait for an earlier one of their aggregate that is not among them.</summary>
    private async Task<List<OutboxMessage>> WithEarlierAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return [];
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var (ids, aggregates) = (messages.ConvertAll(m => m.Id), messages.Select(m => m.AggregateId).Distinct().ToList());
        var others = (await db.Outbox.Where(m => m.DeliveredAt == null && !m.Parked && aggregates.Contains(m.AggregateId) && !ids.Contains(m.Id))
            .Select(m => new { m.AggregateId, m.CreatedAt, m.Ordinal }).ToListAsync(cancellationToken)).ToLookup(m => m.AggregateId, m => (m.CreatedAt, m.Ordinal));
        return messages.FindAll(m => others[m.AggregateId].Any(other => other.CompareTo((m.CreatedAt, m.Ordinal)) < 0));
    }

    /// <summary>What is taken as the program starts was taken by the same program before it ended, where the database is its own.</summary>
    private async Task LetAllGoAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        await db.Outbox.Where(m => m.DeliveredAt == null && m.ClaimedUntil != null).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private async Task LetGoAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        var ids = messages.ConvertAll(m => m.Id);
        await db.Outbox.Where(m => ids.Contains(m.Id) && m.DeliveredAt == null).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
        signal.TellOfOthers();
    }

    /// <summary>
    /// Takes a batch of what nobody has handed over: messages that wait, are not to be left alone for a while after a failure, and have no earlier one of their aggregate that is in other
    /// hands or to be left alone. What another program took in between, with all that comes after it, is let go again.
    /// </summary>
    private async Task<List<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        var (now, claim) = (systemClock.GetUtcNow(), Guid.CreateVersion7());
        var open = db.Outbox.Where(m => m.DeliveredAt == null && !m.Parked);
        var held = open.Where(m => m.ClaimedUntil > now || m.NextAttemptAt > now);
        var ready = await open.Where(m => !(m.ClaimedUntil > now || m.NextAttemptAt > now))
            .Where(m => !held.Any(e => e.AggregateId == m.AggregateId && (e.CreatedAt < m.CreatedAt || (e.CreatedAt == m.CreatedAt && e.Ordinal < m.Ordinal))))
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellationToken);
        if (ready.Count == 0)
            return [];
        await open.Where(m => ready.Contains(m.Id) && !(m.ClaimedUntil > now || m.NextAttemptAt > now)) // Another may have tried it since.
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, now + Claim).SetProperty(m => m.ClaimedBy, claim), cancellationToken);
        var mine = await db.Outbox.AsNoTracking().Where(m => ready.Contains(m.Id) && m.ClaimedBy == claim && m.DeliveredAt == null)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).ToListAsync(cancellationToken);
        if (mine.Count == ready.Count)
            return mine;
        var aggregates = mine.Select(m => m.AggregateId).ToHashSet();
        var inOtherHands = (await open.Where(m => aggregates.Contains(m.AggregateId) && m.ClaimedBy != claim && m.ClaimedUntil > now).Select(m => m.AggregateId).ToListAsync(cancellationToken)).ToHashSet();
        var free = mine.FindAll(m => inOtherHands.Contains(m.AggregateId)).ConvertAll(m => m.Id);
        await db.Outbox.Where(m => free.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
        return mine.FindAll(m => !inOtherHands.Contains(m.AggregateId));
    }

    /// <summary>What follows one another and is of one kind, so that it may be handed over together and all keeps its order.</summary>
    private IEnumerable<List<OutboxMessage>> RunsOf(List<OutboxMessage> batch)
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
