using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Features.Objectives;

/// <summary>An objective as lists and trees read it: all but its long texts, which are loaded when asked for.</summary>
internal sealed record ObjectiveModel(
    ObjectiveId ObjectiveId, long Version, CycleId CycleId, string Code, string Title, ObjectiveLevel Level, ObjectiveStatus Status, ObjectiveOrigin Origin,
    PersonId OwnerId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, PositionId? PositionId, ResponsibilityId? ResponsibilityId, StrategyElementId? StrategyElementId,
    bool Important, ObjectiveId? ParentId, string Path, decimal RollUpWeight, MeasureId MeasureId, decimal? Baseline, decimal Target, decimal? LowerBound, PhasingMethod? PhasedBy,
    DateTimeOffset UpdatedAt) : IEntityModel
{
    public Guid Id => ObjectiveId.Value;

    /// <summary>The moment as of which it was read, when that is not now; what hangs on it is read as of then too.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Read as an ancestor of something that the caller may read: title, measure, target and progress, and no more.</summary>
    public bool AsAncestorOnly { get; set; }

    /// <summary>Its parent and children where the whole tree was read at once.</summary>
    public ObjectiveModel? LoadedParent { get; set; }

    public IReadOnlyList<ObjectiveModel>? LoadedChildren { get; set; }

    public ObjectiveAt At => new(ObjectiveId, AsOf);
}

/// <summary>An objective at a moment; null is now.</summary>
internal readonly record struct ObjectiveAt(ObjectiveId Id, DateTimeOffset? AsOf);

internal static class ObjectiveProjections
{
    public static IQueryable<ObjectiveModel> ToModels<T>(this IQueryable<T> objectives)
        where T : class, IObjectiveState
        => objectives.Select(o => new ObjectiveModel(
            o.ObjectiveId, o.Version, o.CycleId, o.Code, o.Title, o.Level, o.Status, o.Origin, o.OwnerId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId,
            o.ResponsibilityId, o.StrategyElementId, o.Important, o.ParentId, o.Path, o.RollUpWeight, o.MeasureId, o.Baseline, o.Target, o.LowerBound, o.PhasedBy, o.UpdatedAt));

    /// <summary>The versions that held at a moment.</summary>
    public static IQueryable<ObjectiveVersion> HeldAt(this IQueryable<ObjectiveVersion> versions, DateTimeOffset moment)
        => versions.Where(v => v.ValidFrom <= moment && (v.ValidUntil == null || v.ValidUntil > moment));
}
