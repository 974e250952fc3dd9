using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;

namespace Objectives.Platform.Webhooks;

/// <summary>Which events any webhook wants, so that an event that nobody wants costs nothing. Known from the database: what another program that shares it has saved is heard of within seconds.</summary>
public sealed class WebhookDirectory : IForgetful
{
    private volatile IReadOnlySet<string>? _wanted;

    public Type DbType => typeof(PlatformDb);

    /// <summary>Whether it may be wanted: while that is not known it may.</summary>
    public bool MayWant(string eventType) => WebhookEvents.NameOf(eventType) is { } name && (_wanted is not { } wanted || wanted.Contains(name));

    public void Forget() => _wanted = null;

    internal async Task<IReadOnlyList<Webhook>> ReadAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var active = await db.Webhooks.AsNoTracking().Where(w => w.Active).ToListAsync(cancellationToken);
        _wanted = active.SelectMany(w => w.Wanted).ToFrozenSet(StringComparer.Ordinal);
        return active;
    }
}
