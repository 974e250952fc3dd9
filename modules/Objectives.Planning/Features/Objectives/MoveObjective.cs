using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Puts an objective with all below it under another parent of its cycle, or with null at the root.</summary>
/// <remarks>
/// Moves of a cycle wait for each other on its tree's row, so that two which cross cannot close a circle. Fails with NOT_FOUND, CONFLICT,
/// CYCLE_IN_TREE, LIMIT_EXCEEDED (deeper than 100 levels), INVALID (another cycle), FORBIDDEN_BY_STATE.
/// </remarks>
internal static class MoveObjective
{
    public sealed record Command(ObjectiveId Id, long? ExpectedVersion, ObjectiveId? NewParentId) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Id).NotEmpty();
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "id";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.Id, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, ObjectiveAccess access, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycleId = await db.Objectives.Where(o => o.ObjectiveId == request.Id).Select(o => o.CycleId).SingleAsync(cancellationToken);
            var number = await db.NextNumberAsync(cycleId, cancellationToken);
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.Id, cancellationToken);
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == cycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "id") is { } fixedNow)
                return fixedNow;
            var parent = request.NewParentId is { } id ? await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.ObjectiveId == id, cancellationToken) : null;
            var sight = await access.SightAsync(cancellationToken);
            if (request.NewParentId is not null && (parent is null || !sight.MayRead(parent.Level, parent.OwnerId, parent.UnitId)))
                return Error.NotFound("newParentId");
            if (parent?.ObjectiveId == objective.ParentId)
                return objective.ObjectiveId;

            var deepest = await db.Objectives.Within(cycleId, objective.Path).MaxAsync(o => o.Depth, cancellationToken);
            var moved = objective.MoveUnder(parent, number, deepest, clock.GetUtcNow());
            return moved.IsSuccess ? objective.ObjectiveId : Result<ObjectiveId>.Failure(moved.Errors);
        }
    }
}
