using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

internal sealed record OfficeMeetingModel(Guid Id, OfficeLevel Level, UnitId UnitId, DateOnly Date, bool Held) : IEntityModel
{
    public OfficeMeetingId MeetingId => new(Id);

    public AgendaOf.Key Agenda => new(MeetingId, Level, UnitId, Held);
}

internal static class MeetingReading
{
    public static IQueryable<OfficeMeetingModel> ToModels(this IQueryable<OfficeMeeting> meetings) => meetings.Select(m => new OfficeMeetingModel(m.Id.Value, m.Level, m.UnitId, m.Date, m.Held));

    /// <summary>The meetings of units that the caller belongs to or leads, those that he attends or carries a resolution of; executives, HR, auditors and administrators read all.</summary>
    public static async Task<IQueryable<OfficeMeeting>> ReadableAsync(this ExecutionMonitoringDb db, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        if (caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator))
            return db.OfficeMeetings;
        var sight = await mediator.Send(new SightOf(caller.Id), cancellationToken);
        var (me, units) = (caller.Id, sight.UnitIds);
        return db.OfficeMeetings.Where(m => EF.Parameter(units).Contains(m.UnitId) || db.Attendees.Any(a => a.MeetingId == m.Id && a.PersonId == me) || db.Resolutions.Any(r => r.MeetingId == m.Id && r.ResponsibleId == me));
    }
}

internal static class OfficeMeetingsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, OfficeMeetingModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, OfficeMeetingModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, OfficeMeetingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new OfficeMeetingId(id)).ToList();
            return await (await db.ReadableAsync(call.Caller, mediator, cancellationToken)).Where(m => EF.Parameter(ids).Contains(m.Id)).ToModels().ToDictionaryAsync(m => m.Id, cancellationToken);
        }
    }
}

/// <summary>A cycle's office meetings, the newest first (S7.4): those of its days, those to come while it is carried out, and those that resolved deviations of it later.</summary>
internal static class ListOfficeMeetings
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId) : IQuery<IReadOnlyList<OfficeMeetingModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyList<OfficeMeetingModel>>
    {
        public async Task<IReadOnlyList<OfficeMeetingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } cycle)
                return [];
            var meetings = (await db.ReadableAsync(call.Caller, mediator, cancellationToken)).Where(m => m.Date >= cycle.Start && (m.Date <= cycle.End || (!m.Held && cycle.IsOpen)
                || db.Resolutions.Any(r => r.MeetingId == m.Id && db.Deviations.Any(d => d.Id == r.DeviationId && d.CycleId == cycle.Id))));
            if (request.UnitId is { } unit)
                meetings = meetings.Where(m => m.UnitId == unit);
            return await meetings.OrderByDescending(m => m.Date).ThenByDescending(m => m.Id).ToModels().ToListAsync(cancellationToken);
        }
    }
}

internal static class AttendeesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<OfficeMeetingId> Ids) : IQuery<IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<PersonId>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<PersonId>>>
    {
        public async Task<IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<PersonId>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var found = await db.Attendees.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.MeetingId)).ToListAsync(cancellationToken);
            return found.GroupBy(a => a.MeetingId).ToDictionary(g => g.Key, g => (IReadOnlyList<PersonId>)[.. g.Select(a => a.PersonId)]);
        }
    }
}
