using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;
using Objectives.Platform.Demo;
using Objectives.Platform.Results;

namespace Objectives.Planning.Demo;

/// <summary>Enters the work planned for a cycle's objectives, each after its objective: projects with their milestones, and work items, as they were planned and reported.</summary>
internal sealed class WorkDemo(PastWriter writer, DemoCompany company, DemoCycle cycle)
{
    public void Add(DemoObjective objective)
    {
        if (company.Project(cycle, objective) is { } project)
            Add(project, objective);
        foreach (var item in company.WorkItems(cycle, objective))
            Add(item, objective);
    }

    private void Add(DemoProject demo, DemoObjective objective)
    {
        var project = Project.Begin(objective.Id, demo.Name, demo.Manager.Id, demo.Id);
        var past = writer.Begin(project);
        foreach (var milestone in demo.Milestones)
        {
            var content = new MilestoneContent(milestone.Name, milestone.Owner.Id, milestone.Start, milestone.Due, milestone.DependsOn, 0);
            past.Record("saveMilestone", demo.By.Id, milestone.PlannedAt, null, Demand(project.Add(content, milestone.Id)));
        }
        foreach (var (milestone, report) in demo.Reports)
        {
            var told = project.Find(milestone.Id)!;
            Demand(project.Change(told, MilestoneContent.Of(told) with { PercentComplete = report.PercentComplete }));
            past.Record("reportMilestone", milestone.Owner.Id, report.At);
        }
    }

    private void Add(DemoWorkItem demo, DemoObjective objective)
    {
        var item = WorkItem.Plan(objective.Id, new(demo.Title, demo.Owner.Id, demo.Start, demo.Due, false), demo.PlannedAt, demo.Id);
        var past = writer.Begin(item);
        past.Record("saveWorkItem", demo.By.Id, demo.PlannedAt);
        if (demo.DoneAt is not { } done)
            return;
        item.Change(WorkItemContent.Of(item) with { Done = true }, done);
        past.Record("reportWorkItem", demo.Owner.Id, done);
    }

    private static Milestone Demand(Result<Milestone> result) => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Errors[0].Message.English);
}
