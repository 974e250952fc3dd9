using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.Development;

/// <summary>What a person's objectives need of him, what he is able to do, or what is done about it, is otherwise than before.</summary>
/// <param name="ObjectiveId">The objective that needs something else; null when it is the person.</param>
[EventVersion(1)]
public sealed record CompetencyGapsChanged(PersonId PersonId, ObjectiveId? ObjectiveId) : IIntegrationEvent
{
    public Guid AggregateId => PersonId.Value;
}

/// <summary>What a person is to do for his development is soon due, or was due and is not done.</summary>
[EventVersion(1)]
public sealed record DevelopmentDue(DevelopmentItemId DevelopmentItemId, PersonId PersonId, DateOnly Due, bool IsOverdue) : IIntegrationEvent
{
    public Guid AggregateId => DevelopmentItemId.Value;
}

/// <summary>What a person was to do for his development was passed or failed.</summary>
[EventVersion(1), ForWebhooks]
public sealed record DevelopmentCompleted(DevelopmentItemId DevelopmentItemId, PersonId PersonId, PersonId ById, bool Passed) : IIntegrationEvent
{
    public Guid AggregateId => DevelopmentItemId.Value;
}
