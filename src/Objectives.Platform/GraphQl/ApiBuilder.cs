using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Platform.Features.Notifications;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>What the API's types that have an identity give: all that <c>node</c> and references between modules need.</summary>
public interface IEntityModel
{
    Guid Id { get; }
}

/// <summary>What a field resolves with besides its parent.</summary>
public sealed record FieldCall(Args Args, IServiceProvider Services, CallContext Call, Selection Selected, CancellationToken Cancellation)
{
    /// <summary>The page asked for, with whether its total was selected.</summary>
    public PageRequest Page() => Args.To<PageRequest>() with { WantsTotal = Selected.Contains("totalCount") };

    public Task<T> SendAsync<T>(IRequest<T> request) => ((IMediator)Services.GetService(typeof(IMediator))!).Send(request, Cancellation);

    /// <summary>Sends a request as of now, for streams that outlive what their scope has read: the caller's rights are asked anew, also for all that is read of the event. Throws UNAUTHENTICATED when his session has ended.</summary>
    public async Task<T> SendAfreshAsync<T>(IRequest<T> request)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var person = Call.SessionId is { } session ? await mediator.Send(new CallerOfSession(session), Cancellation) : null;
        scope.ServiceProvider.GetRequiredService<CallContext>().SignIn(person ?? throw CallContext.SignedOut());
        Call.Identity?.Renew(Caller.Of(person));
        return await mediator.Send(request, Cancellation);
    }
}

/// <summary>One field's declaration; how it is executed is nobody's business but the executor's.</summary>
public abstract record FieldBinding;

/// <summary>Read from the parent, no waiting.</summary>
public sealed record Accessor(Func<object, object?> Read) : FieldBinding;

/// <summary>Loaded with those of all other parents at this level in one request.</summary>
/// <param name="Ready">What the parent already holds, if it does, and no load is needed.</param>
public sealed record BatchLoad(object Identity, Func<object, object?> Key, Func<IReadOnlyList<object>, FieldCall, Task<IReadOnlyDictionary<object, object?>>> Load, object? Missing, Func<object, object?>? Ready) : FieldBinding
{
    /// <summary>Instead of <see cref="Key"/> where the field's arguments are part of what is loaded.</summary>
    public Func<object, Args, object?>? KeyWithArguments { get; init; }
}

/// <summary>Several entities by their ids, loaded as one batch with all others of their type.</summary>
public sealed record ReferenceList(string TypeName, Func<object, IEnumerable<Guid>> Ids) : FieldBinding;

/// <summary>An entity of any type by its type and id.</summary>
public sealed record NodeReference(Func<object, (string Type, Guid Id)?> Target) : FieldBinding;

/// <summary>Entities of any type by their types and ids, null where there is none.</summary>
public sealed record NodeReferences(Func<object, IEnumerable<(string Type, Guid Id)?>> Targets) : FieldBinding;

/// <summary>Sends a request.</summary>
/// <param name="IsLarge">Whether it may give so much at once that few of its kind are answered at a time.</param>
public sealed record Resolver(Func<object, FieldCall, Task<object?>> Resolve, bool IsLarge = false) : FieldBinding;

/// <summary>Streams values as they arise.</summary>
public sealed record Stream(Func<FieldCall, Task<IAsyncEnumerable<object>>> Open) : FieldBinding;

/// <summary>Loads entities of one type by their ids, leaving out those that are not or that the caller may not read.</summary>
public delegate Task<IReadOnlyDictionary<Guid, object>> EntityLoader(IReadOnlyList<Guid> ids, FieldCall call);

/// <summary>
/// The schema's types are written in GraphQL's own language in each module's <c>Api/*.graphql</c>; here each field is bound to how it is read.
/// A field whose name is a property of the model needs no binding; a field that is bound nowhere, or a binding that names no field, stops the program at start.
/// </summary>
public sealed class ApiBuilder
{
    /// <summary>After a type's name: the reading of those who may read all of an entity, where others may read part of it. Only they are told its history.</summary>
    public const string InFull = " in full";

    public List<string> Sdl { get; } = [];

    public Dictionary<(string Type, string Field), FieldBinding> Fields { get; } = [];

    public Dictionary<string, Type> Models { get; } = [];

    public Dictionary<string, EntityLoader> Entities { get; } = [];

