using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Development.Domain.Plans;

/// <summary>What a person does for his development in one cycle (S5.4).</summary>
internal sealed class DevelopmentPlan : Aggregate
{
    public const int MaxItems = 200;

    private DevelopmentPlan()
    {
    }

    public DevelopmentPlanId Id { get; private init; }

    public override Guid Key => Id.Value;

    public PersonId PersonId { get; private init; }

    public CycleId CycleId { get; private init; }

    public static DevelopmentPlan Of(PersonId person, CycleId cycle, DevelopmentPlanId? id = null) => new() { Id = id ?? DevelopmentPlanId.New(), PersonId = person, CycleId = cycle };

    /// <summary>Something is planned that was not, or the other way round.</summary>
    /// <remarks>Raises <see cref="CompetencyGapsChanged"/>.</remarks>
    public void TellOfGaps() => Raise(new CompetencyGapsChanged(PersonId, null));

    /// <remarks>Raises <see cref="DevelopmentCompleted"/>.</remarks>
    public void TellOfOutcome(DevelopmentItem item, PersonId by) => Raise(new DevelopmentCompleted(item.Id, PersonId, by, item.Status == DevelopmentItemStatus.Completed));
}
