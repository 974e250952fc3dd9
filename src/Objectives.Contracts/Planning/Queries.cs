using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>Those of the given objectives of which the caller may read all, not only what ancestors of readable ones tell (title, measure, target, progress).</summary>
public sealed record ReadableObjectives(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlySet<ObjectiveId>>;

/// <summary>The cycles in execution or appraisal: of these actuals are recorded.</summary>
public sealed record CyclesCarriedOut : IRequest<IReadOnlyList<CycleId>>;
