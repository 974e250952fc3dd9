using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Features.Webhooks;

/// <summary>Sends a delivery again, with all its attempts before it, whether it was taken or not. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (the webhook is off).</summary>
internal static class ReplayDelivery
{
    public sealed record Command(WebhookDeliveryId DeliveryId) : ICommand<SaveWebhook.Saved>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.DeliveryId).NotEmpty();
    }

    public sealed class Rule(PlatformDb db) : IAccessRule<Command>
    {
        public string Field => "deliveryId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.WebhookDeliveries.AnyAsync(d => d.Id == request.DeliveryId && db.Webhooks.Any(w => w.Id == d.WebhookId && w.PersonId == caller.Id), cancellationToken) ? Access.Granted : Access.NotFound;
    }

    public sealed class Handler(PlatformDb db, WebhookSignal signal, TimeProvider systemClock) : ICommandHandler<Command, SaveWebhook.Saved>
    {
        public async Task<Result<SaveWebhook.Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => db.WebhookDeliveries.Any(d => d.Id == request.DeliveryId && d.WebhookId == w.Id), cancellationToken);
            if (!webhook.Active)
                return new Error(ErrorCode.ForbiddenByState, new("The webhook is off; switch it on first.", "该 Webhook 已停用，请先启用。"), "deliveryId");
            var now = systemClock.GetUtcNow();
            await db.WebhookDeliveries.Where(d => d.Id == request.DeliveryId && (d.ClaimedUntil == null || d.ClaimedUntil < now)).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, DeliveryState.Waiting).SetProperty(d => d.NotBefore, now).SetProperty(d => d.Attempts, d => d.State == DeliveryState.Parked ? 0 : d.Attempts), cancellationToken);
            signal.Ring();
            return new SaveWebhook.Saved(webhook.Id);
        }
    }
}
