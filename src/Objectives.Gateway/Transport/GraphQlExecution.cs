using System.Security.Claims;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace Objectives.Gateway.Transport;

/// <summary>What a way of transport lets through.</summary>
[Flags]
internal enum AllowedOperations
{
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    All = Query | Mutation | Subscription,
}

/// <summary>The way of every operation, whatever brought it: trusted text, limits, cache, execution.</summary>
internal sealed class GraphQlExecution(
    IDocumentExecuter executer, DocumentCache cache, ITrustedDocuments trusted, InternalErrors internalErrors, IOptions<GraphQlLimits> options)
{
    public async Task<ExecutionResult> ExecuteAsync(
        GraphQlCall call, IServiceProvider services, ClaimsPrincipal user, AllowedOperations allowed, CancellationToken cancellation)
    {
        try
        {
            var schema = services.GetRequiredService<ISchema>();
            return Prepare(call, schema, allowed, out var document, out var isNew) is { } refused
                ? refused.ToResult()
                : await RunAsync(call, document!, isNew, schema, services, user, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new(internalErrors.ToError(e, field: null));
        }
    }

    private ApiError? Prepare(GraphQlCall call, ISchema schema, AllowedOperations allowed, out KnownDocument? document, out string? isNew)
    {
        (document, isNew) = (null, null);
        var limits = options.Value;
        var query = call.Query;
        if (query is null && !trusted.TryGet(call.Hash!, out query))
            return Refusals.UnknownDocument();
        if (call.VariablesBytes > limits.VariablesBytes)
            return LimitExceeded.Variables(limits.VariablesBytes, call.VariablesBytes);
        if (!cache.TryGet(query, out document))
        {
            schema.Initialize();
            isNew = query;
            (document, var error) = DocumentReader.Read(query, schema, limits);
            if (error is not null)
                return error;
        }
        return document!.Find(call.OperationName) is { } operation
            ? Admit(operation.Operation.Operation, allowed) ?? operation.CheckCost(limits, call.Variables)
            : null; // The executer says which operations there are.
    }

    private static ApiError? Admit(OperationType type, AllowedOperations allowed) => type switch
    {
        OperationType.Mutation when !allowed.HasFlag(AllowedOperations.Mutation) => Refusals.MutationOverGet(),
        OperationType.Subscription when !allowed.HasFlag(AllowedOperations.Subscription) => Refusals.SubscriptionNeedsStream(),
        _ => null,
    };

    private async Task<ExecutionResult> RunAsync(
        GraphQlCall call, KnownDocument document, string? isNew, ISchema schema, IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var execution = new ExecutionOptions
        {
            Schema = schema,
            Query = call.Query,
            Document = document.Document,
            OperationName = call.OperationName,
            Variables = call.Variables,
            Extensions = call.Extensions,
            RequestServices = services,
            User = user,
            Timeout = options.Value.Timeout,
            UnhandledExceptionDelegate = internalErrors.HandleAsync,
            CancellationToken = cancellation,
        };
        if (isNew is null)
            execution.ValidationRules = execution.CachedDocumentValidationRules ?? [];
        var result = await executer.ExecuteAsync(execution);
        if (isNew is not null && result.Executed)
            cache.Add(isNew, document);
        return result;
    }
}
