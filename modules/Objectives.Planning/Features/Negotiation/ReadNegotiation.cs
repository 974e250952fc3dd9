using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Negotiation;

internal sealed record NegotiationEntryModel(Guid Id, ObjectiveId ObjectiveId, DateTimeOffset At, PersonId ById, NegotiationSide Side, NegotiationKind Kind, decimal? Target, string Text) : IEntityModel
{
    public static readonly Expression<Func<NegotiationEntry, NegotiationEntryModel>> Of = e => new((Guid)(object)e.Id, e.ObjectiveId, e.At, e.ById, e.Side, e.Kind, e.Target, e.Text);
}

internal sealed record AuthorityGrantModel(
    Guid Id, ObjectiveId ObjectiveId, PersonId ById, PersonId ToId, DateTimeOffset At, string Scope, decimal? LimitAmount, string? LimitCurrency, DateOnly From, DateOnly? Until, DateTimeOffset? RemovedAt) : IEntityModel
{
    public static readonly Expression<Func<AuthorityGrant, AuthorityGrantModel>> Of =
        g => new((Guid)(object)g.Id, g.ObjectiveId, g.ById, g.ToId, g.At, g.Scope, g.LimitAmount, g.LimitCurrency, g.From, g.Until, g.RemovedAt);

    public MoneyModel? Limit => LimitAmount is { } amount ? new(amount, LimitCurrency!) : null;
}

internal sealed record SignatureModel(SignatureRole Role, PersonId ById, DateTimeOffset At, string ContentHash, bool Valid);

internal static class NegotiationEntriesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, NegotiationEntryModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, NegotiationEntryModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, NegotiationEntryModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new NegotiationEntryId(id)).ToList();
            var readable = db.Objectives.Where(sight.MayReadNegotiation<Objective>());
            return await db.NegotiationEntries.Where(e => ids.Contains(e.Id) && readable.Any(o => o.ObjectiveId == e.ObjectiveId)).Select(NegotiationEntryModel.Of).ToDictionaryAsync(e => e.Id, cancellationToken);
        }
    }
}

/// <summary>Every step, the oldest first; of those whose negotiation the caller may read.</summary>
internal static class NegotiationsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<NegotiationEntryModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<NegotiationEntryModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<NegotiationEntryModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Keys.Select(k => k.Id).Distinct().ToList();
            var readable = db.Objectives.Where(sight.MayReadNegotiation<Objective>());
            var entries = (await db.NegotiationEntries.Where(e => ids.Contains(e.ObjectiveId) && readable.Any(o => o.ObjectiveId == e.ObjectiveId)).OrderBy(e => e.At).ThenBy(e => e.Id)
                .Select(NegotiationEntryModel.Of).ToListAsync(cancellationToken)).ToLookup(e => e.ObjectiveId);
            return request.Keys.ToDictionary(k => k, k => (IReadOnlyList<NegotiationEntryModel>)[.. entries[k.Id].Where(e => k.AsOf is null || e.At <= k.AsOf)]);
        }
    }
}

internal static class AuthorityGrantsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, AuthorityGrantModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, AuthorityGrantModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, AuthorityGrantModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new AuthorityGrantId(id)).ToList();
            var readable = db.Objectives.Where(sight.MayReadNegotiation<Objective>());
            return await db.AuthorityGrants.Where(g => ids.Contains(g.Id) && g.RemovedAt == null && readable.Any(o => o.ObjectiveId == g.ObjectiveId)).Select(AuthorityGrantModel.Of).ToDictionaryAsync(g => g.Id, cancellationToken);
        }
    }
}

internal static class AuthorityGrantsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<AuthorityGrantModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<AuthorityGrantModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<AuthorityGrantModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Keys.Select(k => k.Id).Distinct().ToList();
            var readable = db.Objectives.Where(sight.MayReadNegotiation<Objective>());
            var grants = (await db.AuthorityGrants.Where(g => ids.Contains(g.ObjectiveId) && readable.Any(o => o.ObjectiveId == g.ObjectiveId)).OrderBy(g => g.At).ThenBy(g => g.Id)
                .Select(AuthorityGrantModel.Of).ToListAsync(cancellationToken)).ToLookup(g => g.ObjectiveId);
            return request.Keys.ToDictionary(k => k, k => (IReadOnlyList<AuthorityGrantModel>)[.. grants[k.Id].Where(g => k.AsOf is { } at ? g.At <= at && (g.RemovedAt is null || g.RemovedAt > at) : g.RemovedAt is null)]);
        }
    }
}

/// <summary>All that were given, the oldest first, also those that no longer count; of whatever the caller may read.</summary>
internal static class SignaturesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<SignatureModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<SignatureModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, IReadOnlyList<SignatureModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Keys.Select(k => k.Id).Distinct().ToList();
            var readable = db.Objectives.Where(sight.MayRead<Objective>());
            var signatures = (await db.Signatures.Where(s => ids.Contains(s.ObjectiveId) && readable.Any(o => o.ObjectiveId == s.ObjectiveId)).OrderBy(s => s.At).ThenBy(s => s.Id)
                .Select(s => new { s.ObjectiveId, s.Role, s.ById, s.At, s.ContentHash, s.VoidedAt }).ToListAsync(cancellationToken)).ToLookup(s => s.ObjectiveId);
            return request.Keys.ToDictionary(k => k, k => (IReadOnlyList<SignatureModel>)[.. signatures[k.Id].Where(s => k.AsOf is null || s.At <= k.AsOf)
                .Select(s => new SignatureModel(s.Role, s.ById, s.At, s.ContentHash, s.VoidedAt is null || s.VoidedAt > k.AsOf))]);
        }
    }
}
