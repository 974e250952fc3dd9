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

/// <summary>Changes what an objective says; what is left out stays.</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, INVALID, BRIEFING_MISSING, FORBIDDEN_BY_STATE (ended, cycle past execution, or terms of a committed objective in execution, which S7.5 revises).</remarks>
internal static class EditObjective
{
    public sealed record Command(
        ObjectiveId Id, long? ExpectedVersion, Optional<string> Title, Optional<string> Description, Optional<string> Contribution, Optional<PersonId?> OwnerId,
        Optional<ResponsibilityId?> ResponsibilityId, Optional<StrategyElementId?> StrategyElementId, Optional<decimal?> Baseline, Optional<decimal?> Target, Optional<decimal?> LowerBound,
        Optional<decimal?> RollUpWeight, Optional<bool?> Important, Optional<MeasureId?> MeasureId, Optional<UnitId?> UnitId, Optional<RegionId?> RegionId, Optional<CustomerId?> CustomerId,
        Optional<PositionId?> PositionId) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            When(c => c.Title.IsGiven, () => RuleFor(c => c.Title.Value).RequiredText(Objective.MaxTitleLength));
            RuleFor(c => c.Description.Value).PlainText(Objective.MaxDescriptionLength, multiline: true);
            RuleFor(c => c.Contribution.Value).PlainText(Objective.MaxContributionLength, multiline: true);
            RuleFor(c => c.RollUpWeight.Value).Quantity(min: 0.000001m, max: Objective.MaxRollUpWeight);
            RequiredWhenGiven("ownerId", c => c.OwnerId is { IsGiven: true, Value: null });
            RequiredWhenGiven("unitId", c => c.UnitId is { IsGiven: true, Value: null });
            RequiredWhenGiven("measureId", c => c.MeasureId is { IsGiven: true, Value: null });
            RequiredWhenGiven("target", c => c.Target is { IsGiven: true, Value: null });
        }

        private void RequiredWhenGiven(string field, Func<Command, bool> isCleared)
            => RuleFor(c => c).Custom((command, context) =>
            {
                if (isCleared(command))
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(field, "required") { ErrorCode = nameof(ErrorCode.Required), CustomState = Error.Required(field).Message });
            });
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "id";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.Id, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, ObjectiveAccess access, ObjectiveReferences references, SettingGate gate, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleOrDefaultAsync(o => o.ObjectiveId == request.Id, cancellationToken);
            if (objective is null)
                return Error.NotFound("id");
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var before = ObjectiveContent.Of(objective);
            var after = Content(objective, request);
            var sight = await access.SightAsync(cancellationToken);
            if (CheckHandOver(sight, objective.Level, before, after) is { } refused)
                return refused;
            if (await references.CheckAsync(after, before, cancellationToken) is { Count: > 0 } wrong)
                return Result<ObjectiveId>.Failure(wrong);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle) is null && await gate.CheckDraftingAsync(cycle, [after.UnitId], "id", cancellationToken) is { } notOpen)
                return notOpen;
            var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == after.MeasureId, cancellationToken);
            var edited = objective.Edit(after, cycle, measure, clock.GetUtcNow());
            return edited.IsSuccess ? objective.ObjectiveId : Result<ObjectiveId>.Failure(edited.Errors);
        }

        private static ObjectiveContent Content(Objective o, Command c) => new(
            c.Title.Or(o.Title)!, c.Description.Or(o.Description), c.Contribution.Or(o.Contribution), c.OwnerId.Or(o.OwnerId)!.Value, c.UnitId.Or(o.UnitId)!.Value,
            c.RegionId.Or(o.RegionId), c.CustomerId.Or(o.CustomerId), c.PositionId.Or(o.PositionId), c.ResponsibilityId.Or(o.ResponsibilityId),
            c.StrategyElementId.Or(o.StrategyElementId), c.MeasureId.Or(o.MeasureId)!.Value, c.Baseline.Or(o.Baseline), c.Target.Or(o.Target)!.Value, c.LowerBound.Or(o.LowerBound),
            c.RollUpWeight.Or(o.RollUpWeight) ?? 1, c.Important.Or(o.Important) ?? false);
    }

    public static Error? CheckHandOver(ObjectiveSight sight, ObjectiveLevel level, ObjectiveContent before, ObjectiveContent after)
        => (after.OwnerId, after.UnitId) == (before.OwnerId, before.UnitId) || sight.MayWrite(level, after.OwnerId, after.UnitId)
            ? null
            : Error.Invalid(after.OwnerId != before.OwnerId ? "ownerId" : "unitId", new("You may hand it only to people and units below you.", "只能移交给您的下属人员或单位。"));
}
