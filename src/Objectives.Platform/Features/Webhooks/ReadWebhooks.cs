using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Features.Webhooks;

internal sealed record WebhookModel(WebhookId WebhookId, string Url, IReadOnlyList<string> Events, bool Active) : IEntityModel
{
    public Guid Id => WebhookId.Value;

    public static WebhookModel Of(Webhook webhook) => new(webhook.Id, webhook.Url, webhook.Wanted, webhook.Active);
}

internal sealed record DeliveryModel(Guid Id, DateTimeOffset At, string Event, int? Status, int Attempts, DateTimeOffset? NextAttemptAt, string? Error) : IEntityModel
{
    public static DeliveryModel Of(WebhookDelivery delivery)
        => new(delivery.Id.Value, delivery.At, delivery.Event, delivery.Status, delivery.Attempts, delivery.State == DeliveryState.Waiting ? delivery.NotBefore : null, delivery.Error);
}

/// <summary>The caller's own.</summary>
internal static class WebhooksById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, WebhookModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, WebhookModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, WebhookModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (me, ids) = (call.Caller.Id, request.Ids.Select(id => new WebhookId(id)).ToList());
            return (await db.Webhooks.AsNoTracking().Where(w => ids.Contains(w.Id) && w.PersonId == me).ToListAsync(cancellationToken)).ToDictionary(w => w.Id.Value, WebhookModel.Of);
        }
    }
}

/// <summary>The caller's own, the newest first.</summary>
internal static class MyWebhooks
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<WebhookModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyList<WebhookModel>>
    {
        public async Task<IReadOnlyList<WebhookModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var me = call.Caller.Id;
            return (await db.Webhooks.AsNoTracking().Where(w => w.PersonId == me).OrderByDescending(w => w.Id).ToListAsync(cancellationToken)).ConvertAll(WebhookModel.Of);
        }
    }
}

internal static class DeliveriesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, DeliveryModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, DeliveryModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, DeliveryModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (me, ids) = (call.Caller.Id, request.Ids.Select(id => new WebhookDeliveryId(id)).ToList());
            var mine = db.Webhooks.Where(w => w.PersonId == me);
            return (await db.WebhookDeliveries.AsNoTracking().Where(d => ids.Contains(d.Id) && mine.Any(w => w.Id == d.WebhookId)).ToListAsync(cancellationToken)).ToDictionary(d => d.Id.Value, DeliveryModel.Of);
        }
    }
}

/// <summary>Of each of some webhooks that the caller has read, the newest.</summary>
internal static class DeliveriesOf
{
    public const int Default = 20;
    public const int Most = 100;

    public readonly record struct Key(WebhookId WebhookId, int First);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<DeliveryModel>>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<DeliveryModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<DeliveryModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (me, ids, most) = (call.Caller.Id, request.Keys.Select(k => k.WebhookId).Distinct().ToList(), Math.Clamp(request.Keys.Max(k => k.First), 0, Most));
            var found = await db.Webhooks.Where(w => ids.Contains(w.Id) && w.PersonId == me)
                .SelectMany(w => db.WebhookDeliveries.Where(d => d.WebhookId == w.Id).OrderByDescending(d => d.Id).Take(most)).AsNoTracking().ToListAsync(cancellationToken);
            var of = found.OrderByDescending(d => d.Id.Value).ToLookup(d => d.WebhookId);
            return request.Keys.Distinct().ToDictionary(k => k, k => (IReadOnlyList<DeliveryModel>)[.. of[k.WebhookId].Take(Math.Clamp(k.First, 0, Most)).Select(DeliveryModel.Of)]);
        }
    }
}
