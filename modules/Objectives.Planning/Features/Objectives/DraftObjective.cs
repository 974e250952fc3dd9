using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Puts a new objective into a cycle's tree (S6.8), from above or from below (S6.7).</summary>
/// <remarks>Fails with NOT_FOUND, INVALID (values against the measure), FORBIDDEN_BY_STATE (cycle past execution, parent withdrawn), BRIEFING_MISSING, LIMIT_EXCEEDED (101st level).</remarks>
internal static class DraftObjective
{
    public sealed record Command(
        CycleId CycleId, ObjectiveLevel Level, string Title, string? Description, ObjectiveId? ParentId, string? Contribution, PersonId OwnerId, UnitId UnitId, RegionId? RegionId,
        CustomerId? CustomerId, PositionId? PositionId, ResponsibilityId? ResponsibilityId, StrategyElementId? StrategyElementId, MeasureId MeasureId, decimal? Baseline, decimal Target,
        decimal? LowerBound, decimal? RollUpWeight, bool Important) : ICommand<ObjectiveId>
    {
        public ObjectiveContent Content() => new(
            Title, Description, Contribution, OwnerId, UnitId, RegionId, CustomerId, PositionId, ResponsibilityId, StrategyElementId, MeasureId, Baseline, Target, LowerBound, RollUpWeight ?? 1, Important);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).RequiredText(Objective.MaxTitleLength);
            RuleFor(c => c.Description).PlainText(Objective.MaxDescriptionLength, multiline: true);
            RuleFor(c => c.Contribution).PlainText(Objective.MaxContributionLength, multiline: true);
            RuleFor(c => c.RollUpWeight).Quantity(min: 0.000001m, max: Objective.MaxRollUpWeight);
        }
    }

    public sealed class Rule(ObjectiveAccess access) : IAccessRule<Command>
    {
        public string Field => "unitId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => (await access.SightAsync(cancellationToken)).MayWrite(request.Level, request.OwnerId, request.UnitId) ? Access.Granted : Access.Forbidden;
    }

    public sealed class Handler(PlanningDb db, ObjectiveAccess access, ObjectiveReferences references, SettingGate gate, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (!cycle.TakesObjectives)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle no longer takes objectives.", "该周期不再接受新目标。"), "cycleId");
            var content = request.Content();
            if (await references.CheckAsync(content, null, cancellationToken) is { Count: > 0 } missing)
                return Result<ObjectiveId>.Failure(missing);
            if (await gate.CheckDraftingAsync(cycle, [request.UnitId], "unitId", cancellationToken) is { } notOpen)
                return notOpen;
            var sight = await access.SightAsync(cancellationToken);
            var number = await db.NextNumberAsync(cycle.Id, cancellationToken);
            var parent = request.ParentId is { } id ? await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.ObjectiveId == id, cancellationToken) : null;
            if (request.ParentId is not null && (parent is null || !sight.MayRead(parent.Level, parent.OwnerId, parent.UnitId)))
                return Error.NotFound("parentId");
            if (CheckParent(parent, cycle) is { } misplaced)
                return misplaced;
            var objective = Objective.Draft(cycle, number, content, request.Level, sight.IsAbove(request.OwnerId) ? ObjectiveOrigin.TopDown : ObjectiveOrigin.BottomUp, parent, clock.GetUtcNow());
            db.Objectives.Add(objective);
            return objective.ObjectiveId;
        }
    }

    /// <summary>Whether a new objective of the cycle may stand there.</summary>
    public static Error? CheckParent(Objective? parent, Cycle cycle)
    {
        if (parent is null)
            return null;
        if (parent.CycleId != cycle.Id)
            return Error.Invalid("parentId", new("The parent belongs to another cycle.", "上级目标属于另一个周期。"));
        if (parent.Status == ObjectiveStatus.Withdrawn)
            return new Error(ErrorCode.ForbiddenByState, new("The parent is withdrawn.", "上级目标已撤回。"), "parentId");
        return Objective.CheckDepth(parent.Depth + 1, "parentId");
    }
}
