using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>
/// Executes queries and mutations of the modules' schema from plans compiled once for each document: a field that is read from its model costs a call and
/// the writing of its value, no more. Parsing, validation, variables, subscriptions and introspection stay with graphql-dotnet.
/// </summary>
public sealed class CompiledExecution : IExecutionStrategy
{
    public static readonly CompiledExecution Instance = new();

    /// <summary>Whether the operation is one of those; the others have graphql-dotnet's own strategies.</summary>
    public static bool Covers(ExecutionContext context)
        => context.Operation.Operation != OperationType.Subscription
            && context.Schema is IMetadataReader schema && schema.Metadata.ContainsKey(Bindings.Metadata)
            && !AsksForSchema(context.Operation.SelectionSet, context.Document);

    public async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var bindings = (Bindings)((IMetadataReader)context.Schema).Metadata[Bindings.Metadata]!;
        var mutates = context.Operation.Operation == OperationType.Mutation;
        var plan = PlanCompiler.PlanOf(context, mutates ? context.Schema.Mutation! : context.Schema.Query, bindings);
        if (!plan.IsLarge)
            return await AnswerAsync();
        await bindings.LargeReads.WaitAsync(context.CancellationToken);
        try
        {
            return await AnswerAsync();
        }
        finally
        {
            bindings.LargeReads.Release();
        }

        async Task<ExecutionResult> AnswerAsync()
        {
            var root = await new Loading(context, bindings).LoadAsync(plan, oneAfterTheOther: mutates);
            var data = context.Errors.Count == 0 ? new AnswerWriter(bindings).Write(root) : null;
            return new ExecutionResult { Executed = true, Data = data ?? new AnswerTree(context, bindings).Of(root) };
        }
    }

    public Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode) => throw new InvalidOperationException("Plans have no execution nodes.");

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(ExecutionContext executionContext, ExecutionNode executionNode) => null;

    private static bool AsksForSchema(GraphQLSelectionSet selection, GraphQLDocument document)
    {
        foreach (var node in selection.Selections)
        {
            var asks = node switch
            {
                GraphQLField field => field.Name.Value == "__schema" || field.Name.Value == "__type",
                GraphQLInlineFragment inline => AsksForSchema(inline.SelectionSet, document),
                GraphQLFragmentSpread spread => AsksForSchema(document.FragmentOf(spread).SelectionSet, document),
                _ => false,
            };
            if (asks)
                return true;
        }
        return false;
    }
}

/// <summary>Plans for what they cover, the library's own strategies for the rest.</summary>
public sealed class ExecutionSelector(IEnumerable<ExecutionStrategyRegistration> others) : IExecutionStrategySelector
{
    private readonly DefaultExecutionStrategySelector _others = new(others);

    public IExecutionStrategy Select(ExecutionContext context) => CompiledExecution.Covers(context) ? CompiledExecution.Instance : _others.Select(context);
}

internal static class Fragments
{
    public static GraphQLFragmentDefinition FragmentOf(this GraphQLDocument document, GraphQLFragmentSpread spread)
        => document.Definitions.OfType<GraphQLFragmentDefinition>().First(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);
}

internal static class FieldErrors
{
    /// <summary>Tells the caller of a field's failure as the program's error handler words it.</summary>
    public static void AddFieldError(this ExecutionContext context, Exception exception, List<object> path, FieldPlan field)
    {
        if (exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested)
            throw exception;
        var told = new UnhandledExceptionContext(context, null, exception);
        context.UnhandledExceptionDelegate(told).GetAwaiter().GetResult();
        var error = told.Exception as ExecutionError ?? new UnhandledError(told.ErrorMessage ?? "Internal error", told.Exception);
        error.Path = path;
        var location = Location.FromLinearPosition(context.Document.Source, field.Ast.Location.Start);
        error.AddLocation(location);
        context.Errors.Add(error);
    }
}
