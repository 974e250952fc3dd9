using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>Whose reports a person answers (S7.2): of those whose direct superior he is, or whose unit or one above it he leads; an executive everyone's.</summary>
internal sealed class OwnersLed(IMediator mediator)
{
    public async Task<IReadOnlySet<PersonId>> AmongAsync(IReadOnlyCollection<PersonId> owners, Caller caller, CancellationToken cancellationToken)
    {
        if (owners.Count == 0 || caller.Is(Role.Executive))
            return owners.ToHashSet();
        var superiors = await mediator.Send(new Superiors([.. owners]), cancellationToken);
        var units = await mediator.Send(new UnitsOfPeople([.. owners]), cancellationToken);
        var led = (await mediator.Send(new SightOf(caller.Id), cancellationToken)).LedUnitIds.ToHashSet();
        return owners.Where(o => (superiors.GetValueOrDefault(o) is [var direct, ..] && direct == caller.Id) || (units.TryGetValue(o, out var unit) && led.Contains(unit))).ToHashSet();
    }
}

/// <summary>Whether the caller can report at control points now: the owner, from the beginning of the point's month on, until that is closed.</summary>
internal static class MayReportAt
{
    public readonly record struct Key(ObjectiveId ObjectiveId, DateOnly Date, bool IsReported);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, bool>>;

    public sealed class Handler(IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Key, bool>>
    {
        public async Task<IReadOnlyDictionary<Key, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var terms = await mediator.Send(new ReportingTermsOf([.. request.Keys.Select(k => k.ObjectiveId).Distinct()]), cancellationToken);
            var own = terms.Values.Where(t => t.OwnerId == call.Caller.Id && !call.Caller.ReadOnly).ToDictionary(t => t.Id);
            var calendars = own.Count == 0 ? new Dictionary<CycleId, CycleCalendar>() : await mediator.Send(new CycleCalendars([.. own.Values.Select(t => t.CycleId).Distinct()]), cancellationToken);
            return request.Keys.ToDictionary(k => k, k => !k.IsReported && own.TryGetValue(k.ObjectiveId, out var of) && IsTaken(k.Date, of, calendars[of.CycleId]));
        }

        private static bool IsTaken(DateOnly date, ReportingTerms terms, CycleCalendar calendar)
        {
            var month = Period.Of(date, PeriodGranularity.Month).Start;
            return terms.IsOpen && month <= calendar.Today && !terms.ClosedMonths.Contains(month);
        }
    }
}

/// <summary>Whether the caller can follow up reports now.</summary>
internal static class MayFollowUp
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ProgressReportId> Ids) : IQuery<IReadOnlyDictionary<ProgressReportId, bool>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, OwnersLed led, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ProgressReportId, bool>>
    {
        public async Task<IReadOnlyDictionary<ProgressReportId, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = call.Caller;
            if (caller.ReadOnly)
                return new Dictionary<ProgressReportId, bool>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var waiting = await db.ProgressReports.Where(r => EF.Parameter(request.Ids).Contains(r.Id) && r.FollowedUpAt == null && r.ById != caller.Id)
                .Select(r => new { r.Id, r.ObjectiveId }).ToListAsync(cancellationToken);
            var terms = await mediator.Send(new ReportingTermsOf([.. waiting.Select(r => r.ObjectiveId).Distinct()]), cancellationToken);
            var owners = await led.AmongAsync([.. terms.Values.Select(t => t.OwnerId).Where(o => o != caller.Id).Distinct()], caller, cancellationToken);
            return waiting.ToDictionary(r => r.Id, r => terms.TryGetValue(r.ObjectiveId, out var of) && owners.Contains(of.OwnerId) && of.IsOpen);
        }
    }
}

/// <summary>Whether the caller can now set days at which objectives are controlled.</summary>
internal static class MaySchedule
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Ids) : IQuery<IReadOnlyDictionary<ObjectiveId, bool>>;

    public sealed class Handler(IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, bool>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var terms = await mediator.Send(new ReportingTermsOf(request.Ids), cancellationToken);
            return terms.Values.ToDictionary(t => t.Id, t => t.MaySchedule && !call.Caller.ReadOnly && t.IsOpen);
        }
    }
}
