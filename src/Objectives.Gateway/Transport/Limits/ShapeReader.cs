using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>Measures an operation before it is validated, so that validation itself is never handed too much. Linear: a fragment is read once.</summary>
internal sealed class ShapeReader
{
    private static readonly string[] IntrospectionLists = ["fields", "inputFields", "interfaces", "possibleTypes"];

    private readonly Dictionary<(ROM Fragment, PageSize? Within, bool Introspection), Extent> _fragments = [];
    private readonly HashSet<ROM> _open = [];
    private readonly CostPlan _plan = new();
    private readonly GraphQLDocument _document;
    private readonly ISchema _schema;
    private readonly ListSizes _sizes;

    private ShapeReader(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, GraphQlLimits limits)
    {
        _schema = schema;
        _document = document;
        _sizes = new(limits, operation);
    }

    public static OperationShape Read(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, GraphQlLimits limits)
    {
        var reader = new ShapeReader(schema, document, operation, limits);
        IGraphType? root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var extent = reader.Selection(operation.SelectionSet, root, within: null, introspection: false);
        reader._plan.Complete(extent.Cost);
        return new(operation, extent, reader._plan);
    }

    private Extent Selection(GraphQLSelectionSet selections, IGraphType? parent, PageSize? within, bool introspection)
    {
        var sum = default(Extent);
        var costs = new List<CostPlan.Term>(selections.Selections.Count);
        foreach (var selection in selections.Selections)
        {
            var part = selection switch
            {
                GraphQLField field => Field(field, parent, within, introspection),
                GraphQLInlineFragment inline => Selection(
                    inline.SelectionSet, inline.TypeCondition is { } condition ? Type(condition) : parent, within, introspection),
                GraphQLFragmentSpread spread => Fragment(spread.FragmentName.Name.Value, within, introspection),
                _ => default,
            };
            costs.Add(part.Cost);
            sum = sum.And(part);
        }
        return sum with { Cost = _plan.Sum(costs) };
    }

    private Extent Field(GraphQLField field, IGraphType? parent, PageSize? within, bool introspection)
    {
        var name = field.Name.Value;
        introspection |= name == "__schema" || name == "__type";
        var definition = introspection ? null : (parent as IComplexGraphType)?.Fields.Find(name);
        var (own, inner) = _sizes.Of(field, definition, parent, within);
        var below = field.SelectionSet is { } set ? Selection(set, definition?.ResolvedType?.GetNamedType(), inner, introspection) : default;
        return new(
            introspection ? 0 : below.Depth + 1,
            introspection ? below.IntrospectionDepth + 1 : below.IntrospectionDepth,
            below.IntrospectionLists + (introspection && field.SelectionSet is not null && Nests(name) ? 1 : 0),
            Extent.Add(below.Aliases, field.Alias is null ? 0 : 1),
            Fields: 1,
            Extent.Add(below.AllFields, 1),
            introspection ? default : _plan.Field(own, below.Cost));
    }

    private Extent Fragment(ROM name, PageSize? within, bool introspection)
    {
        var key = (name, within, introspection);
        if (_fragments.TryGetValue(key, out var known))
            return known;
        if (_document.FindFragmentDefinition(name) is not { } fragment || !_open.Add(name))
            return default; // Unknown, or within itself: validation refuses both.
        var extent = Selection(fragment.SelectionSet, Type(fragment.TypeCondition), within, introspection);
        _open.Remove(name);
        _fragments.Add(key, extent);
        return extent;
    }

    private IGraphType? Type(GraphQLTypeCondition condition) => _schema.AllTypes[condition.Type.Name.Value];

    private static bool Nests(ROM name) => Array.Exists(IntrospectionLists, list => name == list);
}
