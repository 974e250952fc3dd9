using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>Enters a cycle's briefings with who has read them, and makes the company's objectives and those of one team known.</summary>
internal sealed class BriefingsDemo(PastWriter writer, DemoCompany company, DemoCycle cycle)
{
    private const string Team = "E0111";
    private readonly List<ObjectiveId> _ofCompany = [];
    private readonly List<ObjectiveId> _ofTeam = [];
    private DemoUnit? _team;

    public async Task AddAsync(DemoBriefing demo, CancellationToken cancellationToken)
    {
        var briefing = Briefing.Publish(cycle.Id, demo.Unit.Id, PlanningDemo.Named<BriefingKind>(demo.Kind), demo.Title, demo.Body, demo.Objectives, demo.By.Id, demo.At, demo.Id);
        writer.Add(briefing, [], "publishBriefing", demo.By.Id, demo.At);
        foreach (var given in company.Acknowledgements(cycle, demo))
        {
            writer.Add(Acknowledgement.Give(briefing.Id, given.By.Id, given.At, given.Id), [], "acknowledgeBriefing", given.By.Id, given.At);
            await writer.FlushIfFullAsync(cancellationToken);
        }
    }

    /// <summary>Keeps what is to be published when all objectives are entered.</summary>
    public void Note(DemoObjective objective)
    {
        if (cycle.Phase != DemoPhase.Execution || objective.Now.Status != DemoStatus.Committed)
            return;
        if (objective.Level == DemoLevel.Company)
        {
            _ofCompany.Add(objective.Id);
        }
        else if (objective.Level == DemoLevel.Team && objective.Owner.EmployeeNumber == Team)
        {
            _team = objective.Unit;
            _ofTeam.Add(objective.Id);
        }
    }

    public async Task PublishNotedAsync(CancellationToken cancellationToken)
    {
        if (_ofCompany.Count > 0)
            await AddAsync(company.Publication(cycle, 0, company.Units[0], _ofCompany), cancellationToken);
        if (_team is not null)
            await AddAsync(company.Publication(cycle, 1, _team, _ofTeam), cancellationToken);
    }
}
