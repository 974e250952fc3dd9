using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Revisions;

/// <summary>A leader asks to revise a target that cannot be reached for an external cause (S7.5).</summary>
/// <remarks>
/// Whoever leads the objective's unit or one above it, or stands above its owner. Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN_BY_STATE (the objective has ended, its cycle is not in execution, or others contribute to
/// one that would be given up), INVALID (a deviation of another objective, over, or of no external cause; target, period or phasing), PERIOD_CLOSED, DUPLICATE (one waits for a decision already). Raises
/// <see cref="TargetRevisionRequested"/>.
/// </remarks>
internal static class RequestTargetRevision
{
    /// <param name="NewTarget">Null gives the objective up for the rest of the cycle.</param>
    /// <param name="EffectiveFrom">The first period that it changes; without it the month that it is, or one before it where the months before alone come to more than the new target.</param>
    /// <param name="Phasing">From then on; without it the months keep their shape.</param>
    public sealed record Command(
        ObjectiveId ObjectiveId, DeviationId DeviationId, string ExternalCause, string Evidence, decimal? NewTarget, Period? EffectiveFrom, IReadOnlyList<PhasedValue>? Phasing, string? WorkPlanChange) : ICommand<TargetRevisionId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ExternalCause).RequiredText(TargetRevision.MaxTextLength, multiline: true);
            RuleFor(c => c.Evidence).RequiredText(TargetRevision.MaxTextLength, multiline: true);
            RuleFor(c => c.WorkPlanChange).PlainText(TargetRevision.MaxTextLength, multiline: true);
            RuleFor(c => c.NewTarget).Quantity();
            RuleFor(c => c.Phasing).AtMost(Cycle.MaxMonths);
        }
    }

    public sealed class Rule(ObjectiveRule rule, ObjectiveAccess access) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if (await rule.MayReadAsync(request.ObjectiveId, cancellationToken) != Access.Granted)
                return Access.NotFound;
            var sight = await access.SightAsync(cancellationToken);
            return sight.Leads(rule.Granted.UnitId) || sight.IsAbove(rule.Granted.OwnerId) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, TargetRevisionId>
    {
        public async Task<Result<TargetRevisionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
            await db.HoldTreeAsync(objective.CycleId, cancellationToken); // One request at a time.
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if ((objective.CheckRevisable(cycle) ?? await CheckDeviationAsync(request, cancellationToken) ?? await CheckFreeAsync(objective, cancellationToken)) is { } refused)
                return refused;
            var candidates = Candidates(request.EffectiveFrom, cycle);
            if (!candidates.IsSuccess)
                return Result<TargetRevisionId>.Failure(candidates.Errors);
            var (from, months) = await FirstThatFitsAsync(request, objective, cycle, candidates.Value, cancellationToken);
            if (months is { IsSuccess: false })
                return Result<TargetRevisionId>.Failure(months.Errors);
            if (months is null && await db.Objectives.AnyAsync(o => o.ParentId == objective.ObjectiveId && o.Status != ObjectiveStatus.Withdrawn, cancellationToken))
                return new Error(ErrorCode.ForbiddenByState, new("Others contribute to it; move or withdraw them before it is given up.", "仍有下级目标，放弃该目标前请先移动或撤回下级目标。"), "newTarget");
            var revision = TargetRevision.Request(
                objective, request.DeviationId, request.ExternalCause, request.Evidence, request.NewTarget, months?.Value, from, request.WorkPlanChange, call.Caller.Id, clock.GetUtcNow());
            db.TargetRevisions.Add(revision);
            return revision.Id;
        }

        private async Task<Error?> CheckDeviationAsync(Command request, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new DeviationFactsOf([request.DeviationId]), cancellationToken)).GetValueOrDefault(request.DeviationId) is not { } deviation)
                return Error.NotFound("deviationId");
            if (deviation.ObjectiveId != request.ObjectiveId)
                return Error.Invalid("deviationId", new("The deviation is of another objective.", "该偏差属于其他目标。"));
            if (deviation.IsClosed)
                return new(ErrorCode.ForbiddenByState, new("The deviation is closed.", "该偏差已关闭。"), "deviationId");
            return deviation.ExternalCause
                ? null
                : Error.Invalid("deviationId", new("A target is revised for an external cause alone; route the deviation as one first.", "仅因外部原因方可修订目标，请先将该偏差标记为外部原因。"));
        }

        private async Task<Error?> CheckFreeAsync(Objective objective, CancellationToken cancellationToken)
            => await db.TargetRevisions.AnyAsync(r => r.ObjectiveId == objective.ObjectiveId && r.Status == RevisionStatus.Requested, cancellationToken)
                ? new(ErrorCode.Duplicate, new("A revision of this target waits for its decision already.", "该目标已有待审批的修订申请。"), "objectiveId")
                : null;

        /// <summary>The first month that changes: the one asked for; else the month that it is, or, where the months before it alone come to more than the new target, one before it.</summary>
        private Result<IReadOnlyList<Period>> Candidates(Period? wanted, Cycle cycle)
        {
            var months = PhasedMonths.Of(cycle);
            var closed = CycleMonths.Read(cycle.ClosedMonths);
            if (wanted is not { } period)
            {
                var today = cycle.DayOf(clock.GetUtcNow());
                var open = months.Where(m => !closed.Contains(m)).ToList();
                var now = open.FindIndex(m => m.End > today);
                IReadOnlyList<Period> inTurn = [.. open.Take(now < 0 ? open.Count : now + 1).Reverse()];
                return inTurn.Count > 0 ? Result.Ok(inTurn) : new Error(ErrorCode.PeriodClosed, new("All months of the cycle are closed.", "周期内各月均已关闭。"), "effectiveFrom");
            }
            var first = months.Where(m => period.Contains(m.Start)).Select(m => (Period?)m).FirstOrDefault();
            if (first is not { } month)
                return Error.Invalid("effectiveFrom", new($"{period} is no period of the cycle.", $"{period} 不在该周期内。"));
            return closed.Contains(month) ? Closed(month) : Result.Ok<IReadOnlyList<Period>>([month]);
        }

        private async Task<(Period From, Result<IReadOnlyList<PhasedValue>>? Months)> FirstThatFitsAsync(
            Command request, Objective objective, Cycle cycle, IReadOnlyList<Period> candidates, CancellationToken cancellationToken)
        {
            var first = await MonthsAsync(request, objective, cycle, candidates[0], cancellationToken);
            if (first is not { IsSuccess: false } || request.Phasing is { Count: > 0 })
                return (candidates[0], first);
            foreach (var earlier in candidates.Skip(1))
            {
                if (await MonthsAsync(request, objective, cycle, earlier, cancellationToken) is { IsSuccess: true } fitting)
                    return (earlier, fitting);
            }
            return (candidates[0], first);
        }

        /// <returns>Null when the objective is given up.</returns>
        private async Task<Result<IReadOnlyList<PhasedValue>>?> MonthsAsync(Command request, Objective objective, Cycle cycle, Period from, CancellationToken cancellationToken)
        {
            if (request.NewTarget is not { } target)
                return request.Phasing is { Count: > 0 } ? Result<IReadOnlyList<PhasedValue>>.Failure(Error.Invalid("phasing", new("What is given up has no months.", "放弃的目标无需分期。"))) : null;
            var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == objective.MeasureId, cancellationToken);
            if (CheckTarget(target, objective, measure) is { } wrong)
                return wrong;
            var rule = PhasingRule.Of(measure, objective.Target, objective.Baseline);
            var before = PhasedTargetsHandler.MonthsOf(objective.Phasing, rule, cycle).Select(m => new PhasedValue(Period.Of(m.Month, PeriodGranularity.Month), m.Target)).ToList();
            var months = RevisedMonths.Of(rule, PhasingRule.Of(measure, target, objective.Baseline), before, from, request.Phasing);
            if (!months.IsSuccess)
                return months;
            var closed = CycleMonths.Read(cycle.ClosedMonths);
            var rewritten = months.Value.Zip(before).Where(m => m.First.Value != m.Second.Value && closed.Contains(m.First.Period)).Select(m => m.First.Period).ToList();
            return rewritten.Count > 0 ? Closed(rewritten[0]) : months;
        }

        private static Error? CheckTarget(decimal target, Objective objective, Measure measure)
        {
            if (!Quantity.HasDecimals(target, measure.Decimals))
                return Error.Invalid("newTarget", new($"The measure has {measure.Decimals} digits after the point.", $"该指标保留 {measure.Decimals} 位小数。"));
            if (measure.Direction == MeasureDirection.Milestone && target is < 0 or > 100)
                return Error.Invalid("newTarget", new("A milestone is 0 to 100 per cent complete.", "里程碑完成百分比应在 0 至 100 之间。"));
            if (target < objective.LowerBound)
                return Error.Invalid("newTarget", new($"The target is the upper bound, not under the lower one, {Quantity.Format(objective.LowerBound.Value)}.", $"目标值为上限，不能低于下限 {Quantity.Format(objective.LowerBound.Value)}。"));
            return target == objective.Target ? Error.Invalid("newTarget", new("That is the target already.", "新目标值与原目标值相同。")) : null;
        }

        private static Error Closed(Period month) => new(ErrorCode.PeriodClosed, new($"{month} is closed; choose a later period.", $"{month} 已关闭，请选择之后的期间。"), "effectiveFrom");
    }
}
