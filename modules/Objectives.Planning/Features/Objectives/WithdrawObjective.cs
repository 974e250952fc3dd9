using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Takes an objective out of its cycle, with a reason; it stays readable.</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, FORBIDDEN_BY_STATE (ended, cycle past execution, others contribute to it, or committed and in execution: then a target revision gives it up, S7.5).</remarks>
internal static class WithdrawObjective
{
    public sealed record Command(ObjectiveId Id, long? ExpectedVersion, string Reason) : ICommand<ObjectiveId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "id";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.Id, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycleId = await db.Objectives.Where(o => o.ObjectiveId == request.Id).Select(o => o.CycleId).SingleAsync(cancellationToken);
            await db.NextNumberAsync(cycleId, cancellationToken);
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.Id, cancellationToken);
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == cycleId, cancellationToken);
            var hasChildren = await db.Objectives.AnyAsync(o => o.ParentId == objective.ObjectiveId && o.Status != ObjectiveStatus.Withdrawn, cancellationToken);
            var withdrawn = objective.Withdraw(cycle, hasChildren, clock.GetUtcNow());
            return withdrawn.IsSuccess ? objective.ObjectiveId : Result<ObjectiveId>.Failure(withdrawn.Errors);
        }
    }
}
