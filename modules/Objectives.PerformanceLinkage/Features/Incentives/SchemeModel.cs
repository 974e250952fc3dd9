using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <param name="IsPart">Whether the caller reads only what concerns himself, as one who got a final award by it.</param>
internal sealed record SchemeModel(IncentiveScheme Scheme, bool IsPart) : IEntityModel
{
    public Guid Id => Scheme.Id.Value;

    public long Version => Scheme.Version;

    public string Name => Scheme.Name;

    public decimal IndividualShare => Shares.Percent(Scheme.IndividualShare);

    public decimal TeamShare => Shares.Percent(Scheme.TeamShare);

    public decimal CompanyShare => Shares.Percent(Scheme.CompanyShare);

    public bool RanksPeople => Scheme.RanksPeople;

    public MoneyModel Budget => MoneyOf(Scheme.BudgetMinor);

    public IReadOnlyList<PayoutRule> Rules => Scheme.Curve.Rules;

    public string? ApprovalReason => Scheme.ApprovalReason;

    public DateTimeOffset? ApprovedAt => Scheme.ApprovedAt;

    public DateTimeOffset? FinalisedAt => Scheme.FinalisedAt;

    public MoneyModel MoneyOf(long minor) => new(new Money(minor, Scheme.Currency).Amount, Scheme.Currency);
}

internal sealed record ParticipantModel(Guid Key, PersonId PersonId, long TargetMinor, string Currency)
{
    public MoneyModel Target => new(new Money(TargetMinor, Currency).Amount, Currency);
}

/// <summary>HR reads schemes, and auditors, which is logged; whoever got a final award reads by what it came about.</summary>
internal sealed class SchemeSight(CallContext call, ReadingLog log)
{
    public bool SeesAll => call.Caller.IsSystem || call.Caller.Is(Role.Hr, Role.Auditor);

    public async Task<IReadOnlyList<SchemeModel>> ReadAsync(PerformanceLinkageDb db, IQueryable<IncentiveScheme> schemes, CancellationToken cancellationToken)
    {
        var me = call.Caller.Id;
        var found = await (SeesAll ? schemes : schemes.Where(s => db.FinalAwards.Any(a => a.SchemeId == s.Id && a.PersonId == me)))
            .AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        await log.KeepAsync("IncentiveScheme", found.Select(s => s.Id.Value), cancellationToken);
        return found.ConvertAll(s => new SchemeModel(s, !SeesAll));
    }
}

internal static class SchemesById
{
    /// <param name="InFull">Only those of which the caller may read all.</param>
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids, bool InFull = false) : IQuery<IReadOnlyDictionary<Guid, SchemeModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, SchemeSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, SchemeModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, SchemeModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new IncentiveSchemeId(id)).ToList();
            var found = await sight.ReadAsync(db, db.IncentiveSchemes.Where(s => EF.Parameter(ids).Contains(s.Id)), cancellationToken);
            return found.Where(s => !request.InFull || !s.IsPart).ToDictionary(s => s.Id);
        }
    }
}

/// <summary>A cycle's schemes by name.</summary>
internal static class ListSchemes
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId) : IQuery<IReadOnlyList<SchemeModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, SchemeSight sight) : IQueryHandler<Query, IReadOnlyList<SchemeModel>>
    {
        public async Task<IReadOnlyList<SchemeModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await sight.ReadAsync(db, db.IncentiveSchemes.Where(s => s.CycleId == request.CycleId), cancellationToken);
        }
    }
}

/// <summary>Who takes part in a scheme; to one of them only himself.</summary>
internal static class ListParticipants
{
    [AllowedToEveryone]
    public sealed record Query(SchemeModel Scheme, PageRequest Page) : IQuery<Page<ParticipantModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, CallContext call) : IQueryHandler<Query, Page<ParticipantModel>>
    {
        private static readonly Keyset<ParticipantModel> InOrder = new Keyset<ParticipantModel>().By(p => p.Key);

        public async Task<Page<ParticipantModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (id, currency, me) = (request.Scheme.Scheme.Id, request.Scheme.Scheme.Currency, call.Caller.Id);
            var participants = db.Participants.Where(p => p.SchemeId == id);
            if (request.Scheme.IsPart)
                participants = participants.Where(p => p.PersonId == me);
            return await InOrder.PageAsync(participants.Select(p => new ParticipantModel((Guid)(object)p.PersonId, p.PersonId, p.TargetMinor, currency)), request.Page, cancellationToken);
        }
    }
}

internal static class TakesIncentive
{
    /// <summary>The cycle's schemes that have a rule.</summary>
    public static IQueryable<Participant> WithRule(this PerformanceLinkageDb db, CycleId cycle)
        => db.Participants.Where(p => db.IncentiveSchemes.Any(s => s.Id == p.SchemeId && s.CycleId == cycle && s.Rules != null));
}

internal sealed class PeopleWithIncentiveHandler(IDbContextFactory<PerformanceLinkageDb> dbs) : MediatR.IRequestHandler<PeopleWithIncentive, IReadOnlySet<PersonId>>
{
    public async Task<IReadOnlySet<PersonId>> Handle(PeopleWithIncentive request, CancellationToken cancellationToken)
    {
        if (request.People.Count == 0)
            return new HashSet<PersonId>();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.WithRule(request.CycleId).Where(p => EF.Parameter(request.People).Contains(p.PersonId)).Select(p => p.PersonId).ToHashSetAsync(cancellationToken);
    }
}
