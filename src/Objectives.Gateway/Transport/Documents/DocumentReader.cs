using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Objectives.Gateway.Transport;

/// <summary>Parses a document within the limits of its text: tokens and nesting first, then the shape of each operation.</summary>
internal static class DocumentReader
{
    /// <summary>Brackets may nest this deep, so that no reader of a document runs out of stack.</summary>
    private const int MaxNesting = 150;
    private const int MaxParserDepth = 1_000;
    private const int BytesPerToken = 150;

    public static (KnownDocument? Document, ApiError? Error) Read(string query, ISchema schema, GraphQlLimits limits)
    {
        var count = TokenCount.Of(query);
        if (count.Tokens > limits.Tokens)
            return (null, LimitExceeded.Tokens(limits.Tokens, count.Tokens));
        if (count.Nesting > MaxNesting)
            return (null, LimitExceeded.Depth(limits.Depth, count.Nesting));
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(query, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxParserDepth });
        }
        catch (GraphQLSyntaxErrorException e)
        {
            return (null, Refusals.Syntax(e.Description, new(e.Location.Line, e.Location.Column)));
        }
        catch (GraphQLParserException e)
        {
            return (null, Refusals.Syntax(e.Message, at: null));
        }
        var operations = new List<OperationShape>(1);
        foreach (var definition in document.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation)
                continue;
            var shape = ShapeReader.Read(schema, document, operation, limits);
            if (shape.CheckText(limits) is { } error)
                return (null, error);
            if (RepeatedFields.Of(document, operation) is var repeated && repeated > limits.RepeatedFields)
                return (null, LimitExceeded.RepeatedFields(limits.RepeatedFields, repeated));
            operations.Add(shape);
        }
        return (new(document, [.. operations], query.Length * sizeof(char) + (long)count.Tokens * BytesPerToken), null);
    }
}
