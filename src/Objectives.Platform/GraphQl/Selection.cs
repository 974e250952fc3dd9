using System.Collections.Concurrent;
using System.Collections.Frozen;
using Objectives.Platform.GraphQl.Execution;

namespace Objectives.Platform.GraphQl;

/// <summary>What an operation selects below a field, for those who read no more than is asked.</summary>
public sealed class Selection
{
    public static readonly Selection None = new([]);

    private readonly IReadOnlySet<string> _direct;
    private readonly IReadOnlyList<SelectionPlan>? _below;
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _on = [];

    /// <summary>Of which only the fields directly below are known.</summary>
    internal Selection(IEnumerable<string> direct) => _direct = direct.ToFrozenSet(StringComparer.Ordinal);

    internal Selection(Shape shape)
        : this(PlansOf(shape).SelectMany(p => p.Fields).Select(f => f.Place.Field)) => _below = PlansOf(shape);

    /// <summary>Whether the field is selected directly below.</summary>
    public bool Contains(string field) => _direct.Contains(field);

    /// <summary>The fields selected of a type's objects, however deep they stand; null when that is not known.</summary>
    public IReadOnlySet<string>? On(string typeName) => _below is null ? null : _on.GetOrAdd(typeName, name =>
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in _below)
            Collect(plan, name, fields);
        return fields;
    });

    private static void Collect(SelectionPlan plan, string typeName, HashSet<string> into)
    {
        foreach (var field in plan.Fields)
        {
            if (plan.TypeName == typeName)
                into.Add(field.Place.Field);
            foreach (var below in PlansOf(field.Shape))
                Collect(below, typeName, into);
        }
    }

    private static IReadOnlyList<SelectionPlan> PlansOf(Shape shape) => shape switch
    {
        { Item: { } item } => PlansOf(item),
        { OnlyPlan: { } only } => [only],
        { Plans: { } plans } => plans.Values,
        _ => [],
    };
}
