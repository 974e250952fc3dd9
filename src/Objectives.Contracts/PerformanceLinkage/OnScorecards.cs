using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.PerformanceLinkage;

/// <summary>Which of these objectives stand on a scorecard of their cycle, be it a draft (S4.3). Asks for no one's rights; one statement, however many.</summary>
public sealed record ObjectivesOnScorecards(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlySet<ObjectiveId>>;
