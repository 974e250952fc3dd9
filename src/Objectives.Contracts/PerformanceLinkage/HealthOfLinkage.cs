using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.PerformanceLinkage;

/// <summary>What appraisal and recognition have to say of whether management by objectives works (S5.7). Asks for no one's rights; the same few statements, however much there is.</summary>
/// <param name="Objectives">Those that should stand on a scorecard, each with the month from which on it counts.</param>
/// <param name="People">Whose scorecards and recognitions count.</param>
/// <param name="Current">The month that it is.</param>
public sealed record HealthOfLinkage(CycleId CycleId, CountedMonths Months, IReadOnlyList<(ObjectiveId Id, int Month)> Objectives, IReadOnlyCollection<PersonId> People, int Current) : IRequest<LinkageHealth>;

/// <param name="Tied">Objectives that stand on a scorecard.</param>
/// <param name="ByRule">Appraised items whose score is what their rule gave, without points of the leader's.</param>
/// <param name="Undisputed">Appraisals told to people that they did not dispute.</param>
/// <param name="Encouraged">People who were recognised in the month or the two before it; a month counts once so many are known.</param>
public sealed record LinkageHealth(MonthlyShare Tied, MonthlyShare ByRule, MonthlyShare Undisputed, MonthlyShare Encouraged)
{
    /// <summary>Within which everyone should have been encouraged once.</summary>
    public const int EncouragedWithinMonths = 3;
}
