using Objectives.Contracts.Platform;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Features.Webhooks;

internal static class WebhookApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<WebhookModel>("Webhook", ids => new WebhooksById.Query(ids)).Batch<DeliveriesOf.Key, IReadOnlyList<DeliveryModel>>(
            "deliveries", (w, args) => new DeliveriesOf.Key(w.WebhookId, args.Get<int?>("first") ?? DeliveriesOf.Default), keys => new DeliveriesOf.Query(keys), []);
        api.Entity<DeliveryModel>("WebhookDelivery", ids => new DeliveriesById.Query(ids));
        api.Fields[("Viewer", "webhooks")] = new Resolver(async (_, call) => await call.SendAsync(new MyWebhooks.Query()));
        api.Fields[("Query", "webhookEvents")] = new Resolver((_, _) => Task.FromResult<object?>(WebhookEvents.Names));
        api.Type<SavedPayload>("SaveWebhookPayload").Reference("webhook", "Webhook", p => p.Id);
        api.Mutation<SaveWebhook.Command, SaveWebhook.Saved>("saveWebhook", Saved, Failed);
        api.Mutation<ReplayDelivery.Command, SaveWebhook.Saved>("replayDelivery", Saved, Failed);
        api.Removable("Webhook", (id, version, reason) => new RemoveWebhook.Command(new WebhookId(id), version, reason));
    }

    private static Task<object?> Saved(SaveWebhook.Saved saved, FieldCall call) => Task.FromResult<object?>(new SavedPayload(saved.Id.Value, saved.Secret, []));

    private static SavedPayload Failed(IReadOnlyList<Error> errors) => new(null, null, errors);

    private sealed record SavedPayload(Guid? Id, string? Secret, IReadOnlyList<Error> UserErrors);
}
