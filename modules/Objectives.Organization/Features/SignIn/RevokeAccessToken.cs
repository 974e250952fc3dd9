using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.SignIn;

/// <summary>Ends a token at once: by its owner, or by an administrator. Of one that has ended nothing changes.</summary>
internal static class RevokeAccessToken
{
    public sealed record Command(AccessTokenId AccessTokenId) : ICommand<AccessTokenId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.AccessTokenId).NotEmpty();
    }

    public sealed class Rule(OrganizationDb db) : IAccessRule<Command>
    {
        public string Field => "accessTokenId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.AccessTokens.AnyAsync(t => t.Id == request.AccessTokenId && (t.PersonId == caller.Id || caller.Roles.Contains(Role.Administrator)), cancellationToken) ? Access.Granted : Access.NotFound;
    }

    public sealed class Handler(OrganizationDb db, TimeProvider systemClock) : ICommandHandler<Command, AccessTokenId>
    {
        public async Task<Result<AccessTokenId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var token = await db.AccessTokens.SingleAsync(t => t.Id == request.AccessTokenId, cancellationToken);
            var session = await db.Sessions.SingleAsync(s => s.AccessTokenId == request.AccessTokenId, cancellationToken);
            token.Revoke(systemClock.GetUtcNow());
            session.Revoke(systemClock.GetUtcNow());
            return token.Id;
        }
    }
}
