using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>A superior decides how a deviation is handled (S7.4): settled, coordinated, taken to the office meeting, or by a revision of the target (S7.5).</summary>
/// <remarks>
/// The owner's superiors, the supervisor that was named, and whoever leads his unit or one above it; never the owner. Fails with NOT_FOUND, CONFLICT, SAME_PERSON_MAY_NOT_DECIDE, FORBIDDEN_BY_STATE (resolved, or it
/// endangers more than the two can settle), REQUIRED (the units to coordinate, where no unit's objective is endangered), INVALID (a target revision without an external cause). Raises <see cref="DeviationRouted"/>.
/// </remarks>
internal static class RouteDeviation
{
    public sealed record Command(DeviationId DeviationId, long? ExpectedVersion, DeviationRoute Route, bool? ExternalCause, IReadOnlyList<UnitId>? UnitIds, PersonId? SupervisorId, string? Note) : ICommand<DeviationId>, IReasoned
    {
        string? IReasoned.Reason => Note;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Note).PlainText(Deviation.MaxTextLength, multiline: true);
            RuleFor(c => c.UnitIds).AtMost(Deviation.MaxCoordinatedUnits);
        }
    }

    public sealed class Rule(ExecutionMonitoringDb db, DeviationSight sight, DeviationParties parties) : IAccessRule<Command>
    {
        public string Field => "deviationId";

        /// <summary>That the owner does not decide himself is told as such.</summary>
        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var deviation = await db.Deviations.AsNoTracking().Where(await sight.MayReadAsync(db, cancellationToken)).SingleOrDefaultAsync(d => d.Id == request.DeviationId, cancellationToken);
            if (deviation is null)
                return Access.NotFound;
            return await parties.OfAsync(deviation, cancellationToken) == DeviationParty.None ? Access.Forbidden : Access.Granted;
        }
    }

    public sealed class Handler(ExecutionMonitoringDb db, IMediator mediator, CallContext call) : ICommandHandler<Command, DeviationId>
    {
        public async Task<Result<DeviationId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var deviation = await db.Deviations.SingleAsync(d => d.Id == request.DeviationId, cancellationToken);
            if (deviation.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await CheckAsync(request, cancellationToken) is { } wrong)
                return wrong;
            var units = request.Route == DeviationRoute.Coordinate ? request.UnitIds is { Count: > 0 } given ? [.. given.Distinct()] : await EndangeredUnitsAsync(deviation, cancellationToken) : [];
            var routed = deviation.RouteTo(request.Route, request.ExternalCause, units, request.SupervisorId, request.Note, call.Caller.Id);
            if (!routed.IsSuccess)
                return Result<DeviationId>.Failure(routed.Errors);
            var before = await db.CoordinatedUnits.Where(u => u.DeviationId == deviation.Id).ToListAsync(cancellationToken);
            db.CoordinatedUnits.RemoveRange(before.Where(u => !units.Contains(u.UnitId)));
            db.CoordinatedUnits.AddRange(units.Where(u => before.TrueForAll(b => b.UnitId != u)).Select(u => new CoordinatedUnit { DeviationId = deviation.Id, UnitId = u }));
            return deviation.Id;
        }

        private async Task<Error?> CheckAsync(Command request, CancellationToken cancellationToken)
        {
            IReadOnlyList<PersonId> people = request.SupervisorId is { } supervisor ? [supervisor] : [];
            var units = request.UnitIds ?? [];
            if (people.Count == 0 && units.Count == 0)
                return null;
            var found = await mediator.Send(new Whereabouts(people, units, [], [], [], []), cancellationToken);
            if (people.Any(p => !found.SuperiorOf.ContainsKey(p)))
                return Error.NotFound("supervisorId");
            return units.Index().Where(u => !found.UnitParents.ContainsKey(u.Item)).Select(u => Error.NotFound($"unitIds.{u.Index}")).FirstOrDefault();
        }

        /// <summary>Those whose objectives the lag endangers.</summary>
        private async Task<IReadOnlyList<UnitId>> EndangeredUnitsAsync(Deviation deviation, CancellationToken cancellationToken)
            => await db.Effects.Where(e => e.DeviationId == deviation.Id && e.Endangered).Join(db.Standings, e => e.ObjectiveId, s => s.ObjectiveId, (e, s) => s.UnitId).Distinct().ToListAsync(cancellationToken);
    }
}
