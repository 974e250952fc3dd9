using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Development.Domain.Levels;

/// <summary>What whoever carries out an objective must be able to do (S5.7.2). It is no part of what is signed: it may be found out, and changed, also after that.</summary>
internal sealed class ObjectiveNeeds : Aggregate
{
    public const int MaxCompetencies = 20;

    private ObjectiveNeeds()
    {
    }

    public Guid Id { get; private init; }

    public override Guid Key => Id;

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    public static ObjectiveNeeds Of(ObjectiveId objective, CycleId cycle, Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), ObjectiveId = objective, CycleId = cycle };

    /// <remarks>Raises <see cref="CompetencyGapsChanged"/>.</remarks>
    public void Tell(PersonId owner) => Raise(new CompetencyGapsChanged(owner, ObjectiveId));
}

/// <summary>One competency that an objective needs.</summary>
internal sealed class NeededCompetency : IPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid NeedsId { get; init; }

    public required ObjectiveId ObjectiveId { get; init; }

    public required CycleId CycleId { get; init; }

    public required CompetencyId CompetencyId { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Level { get; set; }

    Guid IPart.Root => NeedsId;
}
