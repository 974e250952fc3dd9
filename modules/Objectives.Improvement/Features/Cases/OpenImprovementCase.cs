using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Cases;

/// <summary>The owner or those above him begin to find out why a deviation happened (S7.7). A deviation has one case: opened again, it is the same.</summary>
/// <remarks>Fails with NOT_FOUND, FORBIDDEN_BY_STATE (its objective was withdrawn, or the cycle is closed). Raises <see cref="ImprovementCaseOpened"/>.</remarks>
internal static class OpenImprovementCase
{
    public sealed record Command(DeviationId DeviationId) : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.DeviationId).NotEmpty();
    }

    public sealed class Rule(IMediator mediator, CaseSight sight, CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "deviationId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var deviation = (await mediator.Send(new DeviationFactsOf([request.DeviationId]), cancellationToken)).GetValueOrDefault(request.DeviationId);
            if (deviation is null || !await sight.MayReadAsync(deviation, cancellationToken))
                return Access.NotFound;
            var key = KeyOf(deviation);
            return (await parties.RolesAsync([key], cancellationToken))[key].MayWork ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(ImprovementDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ImprovementCaseId>
    {
        public async Task<Result<ImprovementCaseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Cases.Where(c => c.DeviationId == request.DeviationId).Select(c => (ImprovementCaseId?)c.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
                return known;
            var deviation = (await mediator.Send(new DeviationFactsOf([request.DeviationId]), cancellationToken))[request.DeviationId];
            var objective = (await mediator.Send(new ObjectiveFramesOf([deviation.ObjectiveId]), cancellationToken))[deviation.ObjectiveId];
            if (objective.IsOver)
                return new Error(ErrorCode.ForbiddenByState, new("The objective was withdrawn, or its cycle is closed.", "目标已撤销，或其周期已关闭。"), "deviationId");
            var origin = new CaseOrigin(
                deviation.Id, deviation.ObjectiveId, deviation.CycleId, objective.MeasureId, objective.UnitId, objective.OwnerId, objective.Title, deviation.Description);
            return db.Cases.Add(ImprovementCase.Open(origin, call.Caller.Id, clock.GetUtcNow())).Entity.Id;
        }
    }

    public static CaseKey KeyOf(DeviationFacts deviation) => new(deviation.Id, deviation.UnitId, deviation.OwnerId, null);
}

/// <summary>Of which deviations the caller could open a case now.</summary>
internal static class MayOpenFor
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Ids) : IQuery<IReadOnlyDictionary<DeviationId, bool>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, CaseParties parties, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, bool>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<DeviationId, bool>();
            var ids = request.Ids;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var opened = await db.Cases.Where(c => EF.Parameter(ids).Contains(c.DeviationId)).Select(c => c.DeviationId).ToHashSetAsync(cancellationToken);
            var deviations = (await mediator.Send(new DeviationFactsOf([.. ids.Where(i => !opened.Contains(i))]), cancellationToken)).Values.ToList();
            if (deviations.Count == 0)
                return new Dictionary<DeviationId, bool>();
            var objectives = await mediator.Send(new ObjectiveFramesOf([.. deviations.Select(d => d.ObjectiveId).Distinct()]), cancellationToken);
            var roles = await parties.RolesAsync([.. deviations.Select(OpenImprovementCase.KeyOf)], cancellationToken);
            return deviations.ToDictionary(d => d.Id, d => roles[OpenImprovementCase.KeyOf(d)].MayWork && !objectives[d.ObjectiveId].IsOver);
        }
    }
}
