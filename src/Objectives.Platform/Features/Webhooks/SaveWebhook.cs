using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Features.Webhooks;

/// <summary>Makes or changes a webhook of the caller's own. The secret by which its deliveries are signed is told once, when it is made.</summary>
/// <remarks>Fails with REQUIRED (url, events), INVALID (no https:// address, one inside the house, an unknown event), LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN_BY_STATE (by a token).</remarks>
internal static class SaveWebhook
{
    public sealed record Command(WebhookId? Id, string Url, IReadOnlyList<string> Events, bool Active) : ICommand<Saved>;

    /// <param name="Secret">Null when it was made before.</param>
    public sealed record Saved(WebhookId Id, [property: JsonIgnore] string? Secret = null);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Url).RequiredText(Webhook.MaxUrlLength);
            RuleFor(c => c.Url).WebAddress(Webhook.MaxUrlLength);
            RuleFor(c => c.Events).Custom((events, context) =>
            {
                if (events.Count == 0)
                    context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
                else if (events.FirstOrDefault(e => !WebhookEvents.Has(e)) is { } unknown)
                    context.Fail(ErrorCode.Invalid, new($"There is no event '{unknown}'; see webhookEvents.", $"没有事件“{unknown}”，请参阅 webhookEvents。"));
            });
        }
    }

    public sealed class Rule(PlatformDb db) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => request.Id is not { } id || await db.Webhooks.AnyAsync(w => w.Id == id && w.PersonId == caller.Id, cancellationToken) ? Access.Granted : Access.NotFound;
    }

    public sealed class Handler(PlatformDb db, CallContext call, IOptions<WebhookOptions> options) : ICommandHandler<Command, Saved>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (call.Caller.IsTool)
                return new Error(ErrorCode.ForbiddenByState, new("A token makes no webhooks; sign in yourself.", "访问令牌不能设置 Webhook，请本人登录后操作。"));
            if (!options.Value.AllowPrivateAddresses && await CheckAsync(new Uri(request.Url.Trim()), cancellationToken) is { } refused)
                return refused;
            if (request.Id is { } id)
            {
                (await db.Webhooks.SingleAsync(w => w.Id == id, cancellationToken)).Change(request.Url, request.Events, request.Active);
                return new Saved(id);
            }
            var me = call.Caller.Id;
            if (await db.Webhooks.CountAsync(w => w.PersonId == me, cancellationToken) >= Webhook.MostOfOne)
                return new Error(ErrorCode.LimitExceeded, new($"You have {Webhook.MostOfOne} webhooks; remove one first.", $"您已有 {Webhook.MostOfOne} 个 Webhook，请先删除一个。"));
            var (webhook, secret) = (Webhook.Create(me, request.Url, request.Events, request.Active), WebhookClient.NewSecret());
            db.Webhooks.Add(webhook);
            db.WebhookSecrets.Add(new() { WebhookId = webhook.Id, Secret = secret });
            return new Saved(webhook.Id, secret);
        }

        private static async Task<Error?> CheckAsync(Uri url, CancellationToken cancellationToken)
        {
            if (url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0)
                return Error.Invalid("url", new("An address that begins with https://, without a name or password in it.", "请填写以 https:// 开头且不含账号或密码的网址。"));
            return await PublicAddresses.IsInsideAsync(url.Host, cancellationToken)
                ? Error.Invalid("url", new("The address lies inside this machine's network, which webhooks may not reach.", "该地址位于内部网络，Webhook 不能访问。"))
                : null;
        }
    }
}

/// <summary>Takes a webhook out with its deliveries; its history stays.</summary>
internal static class RemoveWebhook
{
    public sealed record Command(WebhookId Id, long? ExpectedVersion, string? Reason) : ICommand<WebhookId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(2000, multiline: true);
    }

    public sealed class Rule(PlatformDb db) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.Webhooks.AnyAsync(w => w.Id == request.Id && w.PersonId == caller.Id, cancellationToken) ? Access.Granted : Access.NotFound;
    }

    public sealed class Handler(PlatformDb db) : ICommandHandler<Command, WebhookId>
    {
        public async Task<Result<WebhookId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var webhook = await db.Webhooks.SingleAsync(w => w.Id == request.Id, cancellationToken);
            if (webhook.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            await db.WebhookDeliveries.Where(d => d.WebhookId == request.Id).ExecuteDeleteAsync(cancellationToken);
            await db.WebhookSecrets.Where(s => s.WebhookId == request.Id).ExecuteDeleteAsync(cancellationToken);
            db.Webhooks.Remove(webhook);
            return request.Id;
        }
    }
}
