using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Mail;

/// <summary>
/// Sends the mails that wait, outside any transaction: each is claimed before, so that two programs do not both send it, and marked after the server took it. What fails is
/// tried again with pauses that double; after the last attempt it is parked, visible, until someone has it sent again.
/// </summary>
public sealed partial class MailDelivery(
    IServiceScopeFactory scopes, IMailTransport transport, MailSignal signal, CommandGate gate, ApiBuilder api, IOptions<MailOptions> options, TimeProvider systemClock, ILogger<MailDelivery> log) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    /// <summary>Longer than a server may take for all of a batch that one connection sends.</summary>
    private TimeSpan Claim => TimeSpan.FromMinutes(1) + (options.Value.Timeout * (BatchSize + 1));

    /// <summary>Sends parked mails again, after their cause was mended; returns how many.</summary>
    public Task<int> ResendParkedAsync(CancellationToken cancellationToken) => WithDbAsync(
        (db, now) => db.OutgoingMails.Where(m => m.State == MailState.Parked).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NotBefore, now), cancellationToken),
        cancellationToken);

    /// <summary>Sends what waits; returns how many mails a server took.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return 0;
        var sent = 0;
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } batch)
            sent += await SendAsync(batch, cancellationToken);
        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.IsOn && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(stoppingToken);
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

    private Task<List<OutgoingMail>> ClaimAsync(CancellationToken cancellationToken) => WithDbAsync(
        async (db, now) =>
        {
            var claim = Guid.CreateVersion7();
            var ready = await db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.NotBefore <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
                .OrderBy(m => m.NotBefore).ThenBy(m => m.Id).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellationToken);
            if (ready.Count == 0)
                return [];
            await db.OutgoingMails.Where(m => EF.Parameter(ready).Contains(m.Id) && m.State == MailState.Waiting && m.NotBefore <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, now + Claim).SetProperty(m => m.ClaimedBy, claim), cancellationToken);
            return await db.OutgoingMails.AsNoTracking().Where(m => m.ClaimedBy == claim && m.State == MailState.Waiting).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<int> SendAsync(List<OutgoingMail> batch, CancellationToken cancellationToken)
    {
        var letters = await WriteAsync(batch, cancellationToken);
        foreach (var mail in batch.Where(m => !letters.ContainsKey(m.Id)))
            await SettleAsync(mail, MailState.Dropped, null, cancellationToken);
        var open = new Queue<OutgoingMail>(batch.Where(m => letters.ContainsKey(m.Id)));
        var sent = 0;
        IMailConnection? connection = null;
        try
        {
            while (open.TryDequeue(out var mail))
            {
                try
                {
                    connection ??= await transport.ConnectAsync(cancellationToken);
                    await connection.SendAsync(letters[mail.Id], cancellationToken);
                }
                catch (MailRefusedException e)
                {
                    await SettleAsync(mail, MailState.Parked, e, cancellationToken);
                    continue;
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // The server is not there, or in trouble: the others would only wait for it one after the other.
                    foreach (var other in (OutgoingMail[])[mail, .. open])
                        await SettleAsync(other, MailState.Waiting, e, cancellationToken);
                    return sent;
                }
                await SettleAsync(mail, MailState.Sent, null, cancellationToken);
                sent++;
            }
        }
        finally
        {
            if (connection is not null)
                await connection.DisposeAsync();
        }
        return sent;
    }

    /// <summary>Of each mail that still has something to say and someone to say it to.</summary>
    private async Task<Dictionary<Guid, Letter>> WriteAsync(List<OutgoingMail> batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CorrespondentsOf([.. batch.Select(m => m.PersonId).Distinct()]), cancellationToken);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var ids = batch.ConvertAll(m => (Guid?)m.Id);
        var told = (await db.Notifications.AsNoTracking().Where(n => EF.Parameter(ids).Contains(n.MailId)).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(cancellationToken)).ToLookup(n => n.MailId!.Value);
        var letters = new Letters(api, options.Value);
        var written = new Dictionary<Guid, Letter>();
        foreach (var mail in batch)
        {
            var unread = told[mail.Id].Where(n => mail.DigestOf is null || n.ReadAt is null).ToList();
            if (unread.Count > 0 && people.GetValueOrDefault(mail.PersonId) is { Active: true, Mail: not MailRhythm.Never } to)
                written[mail.Id] = letters.Write(mail, to, unread);
        }
        return written;
    }

    private Task<int> SettleAsync(OutgoingMail mail, MailState state, Exception? failure, CancellationToken cancellationToken)
    {
        var attempts = mail.Attempts + (failure is null ? 0 : 1);
        if (state == MailState.Waiting && attempts >= options.Value.MaxAttempts)
            state = MailState.Parked;
        if (failure is not null)
            LogMailFailed(log, failure, mail.Id, attempts, state);
        (state switch { MailState.Sent => Telemetry.MailsSent, MailState.Parked => Telemetry.MailsParked, _ => null })?.Add(1);
        var error = failure is null ? null : failure.Message.Length > 1000 ? failure.Message[..1000] : failure.Message;
        return WithDbAsync(
            (db, now) => db.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.State, state).SetProperty(m => m.Attempts, attempts).SetProperty(m => m.LastError, error).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(m => m.SentAt, state == MailState.Sent ? now : null).SetProperty(m => m.NotBefore, failure is null ? now : now + (FirstPause * Math.Pow(2, attempts - 1))),
                CancellationToken.None), // What was sent is marked, even while the program stops.
            cancellationToken);
    }

    private async Task<T> WithDbAsync<T>(Func<PlatformDb, DateTimeOffset, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(CancellationToken.None);
        await using var turn = await gate.EnterAsync(db, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return await work(db, systemClock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending mail failed; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {MailId} failed at attempt {Attempt} and is {State}")]
    private static partial void LogMailFailed(ILogger logger, Exception exception, Guid mailId, int attempt, MailState state);
}
