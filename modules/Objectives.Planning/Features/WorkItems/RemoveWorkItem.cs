using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.WorkItems;

/// <summary>Takes a work item out of its plan; its history stays.</summary>
internal static class RemoveWorkItem
{
    public sealed record Command(WorkItemId Id, long? ExpectedVersion, string? Reason) : ICommand<WorkItemId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, WorkRights rights) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var item = await db.WorkItems.Where(w => w.Id == request.Id && w.RemovedAt == null).Select(w => new { w.ObjectiveId, w.OwnerId }).SingleOrDefaultAsync(cancellationToken);
            if (item is null)
                return Access.NotFound;
            var plans = await rights.MayPlanAsync(item.ObjectiveId, cancellationToken);
            return plans == Access.NotFound && item.OwnerId == caller.Id ? Access.Forbidden : plans;
        }
    }

    public sealed class Handler(PlanningDb db, WorkRights rights, BusinessClock clock) : ICommandHandler<Command, WorkItemId>
    {
        public async Task<Result<WorkItemId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldTreeAsync(rights.Place.CycleId, cancellationToken);
            var item = await db.WorkItems.SingleAsync(w => w.Id == request.Id, cancellationToken);
            if (item.RemovedAt is not null)
                return Error.NotFound("id");
            var open = await rights.OpenAsync(item.ObjectiveId, "id", cancellationToken);
            if (!open.IsSuccess)
                return Result<WorkItemId>.Failure(open.Errors);
            if (item.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            item.Remove(clock.GetUtcNow());
            item.Tell(rights.Place);
            return item.Id;
        }
    }
}
