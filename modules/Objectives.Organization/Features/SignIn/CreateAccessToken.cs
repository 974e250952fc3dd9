using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.Organization.Features.SignIn;

/// <summary>Makes a token by which a reporting tool reads, or acts, in the caller's place. Its secret is told once.</summary>
/// <remarks>Fails with REQUIRED (name), INVALID (it expires before today, or more than <see cref="AccessToken.MostDays"/> days from now), LIMIT_EXCEEDED (<see cref="AccessToken.MostInForce"/> in force), FORBIDDEN_BY_STATE (by a token).</remarks>
internal static class CreateAccessToken
{
    [AllowedToEveryone(EvenReadOnly = true)]
    public sealed record Command(string Name, DateOnly Expires, bool? ReadOnly) : ICommand<Created>;

    /// <param name="Secret">Null when the same is asked again: it is kept nowhere.</param>
    public sealed record Created(AccessTokenId Id, [property: JsonIgnore] string? Secret = null);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).RequiredText(AccessToken.MaxNameLength);
    }

    public sealed class Handler(OrganizationDb db, IMediator mediator, CallContext call, TimeProvider systemClock) : ICommandHandler<Command, Created>
    {
        public async Task<Result<Created>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (call.Caller.IsTool)
                return new Error(ErrorCode.ForbiddenByState, new("A token makes no tokens; sign in yourself.", "访问令牌不能创建令牌，请本人登录后操作。"));
            var (me, now, zone) = (call.Caller.Id, systemClock.GetUtcNow(), await mediator.Send(new CompanyTimeZone(), cancellationToken));
            var today = BusinessClock.DayOf(now, zone);
            var last = today.AddDays(AccessToken.MostDays);
            if (request.Expires < today || request.Expires > last)
                return Error.Invalid("expires", new($"Choose a day from {today.InEnglish()} to {last.InEnglish()}.", $"请选择 {today.InChinese()} 至 {last.InChinese()} 之间的日期。"));
            if (await db.AccessTokens.CountAsync(t => t.PersonId == me && t.RevokedAt == null && t.Expires >= today, cancellationToken) >= AccessToken.MostInForce)
                return new Error(ErrorCode.LimitExceeded, new($"You have {AccessToken.MostInForce} tokens; revoke one first.", $"您已有 {AccessToken.MostInForce} 个令牌，请先撤销一个。"));
            var token = AccessToken.Create(me, request.Name, request.Expires, request.ReadOnly ?? true);
            var (session, secret) = Session.Open(token, BusinessClock.EndOf(request.Expires, zone), now);
            db.AccessTokens.Add(token);
            db.Sessions.Add(session);
            return new Created(token.Id, secret);
        }
    }
}