    /// <summary>What <c>remove</c> can take away, by type: the command that does it.</summary>
    public Dictionary<string, Func<Guid, long?, string?, FieldCall, Task<Result>>> Removers { get; } = [];

    /// <summary>What <c>importRecords</c> can take in and exports give out, by the contract's name of the kind.</summary>
    public Dictionary<string, ImportKind> Importables { get; } = [];

    /// <summary>What can be taken away as a workbook, by type: the query that reads its sheets; none where the caller may not read it.</summary>
    public Dictionary<string, Func<Guid, IQuery<IReadOnlyList<RecordSheet>>>> Workbooks { get; } = [];

    /// <summary>What <c>reporting</c> gives as files too, by the report's name.</summary>
    public Dictionary<string, ReportFile> ReportFiles { get; } = [];

    /// <summary>What people are told, by kind: how it is said.</summary>
    public Dictionary<string, NotificationKind> Notifications { get; } = [];

    /// <summary>Adds the embedded <c>.graphql</c> files of the assembly that holds <typeparamref name="T"/>.</summary>
    public ApiBuilder SdlOf<T>()
    {
        var assembly = typeof(T).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".graphql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Sdl.Add(reader.ReadToEnd());
        }
        return this;
    }

    public TypeBinder<TModel> Type<TModel>(string name)
        where TModel : class
    {
        Models[name] = typeof(TModel);
        return new(this, name);
    }

    /// <summary>A type with identity: it can be reached by <c>node</c>, and by references of any module.</summary>
    public TypeBinder<TModel> Entity<TModel>(string name, Func<IReadOnlyList<Guid>, IRequest<IReadOnlyDictionary<Guid, TModel>>> byIds)
        where TModel : class, IEntityModel
    {
        Entities[name] = async (ids, call) => call.Call.Written.Count > 0 && ids.All(id => call.Call.Written.GetValueOrDefault(id) is TModel)
            ? ids.Distinct().ToDictionary(id => id, object (id) => call.Call.Written[id])
            : (await call.SendAsync(byIds(ids))).ToDictionary(p => p.Key, p => (object)p.Value);
        var binder = Type<TModel>(name);
        binder.Field("id", m => GlobalId.Encode(name, m.Id));
        return binder;
    }

    /// <summary>Another way in which references of any module may read an entity: of what a caller may not read by itself, that which he may know where something else leads to it.</summary>
    /// <param name="name">By which references ask for it, in place of the type's.</param>
    public ApiBuilder Reading<TModel>(string name, Func<IReadOnlyList<Guid>, IRequest<IReadOnlyDictionary<Guid, TModel>>> byIds)
        where TModel : class, IEntityModel
    {
        Entities[name] = async (ids, call) => (await call.SendAsync(byIds(ids))).ToDictionary(p => p.Key, p => (object)p.Value);
        return this;
    }

    /// <summary>Fields that this module adds to another module's type, of which it knows only the id.</summary>
    public TypeBinder<IEntityModel> Extend(string name) => new(this, name);

    /// <summary>A root field that sends a query.</summary>
    /// <param name="isLarge">Whether its answer may be a whole tree: then it waits its turn beside others of that kind.</param>
    public ApiBuilder Query<T>(string field, Func<FieldCall, IRequest<T>> query, bool isLarge = false)
    {
        Fields[("Query", field)] = new Resolver(async (_, call) => await call.SendAsync(query(call)), isLarge);
        return this;
    }

    /// <summary>A root field that gives an entity by its id argument.</summary>
    public ApiBuilder ById(string field, string typeName, string argument = "id")
    {
        Fields[("Query", field)] = new NodeReference(args => GlobalId.TryDecode(((Args)args).Get<string>(argument), out var type, out var id) && type == typeName ? (type, id) : null);
        return this;
    }

    /// <summary>A mutation that sends a command and answers with the entity that it made or changed.</summary>
    public ApiBuilder Mutation<TCommand, TId>(string field, string payloadField)
        where TCommand : ICommand<TId>
        where TId : struct
    {
        var typeName = GlobalId.TypeNameOf(typeof(TId)) ?? throw new InvalidOperationException($"{typeof(TId)} is no entity's id.");
        return Mutation<TCommand, TId>(
            field,
            (id, _) => Task.FromResult<object?>(new Payload(payloadField, typeName, (Guid)typeof(TId).GetProperty("Value")!.GetValue(id)!, [])),
            errors => new Payload(payloadField, null, null, errors));
    }

    /// <summary>A mutation whose payload is not one entity.</summary>
    public ApiBuilder Mutation<TCommand, TValue>(string field, Func<TValue, FieldCall, Task<object?>> payload, Func<IReadOnlyList<Error>, object> failed)
        where TCommand : ICommand<TValue>
    {
        Fields[("Mutation", field)] = new Resolver(async (_, call) =>
        {
            Result<TValue> result;
            try
            {
                result = await call.SendAsync(call.Args.Input.To<TCommand>());
            }
            catch (BadInputException e)
            {
                result = Result<TValue>.Failure(e.Errors);
            }
            return result.IsSuccess ? await payload(result.Value, call) : failed(result.Errors);
        });
        return this;
    }

    public ApiBuilder Removable<TId>(string typeName, Func<Guid, long?, string?, ICommand<TId>> command)
    {
        Removers[typeName] = async (id, version, reason, call) => await call.SendAsync(command(id, version, reason));
        return this;
    }

    public ApiBuilder Importable(ImportKind kind)
    {
        Importables.Add(kind.Name, kind);
        return this;
    }

    public ApiBuilder Workbook(string typeName, Func<Guid, IQuery<IReadOnlyList<RecordSheet>>> sheets)
    {
        Workbooks.Add(typeName, sheets);
        return this;
    }

    public ApiBuilder Report(ReportFile report)
    {
        ReportFiles.Add(report.Name, report);
        return this;
    }

    public ApiBuilder Notifiable(params ReadOnlySpan<NotificationKind> kinds)
    {
        foreach (var kind in kinds)
            Notifications.Add(kind.Name, kind);
        return this;
    }

    public ApiBuilder Subscription(string field, Func<FieldCall, Task<IAsyncEnumerable<object>>> open)
    {
        Fields[("Subscription", field)] = new Stream(open);
        return this;
    }
}

