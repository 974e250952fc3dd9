using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.WorkItems;

/// <summary>Says that a work item is done, or is not after all: its owner, and whoever may plan it.</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, FORBIDDEN_BY_STATE (objective ended, or cycle past execution).</remarks>
internal static class ReportWorkItem
{
    public sealed record Command(WorkItemId WorkItemId, long? ExpectedVersion, bool Done) : ICommand<WorkItemId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.WorkItemId).NotEmpty();
    }

    public sealed class Rule(PlanningDb db, WorkRights rights) : IAccessRule<Command>
    {
        public string Field => "workItemId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var item = await db.WorkItems.Where(w => w.Id == request.WorkItemId && w.RemovedAt == null).Select(w => new { w.ObjectiveId, w.OwnerId }).SingleOrDefaultAsync(cancellationToken);
            if (item is null)
                return Access.NotFound;
            var plans = await rights.MayPlanAsync(item.ObjectiveId, cancellationToken);
            return item.OwnerId == caller.Id ? Access.Granted : plans;
        }
    }

    public sealed class Handler(PlanningDb db, WorkRights rights, BusinessClock clock) : ICommandHandler<Command, WorkItemId>
    {
        public async Task<Result<WorkItemId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var item = await db.WorkItems.SingleAsync(w => w.Id == request.WorkItemId, cancellationToken);
            if (item.RemovedAt is not null)
                return Error.NotFound("workItemId");
            var open = await rights.OpenAsync(item.ObjectiveId, "workItemId", cancellationToken);
            if (!open.IsSuccess)
                return Result<WorkItemId>.Failure(open.Errors);
            if (item.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            item.Change(WorkItemContent.Of(item) with { Done = request.Done }, clock.GetUtcNow());
            item.Tell(rights.Place);
            return item.Id;
        }
    }
}
