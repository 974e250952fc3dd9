using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum StrategyKind
{
    Vision,
    LongTermObjective,
    Strategy,
    AnnualPolicy,
    AnnualPlan,
}

/// <summary>A link of the chain from vision to annual plan, from which company objectives hang (S5.3).</summary>
internal sealed class StrategyElement : Aggregate
{
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 4000;

    private StrategyElement()
    {
    }

    public StrategyElementId Id { get; private set; }

    public override Guid Key => Id.Value;

    public StrategyKind Kind { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string Description { get; private set; } = string.Empty;

    /// <summary>The first year that it holds for.</summary>
    public int From { get; private set; }

    /// <summary>The last year.</summary>
    public int Until { get; private set; }

    public MeasureId? MeasureId { get; private set; }

    public decimal? Target { get; private set; }

    public StrategyElementId? ParentId { get; private set; }

    public static StrategyElement Create(StrategyKind kind, string title, string description, int from, int until, MeasureId? measureId, decimal? target, StrategyElementId? parentId, StrategyElementId? id = null)
    {
        var element = new StrategyElement { Id = id ?? StrategyElementId.New() };
        element.Change(kind, title, description, from, until, measureId, target, parentId);
        return element;
    }

    /// <summary>Each element serves one of a kind above its own; a vision serves nothing (S5.3).</summary>
    public static Error? CheckPlace(StrategyKind kind, StrategyKind? parentKind) => parentKind is null || parentKind < kind
        ? null
        : Error.Invalid("parentId", new("An element serves one of a kind above its own: vision, long-term objective, strategy, annual policy, annual plan.", "上级要素的层级必须高于本要素（愿景→长期目标→战略→年度方针→年度计划）。"));

    public void Change(StrategyKind kind, string title, string description, int from, int until, MeasureId? measureId, decimal? target, StrategyElementId? parentId)
    {
        Kind = kind;
        Title = title.Trim();
        Description = description.Trim();
        From = from;
        Until = until;
        MeasureId = measureId;
        Target = target;
        ParentId = parentId;
    }
}
