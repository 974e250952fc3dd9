using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Phasing;

/// <summary>Spreads an objective's target over the months of its cycle (S6.9).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, REQUIRED or INVALID (values by hand, no season to go by), BRIEFING_MISSING, FORBIDDEN_BY_STATE (ended, or committed and in execution).</remarks>
internal static class PhaseObjective
{
    public sealed record Command(ObjectiveId Id, long? ExpectedVersion, PhasingMethod Method, IReadOnlyList<PhasedValue>? Values) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Values).Custom((values, context) =>
        {
            if (values is { Count: > Cycle.MaxMonths })
                context.Fail(ErrorCode.LimitExceeded, new($"At most {Cycle.MaxMonths} values.", $"最多 {Cycle.MaxMonths} 个数值。"));
        });
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "id";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.Id, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, PhasingBasis basis, SettingGate gate, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.Id, cancellationToken);
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle) is null && await gate.CheckDraftingAsync(cycle, [objective.UnitId], "id", cancellationToken) is { } notOpen)
                return notOpen;
            var months = await basis.PhaseAsync(db, objective, cycle, request.Method, request.Values, cancellationToken);
            if (!months.IsSuccess)
                return Result<ObjectiveId>.Failure(months.Errors);
            var phased = objective.Phase(request.Method, months.Value, cycle, clock.GetUtcNow());
            return phased.IsSuccess ? objective.ObjectiveId : Result<ObjectiveId>.Failure(phased.Errors);
        }
    }
}
