using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain.Projects;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Projects;

/// <summary>Says how far a milestone is: its owner, and whoever may plan it.</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, INVALID (per cent), FORBIDDEN_BY_STATE (objective ended, or cycle past execution; complete before what it depends on).</remarks>
internal static class ReportMilestone
{
    public sealed record Command(MilestoneId MilestoneId, long? ExpectedVersion, int PercentComplete) : ICommand<MilestoneId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PercentComplete).Between(0, Milestone.Complete);
    }

    public sealed class Rule(ProjectRights rights) : IAccessRule<Command>
    {
        public string Field => "milestoneId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var found = await rights.OfAsync(request.MilestoneId, caller, cancellationToken);
            return found.Project?.Find(request.MilestoneId) is not null ? Access.Granted : found.Plans;
        }
    }

    public sealed class Handler(PlanningDb db, WorkRights rights) : ICommandHandler<Command, MilestoneId>
    {
        public async Task<Result<MilestoneId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.ProjectAsync(request.MilestoneId, cancellationToken);
            if (project?.Find(request.MilestoneId) is not { } milestone)
                return Error.NotFound("milestoneId");
            var open = await rights.OpenAsync(project.ObjectiveId, "milestoneId", cancellationToken);
            if (!open.IsSuccess)
                return Result<MilestoneId>.Failure(open.Errors);
            if (milestone.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var reported = project.Change(milestone, MilestoneContent.Of(milestone) with { PercentComplete = request.PercentComplete });
            if (!reported.IsSuccess)
                return Result<MilestoneId>.Failure(reported.Errors);
            project.Tell(rights.Place);
            return milestone.Id;
        }
    }
}
