using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>The targets of objectives month by month; without those that do not exist. Asks for no one's rights.</summary>
public sealed record PhasedTargets(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyDictionary<ObjectiveId, PhasedTargetsAnswer>>;

/// <param name="IsPhased">Whether the months were settled; if not, they are what an even phasing would give.</param>
/// <param name="Months">All that the cycle touches, in their order.</param>
public sealed record PhasedTargetsAnswer(bool IsPhased, IReadOnlyList<MonthTarget> Months);

/// <param name="Month">Its first day.</param>
/// <param name="ToDate">The whole of the months up to and with this one, by the measure's aggregation.</param>
public readonly record struct MonthTarget(DateOnly Month, decimal Target, decimal ToDate);
