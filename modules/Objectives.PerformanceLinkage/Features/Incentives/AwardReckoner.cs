using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Features.Scoring;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Results as they are assumed to be, in place of those on record: what if the team reaches 95 %.</summary>
/// <param name="Individual">Everyone's score.</param>
/// <param name="Team">Every team's: per cent of its targets reached, at most 120, as <see cref="JointResult"/> counts.</param>
/// <param name="Company">As the team's.</param>
internal sealed record Assumption(decimal? Individual, decimal? Team, decimal? Company)
{
    public static readonly Assumption None = new(null, null, null);
}

/// <summary>What a scheme pays on the figures of now.</summary>
/// <param name="Unsettled">The participants whose appraisal is not signed yet, of those who have a scorecard that counts.</param>
internal sealed record Reckoning(IReadOnlyList<FinalAward> Awards, long OwedMinor, IReadOnlyList<PersonId> Unsettled);

/// <summary>
/// Works awards out (S4.7, S5.5): the individual part by the person's score, the team's by the objectives of his unit, or of the nearest unit above that has some of its own, the company's by the company's objectives. As many
/// statements however many take part.
/// </summary>
internal sealed class AwardReckoner(IMediator mediator)
{
    /// <param name="withinCommand">Whether the caller holds a transaction.</param>
    public async Task<Reckoning> WorkOutAsync(IncentiveScheme scheme, IReadOnlyCollection<Participant> participants, Assumption assumed, bool withinCommand, CancellationToken cancellationToken)
    {
        var people = participants.Select(p => p.PersonId).ToList();
        var scores = await mediator.Send(new ScoresOf(scheme.CycleId, people, withinCommand), cancellationToken);
        var joint = await JointAsync(scheme.CycleId, people, withinCommand, cancellationToken);
        var sheet = AwardRule.Pay(scheme.Shares, scheme.Curve, scheme.BudgetMinor, participants.Select(p => new AwardBasis(
            p.PersonId, p.TargetMinor, assumed.Individual ?? (scores.TryGetValue(p.PersonId, out var score) ? score.Score : null), assumed.Team ?? joint.TeamOf(p.PersonId).Score, assumed.Company ?? joint.Company.Score)));
        return new(
            [.. sheet.Awards.Select(a => AwardOf(scheme, a, joint, assumed))],
            sheet.OwedMinor,
            [.. scores.Where(s => !s.Value.IsSettled).Select(s => s.Key)]);
    }

    private static FinalAward AwardOf(IncentiveScheme scheme, AwardFigures a, Joint joint, Assumption assumed) => new()
    {
        SchemeId = scheme.Id, CycleId = scheme.CycleId, PersonId = a.PersonId, TargetMinor = a.TargetMinor, OwedMinor = a.OwedMinor,
        IndividualScore = a.Individual.Score, IndividualPercent = a.Individual.Percent, IndividualMinor = a.Individual.Minor,
        TeamId = assumed.Team is null ? joint.TeamIdOf(a.PersonId) : null, TeamAssessed = assumed.Team is null ? joint.TeamOf(a.PersonId).Assessed : 0, TeamScore = a.Team.Score, TeamPercent = a.Team.Percent, TeamMinor = a.Team.Minor,
        CompanyAssessed = assumed.Company is null ? joint.Company.Assessed : 0, CompanyScore = a.Company.Score, CompanyPercent = a.Company.Percent, CompanyMinor = a.Company.Minor,
    };

    private async Task<Joint> JointAsync(CycleId cycle, List<PersonId> people, bool withinCommand, CancellationToken cancellationToken)
    {
        var units = await mediator.Send(new UnitsOfPeople(people), cancellationToken);
        var above = await mediator.Send(new UnitsAbove([.. units.Values.Distinct()]), cancellationToken);
        var objectives = await mediator.Send(new JointObjectives(cycle, [.. above.Values.SelectMany(line => line).Distinct()]), cancellationToken);
        var attainments = await mediator.Send(new AttainmentsOf([.. objectives.Select(o => o.Id)], withinCommand), cancellationToken);
        JointResult ResultOf(IEnumerable<JointObjective> of) => JointResult.Of([.. of.Where(o => attainments.ContainsKey(o.Id)).Select(o => attainments[o.Id])]);

        var teams = objectives.Where(o => !o.IsCompanys).GroupBy(o => o.UnitId).ToDictionary(g => g.Key, ResultOf);
        var teamIds = units.ToDictionary(u => u.Key, u => above[u.Value].Where(teams.ContainsKey).Select(unit => (UnitId?)unit).FirstOrDefault());
        return new(teamIds, teams, ResultOf(objectives.Where(o => o.IsCompanys)));
    }

    private sealed record Joint(Dictionary<PersonId, UnitId?> TeamIds, Dictionary<UnitId, JointResult> Teams, JointResult Company)
    {
        public UnitId? TeamIdOf(PersonId person) => TeamIds.GetValueOrDefault(person);

        public JointResult TeamOf(PersonId person) => TeamIdOf(person) is { } team ? Teams[team] : new(null, 0);
    }
}