/// <summary>A mutation's answer: the entity, or what to change.</summary>
public sealed record Payload(string Field, string? TypeName, Guid? Id, IReadOnlyList<Error> Errors);

public sealed class TypeBinder<TModel>(ApiBuilder api, string name)
    where TModel : class
{
    public TypeBinder<TModel> Field(string field, Func<TModel, object?> read)
    {
        api.Fields[(name, field)] = new Accessor(m => read((TModel)m));
        return this;
    }

    /// <summary>An entity of any module by its id.</summary>
    public TypeBinder<TModel> Reference(string field, string typeName, Func<TModel, Guid?> id)
    {
        api.Fields[(name, field)] = new NodeReference(m => id((TModel)m) is { } key && key != Guid.Empty ? (typeName, key) : null);
        return this;
    }

    /// <summary>A node of whatever type.</summary>
    public TypeBinder<TModel> Reference(string field, Func<TModel, (string Type, Guid Id)?> target)
    {
        api.Fields[(name, field)] = new NodeReference(m => target((TModel)m));
        return this;
    }

    public TypeBinder<TModel> References(string field, string typeName, Func<TModel, IEnumerable<Guid>> ids)
    {
        api.Fields[(name, field)] = new ReferenceList(typeName, m => ids((TModel)m));
        return this;
    }

    /// <summary>Loaded for all parents at once: from each parent's key to its value.</summary>
    public TypeBinder<TModel> Batch<TKey, TValue>(
        string field, Func<TModel, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TValue>>> load, TValue? missing = default, Func<TModel, object?>? ready = null)
        where TKey : struct
    {
        api.Fields[(name, field)] = new BatchLoad(
            (name, field),
            m => key((TModel)m),
            async (keys, call) => (await call.SendAsync(load([.. keys.Cast<TKey>()]))).ToDictionary(p => (object)p.Key, p => (object?)p.Value),
            missing,
            ready is null ? null : m => ready((TModel)m));
        return this;
    }

    /// <summary>A part of what is loaded for all parents at once; null where there is none.</summary>
    public TypeBinder<TModel> Batch<TKey, TWhole>(string field, Func<TModel, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TWhole>>> load, Func<TWhole, object?> part)
        where TKey : struct
    {
        api.Fields[(name, field)] = new BatchLoad(
            (name, field),
            m => key((TModel)m),
            async (keys, call) => (await call.SendAsync(load([.. keys.Cast<TKey>()]))).ToDictionary(p => (object)p.Key, p => part(p.Value)),
            null,
            null);
        return this;
    }

    /// <summary>As the other, of a field whose arguments are part of the key.</summary>
    public TypeBinder<TModel> Batch<TKey, TValue>(string field, Func<TModel, Args, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TValue>>> load, TValue? missing = default)
        where TKey : struct
    {
        Batch(field, _ => default(TKey?), load, missing);
        api.Fields[(name, field)] = (BatchLoad)api.Fields[(name, field)] with { KeyWithArguments = (m, args) => key((TModel)m, args) };
        return this;
    }

    /// <summary>An entity of any module for each parent, which one request finds for all of them.</summary>
    public TypeBinder<TModel> BatchReference<TKey, TValue>(
        string field, string typeName, Func<TModel, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TValue>>> load, Func<TValue, Guid> id)
        where TKey : struct
        => BatchEntities(field, typeName, key, load, value => [id(value)], found => found.Count > 0 ? found[0] : null, null);

    /// <summary>Entities of any module for each parent, which one request finds for all of them; without those that the caller may not read.</summary>
    public TypeBinder<TModel> BatchReferences<TKey, TValue>(
        string field, string typeName, Func<TModel, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TValue>>> load, Func<TValue, IEnumerable<Guid>> ids)
        where TKey : struct
        => BatchEntities(field, typeName, key, load, ids, found => found, Array.Empty<object>());

    private TypeBinder<TModel> BatchEntities<TKey, TValue>(
        string field, string typeName, Func<TModel, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, TValue>>> load, Func<TValue, IEnumerable<Guid>> ids, Func<IReadOnlyList<object>, object?> pick,
        object? missing)
        where TKey : struct
    {
        api.Fields[(name, field)] = new BatchLoad((name, field), m => key((TModel)m), LoadAsync, missing, null);
        return this;

        async Task<IReadOnlyDictionary<object, object?>> LoadAsync(IReadOnlyList<object> keys, FieldCall call)
        {
            var values = await call.SendAsync(load([.. keys.Cast<TKey>()]));
            List<Guid> wanted = [.. values.Values.SelectMany(ids).Distinct()];
            var found = wanted.Count == 0 ? new Dictionary<Guid, object>() : await api.Entities[typeName](wanted, call);
            return values.ToDictionary(v => (object)v.Key, v => pick([.. ids(v.Value).Where(found.ContainsKey).Select(i => found[i])]));
        }
    }

    /// <summary>A page of entities of any module for each parent, known by their ids; the field's arguments are part of the key.</summary>
    public TypeBinder<TModel> Pages<TKey>(string field, string typeName, Func<TModel, Args, TKey?> key, Func<IReadOnlyList<TKey>, IRequest<IReadOnlyDictionary<TKey, Page<Guid>>>> load)
        where TKey : struct
    {
        api.Fields[(name, field)] = new BatchLoad((name, field), _ => null, LoadAsync, Page<object>.Empty, null) { KeyWithArguments = (m, args) => key((TModel)m, args) };
        return this;

        async Task<IReadOnlyDictionary<object, object?>> LoadAsync(IReadOnlyList<object> keys, FieldCall call)
        {
            var pages = await call.SendAsync(load([.. keys.Cast<TKey>()]));
            List<Guid> ids = [.. pages.Values.SelectMany(p => p.Nodes).Distinct()];
            var found = ids.Count == 0 ? new Dictionary<Guid, object>() : await api.Entities[typeName](ids, call);
            return pages.ToDictionary(p => (object)p.Key, p => (object?)(p.Value with { Edges = [.. p.Value.Edges.Where(e => found.ContainsKey(e.Node))] }).Select(id => found[id]));
        }
    }

    /// <summary>Sends a request for one parent: for single entities and pages of them, not for lists.</summary>
    public TypeBinder<TModel> Query<T>(string field, Func<TModel, FieldCall, IRequest<T>> query)
    {
        api.Fields[(name, field)] = new Resolver(async (m, call) => await call.SendAsync(query((TModel)m, call)));
        return this;
    }

    public TypeBinder<TModel> Resolve(string field, Func<TModel, FieldCall, Task<object?>> resolve)
    {
        api.Fields[(name, field)] = new Resolver((m, call) => resolve((TModel)m, call));
        return this;
    }
}
