using System.Linq.Expressions;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Features.Objectives;

/// <summary>An objective as lists and trees read it: all but its long texts, which are loaded when asked for.</summary>
internal sealed record ObjectiveModel : IEntityModel, IReadAsOf
{
    public ObjectiveId ObjectiveId { get; init; }

    public long Version { get; init; }

    public CycleId CycleId { get; init; }

    public string Code { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public ObjectiveLevel Level { get; init; }

    public ObjectiveStatus Status { get; init; }

    public ObjectiveOrigin Origin { get; init; }

    public PersonId OwnerId { get; init; }

    public UnitId UnitId { get; init; }

    public RegionId? RegionId { get; init; }

    public CustomerId? CustomerId { get; init; }

    public PositionId? PositionId { get; init; }

    public ResponsibilityId? ResponsibilityId { get; init; }

    public StrategyElementId? StrategyElementId { get; init; }

    public bool Important { get; init; }

    public ObjectiveId? ParentId { get; init; }

    public string Path { get; init; } = string.Empty;

    public decimal RollUpWeight { get; init; }

    public MeasureId MeasureId { get; init; }

    public decimal? Baseline { get; init; }

    public decimal Target { get; init; }

    public decimal? LowerBound { get; init; }

    public PhasingMethod? PhasedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where it is read in the order of attainment.</summary>
    public decimal AttainmentRank { get; init; }

    public Guid Id => ObjectiveId.Value;

    /// <summary>The moment as of which it was read, when that is not now; what hangs on it is read as of then too.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Read as an ancestor of something that the caller may read: title, measure, target and progress, and no more.</summary>
    public bool AsAncestorOnly { get; set; }

    /// <summary>Its parent and children where the whole tree was read at once.</summary>
    public ObjectiveModel? LoadedParent { get; set; }

    public IReadOnlyList<ObjectiveModel>? LoadedChildren { get; set; }

    public void AddLoadedChild(ObjectiveModel child)
    {
        if (LoadedChildren is not List<ObjectiveModel> children)
            LoadedChildren = children = [];
        children.Add(child);
    }

    public ObjectiveAt At => new(ObjectiveId, AsOf);
}

/// <summary>An objective at a moment; null is now.</summary>
internal readonly record struct ObjectiveAt(ObjectiveId Id, DateTimeOffset? AsOf);

internal static class ObjectiveProjections
{
    /// <summary>What is read for some fields alone. Fields that are not named here, such as another module's, may ask for anything.</summary>
    private static readonly Dictionary<string, string> ReadFor = new(StringComparer.Ordinal)
    {
        ["code"] = nameof(ObjectiveModel.Code),
        ["title"] = nameof(ObjectiveModel.Title),
        ["target"] = nameof(ObjectiveModel.Target),
        ["measure"] = nameof(ObjectiveModel.MeasureId),
        ["important"] = nameof(ObjectiveModel.Important),
        ["version"] = nameof(ObjectiveModel.Version),
        ["origin"] = nameof(ObjectiveModel.Origin),
        ["region"] = nameof(ObjectiveModel.RegionId),
        ["customer"] = nameof(ObjectiveModel.CustomerId),
    };

    /// <summary>By these trees are linked and rights are told.</summary>
    private static readonly HashSet<string> Always =
    [
        nameof(ObjectiveModel.ObjectiveId), nameof(ObjectiveModel.CycleId), nameof(ObjectiveModel.ParentId), nameof(ObjectiveModel.Path), nameof(ObjectiveModel.Level), nameof(ObjectiveModel.Status),
        nameof(ObjectiveModel.OwnerId), nameof(ObjectiveModel.UnitId),
    ];

    private static readonly HashSet<string> NeedNoMore = ["id", "__typename", "cycle", "level", "status", "owner", "unit", "parent", "children", "childCount", "ancestors", "description", "contribution", "findings"];

    public static IQueryable<ObjectiveModel> ToModels<T>(this IQueryable<T> objectives)
        where T : class, IObjectiveState
        => objectives.Select(Whole<T>.Model);

    /// <summary>Reads no more than some fields ask for, where that is known: what is not read has its type's default.</summary>
    public static IQueryable<ObjectiveModel> ToModels<T>(this IQueryable<T> objectives, IReadOnlySet<string>? fields)
        where T : class, IObjectiveState
    {
        if (fields is null || !fields.All(f => ReadFor.ContainsKey(f) || NeedNoMore.Contains(f)))
            return objectives.ToModels();
        var read = fields.Where(ReadFor.ContainsKey).Select(f => ReadFor[f]).Concat(Always).ToHashSet(StringComparer.Ordinal);
        var whole = (MemberInitExpression)Whole<T>.Model.Body;
        return objectives.Select(Expression.Lambda<Func<T, ObjectiveModel>>(whole.Update(whole.NewExpression, whole.Bindings.Where(b => read.Contains(b.Member.Name))), Whole<T>.Model.Parameters));
    }

    /// <summary>With one more property than its row has.</summary>
    public static IQueryable<ObjectiveModel> ToModels<TValue>(this IQueryable<Objective> objectives, string property, Expression<Func<Objective, TValue>> value)
    {
        var whole = (MemberInitExpression)Whole<Objective>.Model.Body;
        var bound = Expression.Bind(typeof(ObjectiveModel).GetProperty(property)!, value.Body);
        var rest = new ParameterSwap(Whole<Objective>.Model.Parameters[0], value.Parameters[0]).Visit(whole);
        return objectives.Select(Expression.Lambda<Func<Objective, ObjectiveModel>>(whole.Update(whole.NewExpression, [.. ((MemberInitExpression)rest).Bindings, bound]), value.Parameters));
    }

    private sealed class ParameterSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private static class Whole<T>
        where T : class, IObjectiveState
    {
        public static readonly Expression<Func<T, ObjectiveModel>> Model = o => new ObjectiveModel
        {
            ObjectiveId = o.ObjectiveId,
            Version = o.Version,
            CycleId = o.CycleId,
            Code = o.Code,
            Title = o.Title,
            Level = o.Level,
            Status = o.Status,
            Origin = o.Origin,
            OwnerId = o.OwnerId,
            UnitId = o.UnitId,
            RegionId = o.RegionId,
            CustomerId = o.CustomerId,
            PositionId = o.PositionId,
            ResponsibilityId = o.ResponsibilityId,
            StrategyElementId = o.StrategyElementId,
            Important = o.Important,
            ParentId = o.ParentId,
            Path = o.Path,
            RollUpWeight = o.RollUpWeight,
            MeasureId = o.MeasureId,
            Baseline = o.Baseline,
            Target = o.Target,
            LowerBound = o.LowerBound,
            PhasedBy = o.PhasedBy,
            UpdatedAt = o.UpdatedAt,
        };
    }

    /// <summary>The versions that held at a moment.</summary>
    public static IQueryable<ObjectiveVersion> HeldAt(this IQueryable<ObjectiveVersion> versions, DateTimeOffset moment)
        => versions.Where(v => v.ValidFrom <= moment && (v.ValidUntil == null || v.ValidUntil > moment));
}
