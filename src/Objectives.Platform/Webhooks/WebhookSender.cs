using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Webhooks;

/// <summary>
/// Sends what waits for webhooks until it is answered 2xx: claimed before, so that two programs do not both send it, and tried again after growing pauses; after the last attempt it is parked until someone has it sent again.
/// A receiver that fails holds up its own deliveries alone.
/// </summary>
public sealed partial class WebhookSender(
    IServiceScopeFactory scopes, WebhookClient client, WebhookDirectory directory, WebhookSignal signal, CommandGate gate, IOptions<WebhookOptions> options, TimeProvider systemClock, ILogger<WebhookSender> log) : BackgroundService
{
    private const int BatchSize = 200;
    private const int AtOnce = 8;
    private const int MaxErrorLength = 500;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Longer than one receiver may take for all of a batch.</summary>
    private TimeSpan Claim => TimeSpan.FromMinutes(1) + (options.Value.Timeout * BatchSize);

    /// <summary>Sends what is due; returns how many were taken.</summary>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } batch)
        {
            await Parallel.ForEachAsync(batch.GroupBy(d => d.Delivery.WebhookId), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (group, cancellation) =>
            {
                var open = new Queue<Due>(group);
                while (open.TryDequeue(out var due))
                {
                    if (await SendOneAsync(due, cancellation))
                    {
                        Interlocked.Increment(ref taken);
                        continue;
                    }
                    // The receiver is in trouble: its others would only wait for it one after the other.
                    foreach (var other in open)
                        await LetGoAsync(other.Delivery, cancellation);
                    return;
                }
            });
        }
        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WithDbAsync(async (db, _) => (await directory.ReadAsync(db, stoppingToken)).Count, stoppingToken);
                await SendAsync(stoppingToken);
                await signal.WaitAsync(Beat, stoppingToken);
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

    private Task<List<Due>> ClaimAsync(CancellationToken cancellationToken) => WithDbAsync(
        async (db, now) =>
        {
            var claim = Guid.CreateVersion7();
            var ready = await db.WebhookDeliveries.Where(d => d.State == DeliveryState.Waiting && d.NotBefore <= now && (d.ClaimedUntil == null || d.ClaimedUntil < now))
                .OrderBy(d => d.NotBefore).ThenBy(d => d.Id).Take(BatchSize).Select(d => d.Id).ToListAsync(cancellationToken);
            if (ready.Count == 0)
                return [];
            await db.WebhookDeliveries.Where(d => EF.Parameter(ready).Contains(d.Id) && d.State == DeliveryState.Waiting && d.NotBefore <= now && (d.ClaimedUntil == null || d.ClaimedUntil < now))
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.ClaimedUntil, now + Claim).SetProperty(d => d.ClaimedBy, claim), cancellationToken);
            var mine = await (from delivery in db.WebhookDeliveries.Where(d => d.ClaimedBy == claim && d.State == DeliveryState.Waiting)
                              join webhook in db.Webhooks on delivery.WebhookId equals webhook.Id
                              join secret in db.WebhookSecrets on delivery.WebhookId equals secret.WebhookId
                              orderby delivery.Id
                              select new { Delivery = delivery, webhook.Url, webhook.Active, secret.Secret }).AsNoTracking().ToListAsync(cancellationToken);
            var off = mine.Where(d => !d.Active).Select(d => d.Delivery.Id).ToList();
            if (off.Count > 0)
                await db.WebhookDeliveries.Where(d => EF.Parameter(off).Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Parked).SetProperty(d => d.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
            return mine.Where(d => d.Active).Select(d => new Due(d.Delivery, d.Url, d.Secret)).ToList();
        },
        cancellationToken);

    private async Task<bool> SendOneAsync(Due due, CancellationToken cancellationToken)
    {
        int? status = null;
        string? error = null;
        try
        {
            status = await client.PostAsync(due.Url, due.Secret, due.Delivery.MessageId, due.Delivery.Body, cancellationToken);
            if (status is < 200 or > 299)
                error = $"HTTP {status}";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var cause = e.GetBaseException().Message;
            error = e is OperationCanceledException ? "No answer in time." : cause.Length > MaxErrorLength ? cause[..MaxErrorLength] : cause;
        }
        await SettleAsync(due.Delivery, status, error, cancellationToken);
        return error is null;
    }

    private Task<int> SettleAsync(WebhookDelivery delivery, int? status, string? error, CancellationToken cancellationToken)
    {
        var attempts = delivery.Attempts + 1;
        var state = error is null ? DeliveryState.Delivered : attempts >= options.Value.MaxAttempts ? DeliveryState.Parked : DeliveryState.Waiting;
        if (error is not null)
            LogNotTaken(log, delivery.Id.Value, attempts, error, state);
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, options.Value.FirstPause.TotalSeconds * Math.Pow(3, attempts - 1)));
        return WithDbAsync(
            (db, now) => db.WebhookDeliveries.Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, state).SetProperty(d => d.Attempts, attempts).SetProperty(d => d.Status, status).SetProperty(d => d.Error, error)
                    .SetProperty(d => d.NotBefore, state == DeliveryState.Waiting ? now + pause : delivery.NotBefore).SetProperty(d => d.ClaimedUntil, (DateTimeOffset?)null),
                CancellationToken.None), // What was sent is marked, even while the program stops.
            cancellationToken);
    }

    private Task<int> LetGoAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => WithDbAsync(
        (db, now) => db.WebhookDeliveries.Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(
            s => s.SetProperty(d => d.NotBefore, now + options.Value.FirstPause).SetProperty(d => d.ClaimedUntil, (DateTimeOffset?)null), CancellationToken.None),
        cancellationToken);

    private async Task<T> WithDbAsync<T>(Func<PlatformDb, DateTimeOffset, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(CancellationToken.None);
        await using var turn = await gate.EnterAsync(db, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return await work(db, systemClock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to webhooks failed; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} was not taken at attempt {Attempt} ({Error}) and is {State}")]
    private static partial void LogNotTaken(ILogger logger, Guid deliveryId, int attempt, string error, DeliveryState state);

    private sealed record Due(WebhookDelivery Delivery, string Url, string Secret);
}
