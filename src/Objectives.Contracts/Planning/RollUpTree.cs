using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>
/// Objectives and all that stand above them, each with those whose figures make up its own (S7.3): the children that use its measure, or one of the same unit, direction and
/// aggregation. Withdrawn ones are left out. Asks for no one's rights; the number of statements does not depend on how many they are.
/// </summary>
public sealed record RollUpTree(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyList<RollUpNode>>;

/// <summary>The cycles that objectives are of, in the order of their ids. Asks for no one's rights; one statement.</summary>
public sealed record CyclesOf(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyList<CycleId>>;

/// <summary>All objectives of a cycle, as <see cref="RollUpTree"/> has them.</summary>
public sealed record RollUpTreeOfCycle(CycleId CycleId) : IRequest<IReadOnlyList<RollUpNode>>;

/// <param name="Depth">0 of a root.</param>
public sealed record RollUpNode(ObjectiveId Id, CycleId CycleId, int Depth, MeasureDirection Direction, Aggregation Aggregation, IReadOnlyList<RollUpChild> Children);

/// <param name="Target">Of the cycle, in the measure's unit.</param>
/// <param name="Weight">Among its siblings.</param>
public readonly record struct RollUpChild(ObjectiveId Id, decimal Target, decimal Weight);

/// <summary>Objectives and all that stood below them at a moment, as <see cref="RollUpTree"/> has them.</summary>
public sealed record RollUpTreeBelow(IReadOnlyCollection<ObjectiveId> Ids, DateTimeOffset AsOf) : IRequest<IReadOnlyList<RollUpNode>>;
