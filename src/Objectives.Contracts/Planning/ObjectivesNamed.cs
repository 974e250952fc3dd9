using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>Which objectives files mean, of those that the caller may read.</summary>
/// <param name="Codes">Of whatever cycle.</param>
/// <param name="Paths">Titles of a cycle's objectives that were not withdrawn, each after that of the objective above it; the first need not be a root's.</param>
public sealed record ObjectivesNamed(CycleId CycleId, IReadOnlyCollection<string> Codes, IReadOnlyList<IReadOnlyList<string>> Paths) : IRequest<ObjectivesNamedAnswer>;

/// <param name="ByPath">For each path those that it fits.</param>
public sealed record ObjectivesNamedAnswer(IReadOnlyDictionary<string, ObjectiveId> ByCode, IReadOnlyList<IReadOnlyList<ObjectiveId>> ByPath);

/// <summary>A cycle's objectives that were not withdrawn and of which the caller may read all, parents before their children: one statement, however many.</summary>
/// <param name="UnitId">Of this unit and those below it.</param>
public sealed record ObjectivesOfCycle(CycleId CycleId, UnitId? UnitId, RegionId? RegionId) : IRequest<IReadOnlyList<CodedObjective>>;

public readonly record struct CodedObjective(ObjectiveId Id, string Code);
