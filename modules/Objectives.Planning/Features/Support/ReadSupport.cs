using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Support;

internal sealed record SupportRequestModel(
    Guid Id, ObjectiveId ObjectiveId, string What, UnitId? FromUnitId, PersonId? FromPersonId, DateOnly NeededBy, SupportStatus Status, string? Answer, PersonId? AnsweredById, DateTimeOffset? AnsweredAt,
    PersonId RequestedById, DateTimeOffset RequestedAt, PersonId? ReceiverId, IReadOnlyList<SupportStatus> ViewerMay) : IEntityModel;

/// <summary>Reads requests for help that the caller may read: those of objectives whose negotiation he may read, and those that he is party to.</summary>
internal sealed class SupportReader(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, SupportParties parties)
{
    public async Task<IReadOnlyList<SupportRequestModel>> ReadAsync(Func<PlanningDb, IQueryable<SupportRequest>> asked, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await asked(db).AsNoTracking().Join(db.Objectives, r => r.ObjectiveId, o => o.ObjectiveId, (r, o) => new { Request = r, o.OwnerId, o.UnitId })
            .OrderBy(f => f.Request.RequestedAt).ThenBy(f => f.Request.Id).ToListAsync(cancellationToken);
        var places = await parties.OfAsync(found.ConvertAll(f => (f.Request, f.OwnerId)), cancellationToken);
        return [.. found.Zip(places).Where(f => f.Second.CallersRole != SupportRole.None || sight.MayReadNegotiation(f.First.OwnerId, f.First.UnitId)).Select(f => ModelOf(f.First.Request, f.Second))];
    }

    private static SupportRequestModel ModelOf(SupportRequest r, SupportPlace place) => new(
        r.Id.Value, r.ObjectiveId, r.What, r.FromUnitId, r.FromPersonId, r.NeededBy, r.Status, r.Answer, r.AnsweredById, r.AnsweredAt, r.RequestedById, r.RequestedAt, place.ReceiverId, place.Answers(r));
}

internal static class SupportRequestsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, SupportRequestModel>>;

    public sealed class Handler(SupportReader reader) : IQueryHandler<Query, IReadOnlyDictionary<Guid, SupportRequestModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, SupportRequestModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Select(id => new SupportRequestId(id)).ToList();
            return (await reader.ReadAsync(db => db.SupportRequests.Where(r => ids.Contains(r.Id)), cancellationToken)).ToDictionary(r => r.Id);
        }
    }
}

internal static class SupportRequestsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<SupportRequestModel>>>;

    public sealed class Handler(SupportReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<SupportRequestModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<SupportRequestModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var requests = await reader.ReadAsync(db => db.SupportRequests.Where(r => request.Objectives.Contains(r.ObjectiveId)), cancellationToken);
            return requests.GroupBy(r => r.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<SupportRequestModel>)[.. g]);
        }
    }
}

/// <summary>What waits for the caller's answer in a cycle, the most urgent first.</summary>
internal static class SupportAwaited
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId) : IQuery<IReadOnlyList<SupportRequestModel>>;

    public sealed class Handler(SupportReader reader, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyList<SupportRequestModel>>
    {
        public async Task<IReadOnlyList<SupportRequestModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = call.Caller;
            var sight = await mediator.Send(new SightOf(caller.Id), cancellationToken);
            var (me, isExecutive, led, below) = (caller.Id, caller.Is(Role.Executive), sight.LedUnitIds, sight.SubordinateIds);
            var waiting = await reader.ReadAsync(
                db => db.SupportRequests.Where(r => (r.Status == SupportStatus.Requested || (r.Status == SupportStatus.Declined && !r.IsFinal))
                    && db.Objectives.Any(o => o.ObjectiveId == r.ObjectiveId && o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn)
                    && (isExecutive || r.FromPersonId == me || EF.Parameter(led).Contains(r.FromUnitId!.Value) || EF.Parameter(below).Contains(r.FromPersonId!.Value))),
                cancellationToken);
            return [.. waiting.Where(r => r.ViewerMay.Count > 0).OrderBy(r => r.NeededBy)];
        }
    }
}
