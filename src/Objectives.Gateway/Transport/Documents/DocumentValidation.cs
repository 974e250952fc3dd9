using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>
/// Leaves a new document's validation to graphql-dotnet. Of a known one, for which no rules are given, it reads variables and arguments alone without walking it again:
/// which variable is used where, and which fields have arguments, is kept as long as the document is.
/// </summary>
internal sealed class DocumentValidation : IDocumentValidator
{
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, KnownOperation> _known = [];
    private readonly DocumentValidator _library = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        if (options.Rules is not IReadOnlyCollection<IValidationRule> { Count: 0 })
            return _library.ValidateAsync(options);
        var (schema, document) = (options.Schema, options.Document);
        var known = _known.GetValue(options.Operation, operation => new(schema, document, operation));
        return known.HasDirectives ? _library.ValidateAsync(options) : known.ReadAsync(options);
    }

    private sealed class KnownOperation
    {
        private readonly ISchema _schema;
        private readonly GraphQLDocument _document;
        private readonly List<(GraphQLField Field, FieldType Definition)> _withArguments = [];
        private readonly HashSet<GraphQLFragmentDefinition> _visited = [];
        private ValidationContext? _idle;

        public KnownOperation(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
        {
            (_schema, _document) = (schema, document);
            IObjectGraphType? root = operation.Operation switch
            {
                OperationType.Query => schema.Query,
                OperationType.Mutation => schema.Mutation,
                _ => schema.Subscription,
            };
            HasDirectives = HasAny(operation) || (operation.Variables?.Items.Exists(HasAny) ?? false);
            Visit(operation.SelectionSet, root);
        }

        /// <summary>Then the library reads the arguments: those of the directives, too.</summary>
        public bool HasDirectives { get; private set; }

        public async Task<IValidationResult> ReadAsync(ValidationOptions options)
        {
            // It keeps where the operation's variables are used.
            var context = Interlocked.Exchange(ref _idle, null) ?? new ValidationContext { Schema = _schema, Document = _document, TypeInfo = new(_schema), Operation = options.Operation };
            (context.Variables, context.CancellationToken) = (options.Variables, options.CancellationToken);
            (context.RequestServices, context.User, context.UserContext) = (options.RequestServices, options.User, options.UserContext);
            (context.Extensions, context.Metrics) = (options.Extensions, options.Metrics);
            var (variables, errors) = await context.GetVariablesValuesAsync();
            if (errors is not null)
                return new ValidationResult(errors) { Variables = variables };
            var (values, refused) = ArgumentsOf(variables);
            if (refused.Count == 0 && !context.HasErrors)
            {
                (context.Variables, context.Extensions, context.UserContext, context.Metrics, context.RequestServices, context.User) = (null!, null!, null!, null!, null, null);
                Interlocked.CompareExchange(ref _idle, context, null);
            }
            return new ValidationResult(refused) { Variables = variables, ArgumentValues = values };
        }

        private (Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>? Values, List<ValidationError> Refused) ArgumentsOf(Variables variables)
        {
            var refused = new List<ValidationError>();
            var values = new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(_withArguments.Count);
            foreach (var (field, definition) in _withArguments)
            {
                try
                {
                    if (ExecutionHelper.GetArguments(definition.Arguments, field.Arguments, variables, _document, field, null) is { } arguments)
                        values.Add(field, arguments);
                }
                catch (ValidationError e)
                {
                    refused.Add(e);
                }
            }
            return (values, refused);
        }

        private void Visit(GraphQLSelectionSet? selection, IGraphType? type)
        {
            foreach (var node in selection?.Selections ?? [])
            {
                HasDirectives |= HasAny(node);
                switch (node)
                {
                    case GraphQLField field when DefinitionOf(field, type) is { } definition:
                        if (field.Arguments is { Count: > 0 })
                            _withArguments.Add((field, definition));
                        Visit(field.SelectionSet, definition.ResolvedType?.GetNamedType());
                        break;
                    case GraphQLInlineFragment inline:
                        Visit(inline.SelectionSet, inline.TypeCondition is { } condition ? _schema.AllTypes[condition.Type.Name.Value] : type);
                        break;
                    case GraphQLFragmentSpread spread when FragmentOf(spread) is { } fragment && _visited.Add(fragment):
                        HasDirectives |= HasAny(fragment);
                        Visit(fragment.SelectionSet, _schema.AllTypes[fragment.TypeCondition.Type.Name.Value]);
                        break;
                }
            }
        }

        private FieldType? DefinitionOf(GraphQLField field, IGraphType? type)
        {
            foreach (var meta in (ReadOnlySpan<FieldType>)[_schema.TypeMetaFieldType, _schema.TypeNameMetaFieldType, _schema.SchemaMetaFieldType])
            {
                if (field.Name.Value == meta.Name)
                    return meta;
            }
            return (type as IComplexGraphType)?.Fields.Find(field.Name.Value);
        }

        private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread)
            => _document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);

        private static bool HasAny(ASTNode node) => node is IHasDirectivesNode { Directives.Count: > 0 };
    }
}
