using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>What planning has to say of whether management by objectives works (S5.7). Asks for no one's rights; the same few statements, however much there is.</summary>
/// <param name="Units">Of objectives of these units; null is the company.</param>
/// <param name="Executives">Those whose part in it is measured, each with the units by which a briefing reaches him.</param>
public sealed record HealthOfPlanning(CycleId CycleId, CountedMonths Months, IReadOnlyCollection<UnitId>? Units, IReadOnlyDictionary<PersonId, IReadOnlyList<UnitId>> Executives) : IRequest<PlanningHealth>;

/// <param name="Committed">The objectives that were committed and not withdrawn, each with the month from which on it counts.</param>
/// <param name="FirstCommitments">When those who signed as owners first did so.</param>
/// <param name="Strategy">The strategy's elements of the cycle's year in which an executive has had a hand; null of single units.</param>
/// <param name="Briefed">The briefings that reached executives, and were read or published by them.</param>
/// <param name="Calibrated">Objectives whose target is not found too low or too high (S5.1).</param>
/// <param name="Unrevised">Objectives whose target needed no revision (S7.5).</param>
/// <param name="Planned">Objectives with work, a project or other objectives by which they are carried out.</param>
/// <param name="SettledSoon">Negotiated objectives that took no more than <see cref="MostRounds"/> proposals.</param>
/// <param name="PaperworkMinutes">The policy's, per person and month (S5.7.8).</param>
public sealed record PlanningHealth(
    IReadOnlyList<(ObjectiveId Id, int Month)> Committed, IReadOnlyDictionary<PersonId, DateTimeOffset> FirstCommitments, MonthlyShare? Strategy, MonthlyShare Briefed, MonthlyShare Calibrated, MonthlyShare Unrevised,
    MonthlyShare Planned, MonthlyShare SettledSoon, int PaperworkMinutes)
{
    /// <summary>Each side proposes once and answers once.</summary>
    public const int MostRounds = 4;
}

/// <summary>What planning shows of how people are led, by whose objectives they are (S7.2). Asks for no one's rights; a statement each.</summary>
public sealed record LeadingInPlanning(CycleId CycleId, IReadOnlyCollection<PersonId> People) : IRequest<PlanningLeading>;

/// <param name="Empowered">Objectives whose owner was granted authority, on record.</param>
/// <param name="Informed">Briefings that reached a person and were read, and objectives for which the superior shared his own.</param>
/// <param name="Helped">Help asked for that was agreed or given.</param>
public sealed record PlanningLeading(IReadOnlyList<PersonShare> Empowered, IReadOnlyList<PersonShare> Informed, IReadOnlyList<PersonShare> Helped);
