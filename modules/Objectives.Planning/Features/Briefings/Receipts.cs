using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Whose receipts of which briefing are asked for, and which part of them.</summary>
internal readonly record struct ReceiptsAsked(BriefingId Briefing, UnitId Unit, PersonId Publisher, PageRequest Page)
{
    public static ReceiptsAsked? Of(BriefingModel briefing, Args args) => new(new(briefing.Id), briefing.UnitId, briefing.PublishedById, args.To<PageRequest>());
}

/// <summary>Who has acknowledged, the first first; also those who have since left.</summary>
internal static class AcknowledgedBy
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ReceiptsAsked> Asked) : IQuery<IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>>
    {
        public async Task<IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Asked.Select(a => a.Briefing).Distinct().ToList();
            var given = (await db.Acknowledgements.Where(a => ids.Contains(a.BriefingId)).Select(a => new { a.BriefingId, a.PersonId, a.At }).ToListAsync(cancellationToken)).ToLookup(a => a.BriefingId);
            return request.Asked.ToDictionary(a => a, a => Page.Of(given[a.Briefing].Select(g => (string.Create(CultureInfo.InvariantCulture, $"{g.At.UtcTicks:D19}{g.PersonId.Value:N}"), g.PersonId.Value)), a.Page));
        }
    }
}

/// <summary>Everyone who works in the unit or below it and has not acknowledged. Who published it counts as informed.</summary>
internal static class PendingFor
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ReceiptsAsked> Asked) : IQuery<IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>>
    {
        public async Task<IReadOnlyDictionary<ReceiptsAsked, Page<Guid>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Asked.Select(a => a.Briefing).Distinct().ToList();
            var given = (await db.Acknowledgements.Where(a => ids.Contains(a.BriefingId)).Select(a => new { a.BriefingId, a.PersonId }).ToListAsync(cancellationToken)).ToLookup(a => a.BriefingId, a => a.PersonId);
            var addressed = new Dictionary<UnitId, IReadOnlyList<Membership>>();
            foreach (var unit in request.Asked.Select(a => a.Unit).Distinct())
                addressed[unit] = await mediator.Send(new MembersOf(await mediator.Send(new UnitsUnder(unit), cancellationToken)), cancellationToken);
            return request.Asked.ToDictionary(a => a, a =>
            {
                var informed = given[a.Briefing].Append(a.Publisher).ToHashSet();
                return Page.Of(addressed[a.Unit].Where(m => !informed.Contains(m.PersonId)).Select(m => ($"{m.PersonId.Value:N}", m.PersonId.Value)), a.Page);
            });
        }
    }
}

/// <summary>When the caller acknowledged each briefing.</summary>
internal static class AcknowledgedByMe
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<BriefingId> Ids) : IQuery<IReadOnlyDictionary<BriefingId, DateTimeOffset?>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<BriefingId, DateTimeOffset?>>
    {
        public async Task<IReadOnlyDictionary<BriefingId, DateTimeOffset?>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var me = call.Caller.Id;
            return await db.Acknowledgements.Where(a => a.PersonId == me && request.Ids.Contains(a.BriefingId)).ToDictionaryAsync(a => a.BriefingId, a => (DateTimeOffset?)a.At, cancellationToken);
        }
    }
}

/// <summary>Whether each briefing waits for the caller's acknowledgement.</summary>
internal static class AwaitedOfMe
{
    public readonly record struct Asked(BriefingId Briefing, UnitId Unit, PersonId Publisher);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Asked> Briefings) : IQuery<IReadOnlyDictionary<Asked, bool>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, BriefingAccess access, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Asked, bool>>
    {
        public async Task<IReadOnlyDictionary<Asked, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (me, ids) = (call.Caller.Id, request.Briefings.Select(b => b.Briefing).ToList());
            var read = await db.Acknowledgements.Where(a => a.PersonId == me && ids.Contains(a.BriefingId)).Select(a => a.BriefingId).ToHashSetAsync(cancellationToken);
            return request.Briefings.ToDictionary(b => b, b => b.Publisher != me && sight.IsAddressed(b.Unit) && !read.Contains(b.Briefing));
        }
    }
}
