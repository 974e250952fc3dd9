using Objectives.Contracts.Organization;

namespace Objectives.Contracts.PerformanceLinkage;

/// <summary>Someone was recognised while the work is being done (S4.7).</summary>
[EventVersion(1)]
public sealed record RecognitionGiven(RecognitionId RecognitionId, PersonId ToId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => RecognitionId.Value;
}
