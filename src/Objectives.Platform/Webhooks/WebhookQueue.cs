using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Webhooks;

/// <summary>Wakes the sender when something was queued.</summary>
public sealed class WebhookSignal : Bell;

/// <summary>Puts an event on its way to each webhook that asks for it and whose owner may read what it is about. Once, however often the event comes.</summary>
public sealed class WebhookQueue(IServiceScopeFactory scopes, WebhookDirectory directory, WebhookSignal signal, CommandGate gate, IServiceProvider services, IOptions<WebhookOptions> options, TimeProvider systemClock)
{
    internal async Task AddAsync(OutboxMessage message, IIntegrationEvent @event, CancellationToken cancellationToken)
    {
        if (!directory.MayWant(message.Type) || WebhookEvents.NameOf(message.Type) is not { } name)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var wanting = (await directory.ReadAsync(db, cancellationToken)).Where(w => w.Wanted.Contains(name, StringComparer.Ordinal)).ToList();
        if (wanting.Count == 0)
            return;
        var queued = await db.WebhookDeliveries.Where(d => d.MessageId == message.Id).Select(d => d.WebhookId).ToListAsync(cancellationToken);
        var (now, body) = (systemClock.GetUtcNow(), WebhookEvents.CloudEvent(message, @event, options.Value.Source));
        foreach (var owner in wanting.Where(w => !queued.Contains(w.Id)).GroupBy(w => w.PersonId))
        {
            if (!await MayReadAsync(owner.Key, WebhookEvents.SubjectOf(@event), cancellationToken))
                continue;
            db.WebhookDeliveries.AddRange(owner.Select(w => new WebhookDelivery
            {
                Id = WebhookDeliveryId.New(), WebhookId = w.Id, MessageId = message.Id, Event = name, Body = body, At = now, State = DeliveryState.Waiting, NotBefore = now,
            }));
        }
        if (!db.ChangeTracker.HasChanges())
            return;
        await using (var turn = await gate.EnterAsync(db, cancellationToken))
            await db.SaveChangesAsync(cancellationToken);
        signal.Ring();
    }

    /// <summary>As the API would give it to him now.</summary>
    private async Task<bool> MayReadAsync(PersonId person, (string Type, Guid Id) subject, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<ApiBuilder>().Entities.GetValueOrDefault(subject.Type) is not { } loader)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CallerOfPerson(person), cancellationToken) is not { } owner)
            return false;
        var call = scope.ServiceProvider.GetRequiredService<CallContext>();
        call.SignIn(owner);
        return (await loader([subject.Id], new(new(new Dictionary<string, object?>()), scope.ServiceProvider, call, Selection.None, cancellationToken))).Count > 0;
    }
}
