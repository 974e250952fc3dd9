using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>A parsed document with the shapes of its operations. Only one that has passed validation is cached.</summary>
/// <param name="Bytes">What it takes in memory, by estimate.</param>
internal sealed record KnownDocument(GraphQLDocument Document, OperationShape[] Operations, long Bytes)
{
    /// <summary>The operation of that name, or the only one; null where the caller must choose, or chose one that is not there.</summary>
    public OperationShape? Find(string? operationName)
    {
        if (string.IsNullOrEmpty(operationName))
            return Operations.Length == 1 ? Operations[0] : null;
        return Array.Find(Operations, o => o.Operation.Name?.Value == operationName);
    }
}
