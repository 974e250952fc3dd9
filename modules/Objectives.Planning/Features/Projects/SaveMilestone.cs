using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Projects;

/// <summary>
/// Adds a milestone to an objective's project, which the first one makes, or changes one; with it the project's name and manager, by default the objective's title and owner.
/// A milestone's owner, who may not plan, may send it with nothing changed but how far it is.
/// </summary>
/// <remarks>
/// Fails with NOT_FOUND, REQUIRED, CONFLICT, INVALID (dates, per cent), CYCLE_IN_TREE (a circle of dependencies), FORBIDDEN_BY_STATE (ended, or cycle past execution; complete before what it
/// depends on), LIMIT_EXCEEDED (milestones of a project). A milestone that starts before one that it depends on is due is taken and shown with a warning: plans slip, and a
/// plan that may not say so would be kept elsewhere.
/// </remarks>
internal static class SaveMilestone
{
    public sealed record Command(
        MilestoneId? Id, ObjectiveId ObjectiveId, long? ExpectedVersion, Optional<string> ProjectName, Optional<PersonId?> ManagerId, string Name, PersonId OwnerId, DateOnly Start, DateOnly Due,
        Optional<IReadOnlyList<MilestoneId>> DependsOn, Optional<int?> PercentComplete) : ICommand<ObjectiveId>
    {
        public MilestoneContent Content(Milestone? before)
            => new(Name.Trim(), OwnerId, Start, Due, DependsOn.Or(before?.WaitsFor) ?? [], PercentComplete.Or(before?.PercentComplete) ?? 0);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).RequiredText(Milestone.MaxNameLength);
            When(c => c.ProjectName.Value is not null, () => RuleFor(c => c.ProjectName.Value).RequiredText(Project.MaxNameLength));
            RuleFor(c => c.PercentComplete.Value).Between(0, Milestone.Complete);
        }
    }

    public sealed class Rule(ProjectRights rights) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var found = await rights.OfAsync(request.ObjectiveId, caller, cancellationToken);
            if (found is { AsManagerOnly: true, Project.ManagerId: var manager })
                return request.ManagerId.Or(manager) == manager ? Access.Granted : Access.Forbidden;
            return found.Plans == Access.Forbidden && request.Id is { } id && found.Project?.Find(id) is { } own && ReportsOnly(request, own) ? Access.Granted : found.Plans;
        }

        private static bool ReportsOnly(Command request, Milestone own)
            => !request.ProjectName.IsGiven && !request.ManagerId.IsGiven && request.Content(own).PlansTheSameAs(MilestoneContent.Of(own));
    }

    public sealed class Handler(PlanningDb db, WorkRights rights) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Id is null)
                await db.HoldTreeAsync(rights.Place.CycleId, cancellationToken);
            var open = await rights.OpenAsync(request.ObjectiveId, "objectiveId", cancellationToken);
            if (!open.IsSuccess)
                return Result<ObjectiveId>.Failure(open.Errors);
            var project = await db.ProjectAsync(request.ObjectiveId, cancellationToken);
            var milestone = request.Id is { } id ? project?.Find(id) : null;
            if (request.Id is not null && milestone is null)
                return Error.NotFound("id");
            if (milestone?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var objective = open.Value.Objective;
            var name = request.ProjectName.Or(project?.Name) ?? objective.Title;
            var manager = request.ManagerId.Or(project?.ManagerId) ?? objective.OwnerId;
            if ((WorkDates.Check(request.Start, request.Due, open.Value.Cycle)
                ?? await rights.CheckPersonAsync("ownerId", request.OwnerId, milestone?.OwnerId, cancellationToken)
                ?? await rights.CheckPersonAsync("managerId", manager, project?.ManagerId ?? objective.OwnerId, cancellationToken)) is { } wrong)
            {
                return wrong;
            }
            if (project is null)
                db.Projects.Add(project = Project.Begin(request.ObjectiveId, name, manager));
            else
                project.Lead(name, manager);
            var content = request.Content(milestone);
            var saved = milestone is null ? project.Add(content) : project.Change(milestone, content);
            if (!saved.IsSuccess)
                return Result<ObjectiveId>.Failure(saved.Errors);
            if (milestone is null)
                db.Milestones.Add(saved.Value);
            project.Tell(rights.Place);
            return request.ObjectiveId;
        }
    }
}
