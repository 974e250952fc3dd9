using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>Makes an operation's plan: fragments spread, fields of one name merged, each field with its binding and the shape of its value.</summary>
/// <remarks>A plan depends on the operation alone and is kept as long as its document is, but where @skip or @include ask a variable.</remarks>
internal sealed class PlanCompiler
{
    private static readonly ConditionalWeakTable<GraphQLOperationDefinition, SelectionPlan> Known = [];
    private readonly ExecutionContext _context;
    private readonly Bindings _bindings;
    private bool _asksVariables;

    private PlanCompiler(ExecutionContext context, Bindings bindings) => (_context, _bindings) = (context, bindings);

    public static SelectionPlan PlanOf(ExecutionContext context, IObjectGraphType root, Bindings bindings)
    {
        if (Known.TryGetValue(context.Operation, out var known))
            return known;
        var compiler = new PlanCompiler(context, bindings);
        var plan = compiler.Compile(root, [context.Operation.SelectionSet]);
        if (!compiler._asksVariables)
            Known.AddOrUpdate(context.Operation, plan);
        return plan;
    }

    private SelectionPlan Compile(IObjectGraphType type, IReadOnlyList<GraphQLSelectionSet> selections)
    {
        var collected = new OrderedDictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        foreach (var selection in selections)
            Collect(type, selection, collected);
        var plan = new SelectionPlan(type.Name);
        plan.Fields = [.. collected.Select(c => Field(type, c.Key, c.Value))];
        foreach (var field in plan.Fields)
        {
            if (field.Binding is not Accessor || field.Shape.Loads)
                field.Slot = plan.Slots++;
        }
        plan.Loads = plan.Slots > 0;
        plan.IsLarge = plan.Fields.Any(f => f.Binding is Resolver { IsLarge: true });
        return plan;
    }

    private void Collect(IObjectGraphType type, GraphQLSelectionSet selection, OrderedDictionary<string, List<GraphQLField>> into)
    {
        foreach (var node in selection.Selections)
        {
            if (node is IHasDirectivesNode { Directives.Count: > 0 } && !IsIncluded(node))
                continue;
            switch (node)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!into.TryGetValue(key, out var same))
                        into.Add(key, same = []);
                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline when inline.TypeCondition is null || IsOf(type, inline.TypeCondition.Type.Name.StringValue):
                    Collect(type, inline.SelectionSet, into);
                    break;
                case GraphQLFragmentSpread spread:
                    var fragment = _context.Document.FragmentOf(spread);
                    if (IsOf(type, fragment.TypeCondition.Type.Name.StringValue))
                        Collect(type, fragment.SelectionSet, into);
                    break;
            }
        }
    }

    private bool IsOf(IObjectGraphType type, string condition) => type.Name == condition || _context.Schema.AllTypes[condition] is IAbstractGraphType wider && wider.IsPossibleType(type);

    private bool IsIncluded(ASTNode node)
    {
        if (_context.DirectiveValues is not { } values || !values.TryGetValue(node, out var directives))
            return true;
        _asksVariables = true;
        return !(directives.TryGetValue("skip", out var skip) && skip.GetArgument<bool>("if"))
            && (!directives.TryGetValue("include", out var include) || include.GetArgument<bool>("if"));
    }

    private FieldPlan Field(IObjectGraphType type, string key, IReadOnlyList<GraphQLField> asts)
    {
        var name = asts[0].Name.StringValue;
        if (name == "__typename")
        {
            return new()
            {
                Name = PlanNames.Encode(key), Key = key, Ast = asts[0], Place = (type.Name, name), Binding = new Accessor(_ => type.Name), Selected = Selection.None,
                Shape = new() { NonNull = true, Leaf = LeafWriter.Text },
            };
        }
        var definition = type.Fields.Find(asts[0].Name) ?? throw new InvalidOperationException($"{type.Name}.{name}");
        var selections = asts.Where(a => a.SelectionSet is not null).Select(a => a.SelectionSet!).ToList();
        var shape = ShapeOf(definition.ResolvedType!, selections);
        return new()
        {
            Name = PlanNames.Encode(key), Key = key, Ast = asts[0], Place = (type.Name, name), Binding = _bindings.Fields[definition], Shape = shape, Selected = new(shape),
        };
    }

    private Shape ShapeOf(IGraphType type, IReadOnlyList<GraphQLSelectionSet> selections)
    {
        var nonNull = type is NonNullGraphType;
        var inner = type is NonNullGraphType wrapped ? wrapped.ResolvedType! : type;
        return inner switch
        {
            ListGraphType list => new() { NonNull = nonNull, Item = ShapeOf(list.ResolvedType!, selections) },
            IObjectGraphType one => new() { NonNull = nonNull, OnlyPlan = Compile(one, selections) },
            IAbstractGraphType many => new() { NonNull = nonNull, Plans = many.PossibleTypes.ToFrozenDictionary(t => t.Name, t => Compile(t, selections)) },
            _ => new() { NonNull = nonNull, Leaf = LeafWriter.For(inner) },
        };
    }
}
