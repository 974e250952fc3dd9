using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>How many elements each list field counts for (the formula is at <see cref="GraphQlLimits"/>).</summary>
internal sealed class ListSizes(GraphQlLimits limits, GraphQLOperationDefinition operation)
{
    /// <summary>Own is the field's own factor; Within is what the lists directly in it (edges, nodes) count.</summary>
    public (PageSize Own, PageSize? Within) Of(GraphQLField field, FieldType? definition, IGraphType? parent, PageSize? within)
    {
        if (definition?.ResolvedType is not { } type)
            return (PageSize.One, null);
        var isList = IsList(type);
        if (definition.Arguments?.Find("first") is not null || definition.Arguments?.Find("last") is not null)
        {
            var size = Paged(field, definition);
            return isList ? (size, null) : (PageSize.One, size);
        }
        if (!isList)
            return (PageSize.One, null);
        if (within is { } page)
            return (page, null);
        if (definition.Arguments?.Find("ids") is not null && Argument(field, "ids") is { } ids)
            return (Counted(ids), null);
        return (ReferenceEquals(type.GetNamedType(), parent) ? PageSize.One : new(limits.ListSize), null);
    }

    private static bool IsList(IGraphType type) => (type is NonNullGraphType nonNull ? nonNull.ResolvedType : type) is ListGraphType;

    private PageSize Paged(GraphQLField field, FieldType definition)
    {
        foreach (var name in (ReadOnlySpan<string>)["first", "last"])
        {
            if (Argument(field, name) is { } given && Number(given) is { } size)
                return size;
        }
        return new(definition.Arguments?.Find("first")?.DefaultValue is int number ? number : limits.PageSize);
    }

    private PageSize? Number(GraphQLValue value) => value switch
    {
        GraphQLIntValue literal => new(PageSize.TryParse(literal.Value.Span, out var size) ? size : int.MaxValue),
        GraphQLVariable variable => new(DefaultOf(variable) ?? limits.PageSize, variable.Name.StringValue),
        _ => null,
    };

    private PageSize Counted(GraphQLValue value) => value switch
    {
        GraphQLListValue list => new(list.Values?.Count ?? 0),
        GraphQLVariable variable => new(limits.ListSize, variable.Name.StringValue),
        _ => PageSize.One,
    };

    private long? DefaultOf(GraphQLVariable variable) =>
        operation.Variables?.Items.Find(v => v.Variable.Name == variable.Name)?.DefaultValue is GraphQLIntValue literal
        && PageSize.TryParse(literal.Value.Span, out var size) ? size : null;

    private static GraphQLValue? Argument(GraphQLField field, string name) => field.Arguments?.Items.Find(a => a.Name.Value == name)?.Value;
}
