using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using Objectives.Platform.GraphQl.Execution;
using Objectives.Platform.Requests;

namespace Objectives.Platform.GraphQl;

/// <summary>Makes graphql-dotnet's schema of the modules' declarations. The only place that knows how fields are executed.</summary>
public static class SchemaFactory
{
    private static ScalarGraphType[] Scalars => [new DateTimeScalar(), new LocalDateScalar(), new DecimalScalar(), new PeriodScalar(), new CurrencyCodeScalar()];

    public static Schema Build(ApiBuilder api, IServiceProvider services)
    {
        var typeOf = api.Models.Where(m => api.Entities.ContainsKey(m.Key)).ToDictionary(m => m.Value, m => m.Key);
        IObjectGraphType? Resolve(object value, Schema schema) => typeOf.TryGetValue(value.GetType(), out var name) ? (IObjectGraphType?)schema.AllTypes[name] : null;

        var sdl = string.Join('\n', api.Sdl);
        var builder = new SchemaBuilder { ServiceProvider = services };
        Schema? made = null;
        foreach (var name in AbstractTypes(sdl))
            builder.Types.For(name).ResolveType = value => Resolve(value, made!)!;
        foreach (var ((type, field), binding) in api.Fields)
        {
            if (binding is Stream stream)
                builder.Types.For(type).FieldFor(field).StreamResolver = new SourceStreamResolver<object>(async context => new AsyncObservable(await stream.Open(CallOf(context)), context.CancellationToken));
        }
        var schema = made = builder.Build(sdl);
        foreach (var scalar in Scalars)
            schema.RegisterType(scalar);
        schema.Features.DeprecationOfInputValues = true; // Tools ask for it.
        schema.Initialize();
        var bindings = new Bindings { Api = api, TypeNames = typeOf.ToFrozenDictionary() };
        schema.Metadata[Bindings.Metadata] = bindings;
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields)
                Bind(api, bindings, type.Name, field);
        }
        var unknown = api.Fields.Keys.Where(k => (schema.AllTypes[k.Type] as IObjectGraphType)?.Fields.Find(k.Field) is null).ToList();
        return unknown.Count == 0 ? schema : throw new InvalidOperationException($"Bound, but in no .graphql file: {string.Join(", ", unknown)}");
    }

    private static IEnumerable<string> AbstractTypes(string sdl)
        => GraphQLParser.Parser.Parse(sdl).Definitions.OfType<GraphQLParser.AST.GraphQLTypeDefinition>()
            .Where(d => d is GraphQLParser.AST.GraphQLInterfaceTypeDefinition or GraphQLParser.AST.GraphQLUnionTypeDefinition)
            .Select(d => d.Name.StringValue);

    private static void Bind(ApiBuilder api, Bindings bindings, string type, FieldType field)
    {
        var binding = api.Fields.GetValueOrDefault((type, field.Name)) ?? Implied(api, type, field)
            ?? throw new InvalidOperationException($"{type}.{field.Name} is declared, but nothing says how it is read.");
        bindings.Fields[field] = binding;
        field.Resolver = binding switch
        {
            Stream => new FuncFieldResolver<object?>(context => context.Source),
            Accessor accessor => new AccessorResolver(Converted(accessor.Read, field.ResolvedType!)),
            BatchLoad batch => new FuncFieldResolver<object?>(context => LoadBatch(batch, context)),
            NodeReference reference => new FuncFieldResolver<object?>(context => type == "Query"
                ? LoadEntity(api, reference.Target(ArgsOf(context)), context)
                : LoadEntity(api, reference.Target(context.Source!), context)),
            NodeReferences references => new FuncFieldResolver<object?>(context =>
                new ManyLoaded([.. references.Targets(type == "Query" ? ArgsOf(context) : context.Source!).Select(t => LoadEntity(api, t, context) as IDataLoaderResult)], keepMissing: true)),
            ReferenceList list => new FuncFieldResolver<object?>(context => LoadEntities(api, list, context)),
            Resolver resolver => new FuncFieldResolver<object?>(async context => await resolver.Resolve(context.Source!, CallOf(context))),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>What needs no declaration: a property of the type's model with the field's name, and the contract's connections and payloads.</summary>
    private static FieldBinding? Implied(ApiBuilder api, string type, FieldType field)
    {
        if (api.Models.TryGetValue(type, out var model))
            return Property(model, field.Name);
        if (type.EndsWith("Connection", StringComparison.Ordinal))
            return Property(typeof(IPage), field.Name);
        if (type.EndsWith("Edge", StringComparison.Ordinal))
            return Property(typeof(IEdge), field.Name);
        if (!type.EndsWith("Payload", StringComparison.Ordinal))
            return null;
        return field.Name == "userErrors"
            ? new Accessor(p => ((Payload)p).Errors)
            : new NodeReference(p => p is Payload { TypeName: { } name, Id: { } id } payload && payload.Field == field.Name ? (name, id) : null);
    }

    private static Accessor? Property(Type model, string field)
    {
        var property = model.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property is null)
            return null;
        var source = Expression.Parameter(typeof(object));
        var read = Expression.Convert(Expression.Property(Expression.Convert(source, model), property), typeof(object));
        return new(Expression.Lambda<Func<object, object?>>(read, source).Compile());
    }

    /// <summary>Enums leave as the contract's names and typed ids as global ids; the kind of value is known from the schema, once.</summary>
    private static Func<object, object?> Converted(Func<object, object?> read, IGraphType type)
    {
        var named = type.GetNamedType();
        if (named is EnumerationGraphType)
        {
            return type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType }
                ? source => (read(source) as System.Collections.IEnumerable)?.Cast<object>().Select(v => v is Enum ? EnumNames.Of(v) : v)
                : source => read(source) is { } value ? value is Enum ? EnumNames.Of(value) : value : null;
        }
        return named is IdGraphType ? source => read(source) is { } id ? id as string ?? GlobalId.TryEncode(id) ?? id : null : read;
    }

    private static object? LoadEntity(ApiBuilder api, (string Type, Guid Id)? target, IResolveFieldContext context)
        => target is var (type, id) && api.Entities.TryGetValue(type, out var loader) ? EntityBatch(type, loader, context).Load(id) : null;

    private static Batch EntityBatch(string type, EntityLoader loader, IResolveFieldContext context) => Batches.Of(context).For(
        type,
        async (keys, call) => (await loader([.. keys.Cast<Guid>()], call)).ToDictionary(p => (object)p.Key, p => (object?)p.Value),
        null,
        () => CallOf(context));

    private static ManyLoaded LoadEntities(ApiBuilder api, ReferenceList list, IResolveFieldContext context)
    {
        var batch = EntityBatch(list.TypeName, api.Entities[list.TypeName], context);
        return new([.. list.Ids(context.Source!).Select(id => batch.Load(id))], keepMissing: false);
    }

    private static object? LoadBatch(BatchLoad load, IResolveFieldContext context)
    {
        if (load.Ready?.Invoke(context.Source!) is { } ready)
            return ready;
        var at = load.KeyWithArguments is { } keyWith ? keyWith(context.Source!, ArgsOf(context)) : load.Key(context.Source!);
        return at is { } key ? Batches.Of(context).For(load.Identity, load.Load, load.Missing, () => CallOf(context)).Load(key) : load.Missing;
    }

    private static Args ArgsOf(IResolveFieldContext context)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (context.Arguments is not null)
        {
            foreach (var (name, argument) in context.Arguments)
            {
                if (argument.Value is not null || argument.Source != ArgumentSource.FieldDefault)
                    values[name] = argument.Value;
            }
        }
        return new(values);
    }

    private static FieldCall CallOf(IResolveFieldContext context) => new(
        ArgsOf(context),
        context.RequestServices!,
        CallContext.Of(context.RequestServices!, context.User),
        new(context.SubFields?.Values.Select(f => f.FieldType.Name) ?? []),
        context.CancellationToken);

    private sealed class AccessorResolver(Func<object, object?> read) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(context.Source!));
    }

    private sealed class ManyLoaded(IReadOnlyList<IDataLoaderResult?> results, bool keepMissing) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var values = new List<object?>(results.Count);
            foreach (var result in results)
            {
                var value = result is null ? null : await result.GetResultAsync(cancellationToken);
                if (value is not null || keepMissing)
                    values.Add(value);
            }
            return values;
        }
    }
}
