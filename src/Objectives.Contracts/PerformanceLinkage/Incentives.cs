using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.PerformanceLinkage;

/// <summary>Which of these people take part in an incentive scheme of the cycle that has a rule (S4.3). Asks for no one's rights; one statement, however many.</summary>
public sealed record PeopleWithIncentive(CycleId CycleId, IReadOnlyCollection<PersonId> People) : IRequest<IReadOnlySet<PersonId>>;

/// <summary>People take part in an incentive scheme with a rule from now on, or no longer do.</summary>
[EventVersion(1)]
public sealed record IncentiveParticipationChanged(IncentiveSchemeId IncentiveSchemeId, CycleId CycleId, IReadOnlyList<PersonId> PersonIds) : IIntegrationEvent
{
    public Guid AggregateId => IncentiveSchemeId.Value;
}

/// <summary>What a scheme's participants get is final.</summary>
[EventVersion(1)]
public sealed record AwardsFinalised(IncentiveSchemeId IncentiveSchemeId, CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => IncentiveSchemeId.Value;
}
