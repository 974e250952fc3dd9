namespace Objectives.Platform.GraphQl.Execution;

/// <summary>An object of which something was loaded.</summary>
internal sealed class ResultNode(object source, SelectionPlan plan, ResultNode? parent, FieldPlan? via, int index)
{
    public object Source => source;

    public SelectionPlan Plan => plan;

    public object?[] Slots { get; } = plan.Slots == 0 ? [] : new object?[plan.Slots];

    /// <summary>Where a field of it stands in the answer.</summary>
    public List<object> PathOf(FieldPlan field)
    {
        var path = parent is null ? [] : parent.PathOf(via!);
        if (index >= 0)
            path.Add(index);
        path.Add(field.Key);
        return path;
    }
}
