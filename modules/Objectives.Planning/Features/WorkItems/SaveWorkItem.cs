using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.WorkItems;

/// <summary>Adds a work item to an objective's work plan, or changes one. Its owner, who may not, may send it with nothing changed but that it is done.</summary>
/// <remarks>Fails with NOT_FOUND, REQUIRED, CONFLICT, INVALID (dates), FORBIDDEN_BY_STATE (ended, or cycle past execution), LIMIT_EXCEEDED (work items of an objective).</remarks>
internal static class SaveWorkItem
{
    public sealed record Command(
        WorkItemId? Id, ObjectiveId ObjectiveId, long? ExpectedVersion, string Title, PersonId OwnerId, Optional<DateOnly?> Start, Optional<DateOnly?> Due, Optional<bool?> Done) : ICommand<ObjectiveId>
    {
        public WorkItemContent Content(WorkItem? before) => new(Title.Trim(), OwnerId, Start.Or(before?.Start), Due.Or(before?.Due), Done.Or(before?.Done) ?? false);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Title).RequiredText(WorkItem.MaxTitleLength);
    }

    public sealed class Rule(PlanningDb db, WorkRights rights) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var plans = await rights.MayPlanAsync(request.ObjectiveId, cancellationToken);
            if (plans == Access.Granted || request.Id is not { } id)
                return plans;
            var own = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id && w.ObjectiveId == request.ObjectiveId && w.OwnerId == caller.Id && w.RemovedAt == null, cancellationToken);
            if (own is null)
                return plans;
            return request.Content(own).PlansTheSameAs(WorkItemContent.Of(own)) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, WorkRights rights, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Id is null)
                await db.HoldTreeAsync(rights.Place.CycleId, cancellationToken);
            var open = await rights.OpenAsync(request.ObjectiveId, "objectiveId", cancellationToken);
            if (!open.IsSuccess)
                return Result<ObjectiveId>.Failure(open.Errors);
            var item = request.Id is { } id ? await db.WorkItems.SingleOrDefaultAsync(w => w.Id == id && w.ObjectiveId == request.ObjectiveId && w.RemovedAt == null, cancellationToken) : null;
            if (request.Id is not null && item is null)
                return Error.NotFound("id");
            if (item?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var content = request.Content(item);
            if ((WorkDates.Check(content.Start, content.Due, open.Value.Cycle) ?? await rights.CheckPersonAsync("ownerId", content.OwnerId, item?.OwnerId, cancellationToken)) is { } wrong)
                return wrong;
            if (item is not null)
                item.Change(content, clock.GetUtcNow());
            else if (await CheckCountAsync(request.ObjectiveId, cancellationToken) is { } tooMany)
                return tooMany;
            else
                db.WorkItems.Add(item = WorkItem.Plan(request.ObjectiveId, content, clock.GetUtcNow()));
            item.Tell(rights.Place);
            return request.ObjectiveId;
        }

        private async Task<Error?> CheckCountAsync(ObjectiveId objective, CancellationToken cancellationToken)
            => await db.WorkItems.CountAsync(w => w.ObjectiveId == objective && w.RemovedAt == null, cancellationToken) is var count && count < WorkItem.MaxCount
                ? null
                : new Error(
                    ErrorCode.LimitExceeded, new($"An objective has at most {WorkItem.MaxCount} work items.", $"一个目标最多 {WorkItem.MaxCount} 个工作项。"), "objectiveId",
                    new Dictionary<string, object?> { ["allowed"] = WorkItem.MaxCount, ["actual"] = count + 1 });
    }
}
