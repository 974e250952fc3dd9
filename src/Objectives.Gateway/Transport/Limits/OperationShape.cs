using System.Runtime.InteropServices;
using GraphQL;
using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>What one operation asks for, from its text alone; kept with the cached document.</summary>
internal sealed record OperationShape(GraphQLOperationDefinition Operation, Extent Extent, CostPlan Cost)
{
    public ApiError? CheckText(GraphQlLimits limits)
    {
        if (Extent.Depth > limits.Depth)
            return LimitExceeded.Depth(limits.Depth, Extent.Depth);
        if (Extent.IntrospectionDepth > limits.IntrospectionDepth)
            return LimitExceeded.IntrospectionDepth(limits.IntrospectionDepth, Extent.IntrospectionDepth);
        if (Extent.IntrospectionLists > limits.IntrospectionLists)
            return LimitExceeded.IntrospectionLists(limits.IntrospectionLists, Extent.IntrospectionLists);
        if (Extent.Aliases > limits.Aliases)
            return LimitExceeded.Aliases(limits.Aliases, Extent.Aliases);
        if (Extent.AllFields > limits.Fields)
            return LimitExceeded.Fields(limits.Fields, Extent.AllFields);
        return Operation.Operation == OperationType.Mutation && Extent.Fields > limits.RootMutations
            ? LimitExceeded.RootMutations(limits.RootMutations, Extent.Fields)
            : null;
    }

    public ApiError? CheckCost(GraphQlLimits limits, Inputs? variables) =>
        Cost.For(variables) is var cost && cost > limits.Cost ? LimitExceeded.Cost(limits.Cost, cost) : null;
}

/// <summary>The measures of a selection, fragments spread. <see cref="Fields"/> are those of its own level, <see cref="AllFields"/> those of every level.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Extent(
    int Depth, int IntrospectionDepth, int IntrospectionLists, int Aliases, int Fields, int AllFields, CostPlan.Term Cost)
{
    /// <summary>The sum of two selections that stand beside each other; their costs are summed apart.</summary>
    public Extent And(Extent other) => new(
        Math.Max(Depth, other.Depth),
        Math.Max(IntrospectionDepth, other.IntrospectionDepth),
        Math.Max(IntrospectionLists, other.IntrospectionLists),
        Add(Aliases, other.Aliases),
        Add(Fields, other.Fields),
        Add(AllFields, other.AllFields),
        default);

    public static int Add(int a, int b) => (int)Math.Min(int.MaxValue, (long)a + b);
}
