using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Messaging;

/// <summary>
/// Tells of a transaction's events after its commit: subscribers at once of those that no module consumes, which are written as delivered; the delivery of the others.
/// </summary>
public sealed class Announcements(IServiceScopeFactory scopes, LiveUpdates live, OutboxSignal signal, WebhookDirectory webhooks, TimeProvider systemClock)
{
    private readonly Lazy<IReadOnlySet<string>> _consumed = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IConsumer>().Select(c => c.EventType.FullName!).ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>Before they are saved: nothing has to be done for those that nobody consumes.</summary>
    public void MarkUnheard(IReadOnlyList<OutboxMessage> raised)
    {
        foreach (var message in raised.Where(m => !_consumed.Value.Contains(m.Type) && !webhooks.MayWant(m.Type)))
            (message.DeliveredAt, message.DeliveredBy) = (systemClock.GetUtcNow(), OutboxDelivery.ThisProgram);
    }

    /// <summary>The same, and the others are reserved for this program's delivery, to which <see cref="Committed"/> hands them.</summary>
    public void Reserve(IReadOnlyList<OutboxMessage> raised)
    {
        MarkUnheard(raised);
        if (raised.Count > OutboxDelivery.BatchSize || !signal.IsServed)
            return;
        foreach (var message in raised.Where(m => m.DeliveredAt is null))
            message.ClaimedUntil = systemClock.GetUtcNow() + OutboxDelivery.Claim;
    }

    public void Committed(IReadOnlyList<OutboxMessage> raised)
    {
        if (live.Listeners > 0)
        {
            foreach (var message in raised.Where(m => m.DeliveredAt is not null))
                live.Tell(new Delivered(Outbox.EventOf(message)));
        }
        if (raised.Any(m => m.DeliveredAt is null))
            signal.Hand(raised.Where(m => m.DeliveredAt is null));
    }

    /// <summary>After the commit of events that nobody hands over.</summary>
    public void TellOfOthers() => signal.TellOfOthers();
}
