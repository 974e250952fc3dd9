using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain;

/// <summary>Where an objective stands in its tree, and whose it is: what decides who may read and change it.</summary>
internal sealed record ObjectivePlace(ObjectiveId Id, CycleId CycleId, string Path, ObjectiveLevel Level, PersonId OwnerId, UnitId UnitId)
{
    public static ObjectivePlace Of(Objective objective)
        => new(objective.ObjectiveId, objective.CycleId, objective.Path, objective.Level, objective.OwnerId, objective.UnitId);
}
