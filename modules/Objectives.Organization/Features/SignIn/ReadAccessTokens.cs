using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.SignIn;

internal sealed record AccessTokenModel(AccessTokenId AccessTokenId, string Name, DateOnly Expires, bool ReadOnly, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt) : IEntityModel
{
    public Guid Id => AccessTokenId.Value;

    public static IQueryable<AccessTokenModel> In(OrganizationDb db, IQueryable<AccessToken> tokens)
        => from token in tokens
           join session in db.Sessions on token.Id equals session.AccessTokenId
           orderby token.Id descending
           select new AccessTokenModel(token.Id, token.Name, token.Expires, token.ReadOnly, session.LastUsedAt, token.RevokedAt);
}

/// <summary>The caller's own; an administrator, who may revoke them, reads any.</summary>
internal static class AccessTokensById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, AccessTokenModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, AccessTokenModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, AccessTokenModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (me, all) = (call.Caller.Id, call.Caller.Is(Role.Administrator));
            var ids = request.Ids.Select(id => new AccessTokenId(id)).ToList();
            return await AccessTokenModel.In(db, db.AccessTokens.Where(t => ids.Contains(t.Id) && (all || t.PersonId == me))).ToDictionaryAsync(t => t.Id, cancellationToken);
        }
    }
}

/// <summary>The caller's own, the newest first, with those that have ended.</summary>
internal static class MyAccessTokens
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<AccessTokenModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyList<AccessTokenModel>>
    {
        public async Task<IReadOnlyList<AccessTokenModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var me = call.Caller.Id;
            return await AccessTokenModel.In(db, db.AccessTokens.Where(t => t.PersonId == me)).ToListAsync(cancellationToken);
        }
    }
}
