using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Projects;

/// <summary>Takes a milestone out of its project; what waited for it waits for what it waited for, and the project's history keeps it.</summary>
internal static class RemoveMilestone
{
    public sealed record Command(MilestoneId Id, long? ExpectedVersion, string? Reason) : ICommand<MilestoneId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(ProjectRights rights) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => (await rights.OfAsync(request.Id, caller, cancellationToken)).Plans;
    }

    public sealed class Handler(PlanningDb db, WorkRights rights) : ICommandHandler<Command, MilestoneId>
    {
        public async Task<Result<MilestoneId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldTreeAsync(rights.Place.CycleId, cancellationToken);
            var project = await db.ProjectAsync(request.Id, cancellationToken);
            if (project?.Find(request.Id) is not { } milestone)
                return Error.NotFound("id");
            var open = await rights.OpenAsync(project.ObjectiveId, "id", cancellationToken);
            if (!open.IsSuccess)
                return Result<MilestoneId>.Failure(open.Errors);
            if (milestone.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            project.Remove(milestone);
            db.Milestones.Remove(milestone);
            project.Tell(rights.Place);
            return milestone.Id;
        }
    }
}
