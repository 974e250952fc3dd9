using System.Collections;
using GraphQL;
using GraphQL.Execution;
using Objectives.Platform.Requests;
using ExecutionContext = GraphQL.Execution.ExecutionContext;
using Load = System.Func<System.Collections.Generic.IReadOnlyList<object>, Objectives.Platform.GraphQl.FieldCall, System.Threading.Tasks.Task<System.Collections.Generic.IReadOnlyDictionary<object, object?>>>;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>
/// Reads all that an operation asks for, wave by wave: what the values at hand still lack is gathered over the whole answer, each kind is fetched once,
/// and the values that came may lack more. So the number of requests depends on the kinds of data and their nesting, not on how many there are.
/// </summary>
internal sealed class Loading(ExecutionContext context, Bindings bindings)
{
    /// <summary>Requests for single objects, such as a page of comments of each, that run at once.</summary>
    private const int AtOnce = 8;
    private readonly Dictionary<object, Batch> _batches = [];
    private readonly Dictionary<object, Dictionary<object, object?>> _loaded = [];
    private readonly CallContext _call = CallContext.Of(context.RequestServices!, context.User);
    private List<(ResultNode Node, FieldPlan Field, Resolver Resolver)> _requests = [];
    private List<Many> _many = [];

    public async Task<ResultNode> LoadAsync(SelectionPlan plan, bool oneAfterTheOther)
    {
        var root = new ResultNode(context.RootValue ?? this, plan, null, null, -1);
        if (!oneAfterTheOther)
        {
            Visit(root);
            await DrainAsync();
            return root;
        }
        foreach (var field in plan.Fields)
        {
            if (field.Slot >= 0)
                Visit(root, field);
            await DrainAsync();
        }
        return root;
    }

    private async Task DrainAsync()
    {
        while (_batches.Count > 0 || _requests.Count > 0 || _many.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var batches = _batches.ToList();
            var (requests, many) = (_requests, _many);
            _batches.Clear();
            (_requests, _many) = ([], []);
            var fetches = batches.ConvertAll(b => FetchAsync(b.Value));
            var answers = await AnswersAsync(requests);
            await Task.WhenAll(fetches);
            foreach (var (identity, batch) in batches)
                Keep(identity, batch);
            for (var i = 0; i < requests.Count; i++)
                Settle(requests[i].Node, requests[i].Field, answers[i].Value, answers[i].Error);
            foreach (var (identity, batch) in batches)
            {
                foreach (var (node, field, key) in batch.Waiting)
                    Settle(node, field, batch.Error is null ? _loaded[identity][key] : null, batch.Error);
            }
            foreach (var one in many)
                Settle(one.Node, one.Field, one.Values(_loaded), null);
        }
    }

    private void Visit(ResultNode node)
    {
        foreach (var field in node.Plan.Fields)
        {
            if (field.Slot >= 0)
                Visit(node, field);
        }
    }

    private void Visit(ResultNode node, FieldPlan field)
    {
        try
        {
            switch (field.Binding)
            {
                case Accessor accessor:
                    node.Slots[field.Slot] = Complete(accessor.Read(node.Source), field.Shape, node, field, -1);
                    break;
                case BatchLoad batch:
                    if (batch.Ready?.Invoke(node.Source) is { } ready)
                        node.Slots[field.Slot] = Complete(ready, field.Shape, node, field, -1);
                    else if ((batch.KeyWithArguments is { } keyWith ? keyWith(node.Source, ArgsOf(field)) : batch.Key(node.Source)) is { } key)
                        Want(batch.Identity, batch.Load, batch.Missing, key, node, field);
                    else
                        node.Slots[field.Slot] = Complete(batch.Missing, field.Shape, node, field, -1);
                    break;
                case NodeReference reference when reference.Target(SourceOf(node, field)) is var (type, id) && bindings.Api.Entities.ContainsKey(type):
                    Want(type, EntityLoad(type), null, id, node, field);
                    break;
                case ReferenceList list:
                    WantMany(node, field, list.Ids(node.Source).Select(id => ((string, Guid)?)(list.TypeName, id)), keepMissing: false);
                    break;
                case NodeReferences references:
                    WantMany(node, field, references.Targets(SourceOf(node, field)), keepMissing: true);
                    break;
                case Resolver resolver:
                    _requests.Add((node, field, resolver));
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Settle(node, field, null, e);
        }
    }

    /// <summary>A root field's reference is read from its arguments.</summary>
    private object SourceOf(ResultNode node, FieldPlan field) => node.Plan.TypeName == "Query" ? ArgsOf(field) : node.Source;

    private void Want(object identity, Load load, object? missing, object key, ResultNode node, FieldPlan field)
    {
        if (_loaded.TryGetValue(identity, out var known) && known.TryGetValue(key, out var value))
        {
            node.Slots[field.Slot] = Complete(value, field.Shape, node, field, -1);
            return;
        }
        BatchOf(identity, load, missing, field).Add(node, field, key);
    }

    private void WantMany(ResultNode node, FieldPlan field, IEnumerable<(string Type, Guid Id)?> targets, bool keepMissing)
    {
        var wanted = targets.Select(t => t is var (type, id) && bindings.Api.Entities.ContainsKey(type) ? (type, id) : ((string Type, Guid Id)?)null).ToList();
        foreach (var (type, id) in wanted.OfType<(string, Guid)>())
        {
            if (!_loaded.TryGetValue(type, out var known) || !known.ContainsKey(id))
                BatchOf(type, EntityLoad(type), null, field).Keys.Add(id);
        }
        _many.Add(new(node, field, wanted, keepMissing));
    }

    private Batch BatchOf(object identity, Load load, object? missing, FieldPlan field)
    {
        if (!_batches.TryGetValue(identity, out var batch))
            _batches[identity] = batch = new(load, missing, CallOf(field));
        return batch;
    }

    private Load EntityLoad(string type) => async (keys, call) =>
        (await bindings.Api.Entities[type]([.. keys.Cast<Guid>()], call)).ToDictionary(p => (object)p.Key, p => (object?)p.Value);

    private async Task FetchAsync(Batch batch)
    {
        try
        {
            batch.Values = await batch.Load([.. batch.Keys], batch.Call);
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            batch.Error = e;
        }
    }

    private void Keep(object identity, Batch batch)
    {
        if (batch.Values is null)
            return;
        if (!_loaded.TryGetValue(identity, out var known))
            _loaded[identity] = known = [];
        foreach (var key in batch.Keys)
            known[key] = batch.Values.TryGetValue(key, out var value) ? value : batch.Missing;
    }

    private async Task<(object? Value, Exception? Error)[]> AnswersAsync(List<(ResultNode Node, FieldPlan Field, Resolver Resolver)> requests)
    {
        var answers = new (object? Value, Exception? Error)[requests.Count];
        if (requests.Count == 1)
            answers[0] = await AnswerAsync(requests[0]);
        else if (requests.Count > 1)
            await Parallel.ForAsync(0, requests.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = context.CancellationToken }, async (i, _) => answers[i] = await AnswerAsync(requests[i]));
        return answers;
    }

    private async Task<(object? Value, Exception? Error)> AnswerAsync((ResultNode Node, FieldPlan Field, Resolver Resolver) request)
    {
        try
        {
            return (await request.Resolver.Resolve(request.Node.Source, CallOf(request.Field)), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            return (null, e);
        }
    }

    private void Settle(ResultNode node, FieldPlan field, object? value, Exception? error)
    {
        if (error is not null)
            context.AddFieldError(error, node.PathOf(field), field);
        else
            node.Slots[field.Slot] = Complete(value, field.Shape, node, field, -1);
    }

    /// <summary>Makes of a value what the answer keeps: nodes for objects of which something is to be loaded, others as they are.</summary>
    private object? Complete(object? value, Shape shape, ResultNode parent, FieldPlan field, int index)
    {
        if (value is null || shape.Leaf is not null)
            return value;
        if (shape.Item is { } item)
        {
            if (!item.Loads)
                return value;
            var list = new List<object?>(value is ICollection known ? known.Count : 4);
            foreach (var one in (IEnumerable)value)
                list.Add(Complete(one, item, parent, field, list.Count));
            return list;
        }
        var plan = shape.PlanFor(value, bindings);
        if (!plan.Loads)
            return value;
        var node = new ResultNode(value, plan, parent, field, index);
        Visit(node);
        return node;
    }

    private Args ArgsOf(FieldPlan field)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (context.ArgumentValues is { } all && all.TryGetValue(field.Ast, out var given))
        {
            foreach (var (name, argument) in given)
            {
                if (argument.Value is not null || argument.Source != ArgumentSource.FieldDefault)
                    values[name] = argument.Value;
            }
        }
        return new(values);
    }

    private FieldCall CallOf(FieldPlan field) => new(ArgsOf(field), context.RequestServices!, _call, field.Selected, context.CancellationToken);

    private sealed class Batch(Load load, object? missing, FieldCall call)
    {
        public HashSet<object> Keys { get; } = [];

        public List<(ResultNode Node, FieldPlan Field, object Key)> Waiting { get; } = [];

        public Load Load => load;

        public object? Missing => missing;

        public FieldCall Call => call;

        public IReadOnlyDictionary<object, object?>? Values { get; set; }

        public Exception? Error { get; set; }

        public void Add(ResultNode node, FieldPlan field, object key)
        {
            Keys.Add(key);
            Waiting.Add((node, field, key));
        }
    }

    private sealed record Many(ResultNode Node, FieldPlan Field, IReadOnlyList<(string Type, Guid Id)?> Targets, bool KeepMissing)
    {
        public IReadOnlyList<object?> Values(Dictionary<object, Dictionary<object, object?>> loaded)
        {
            var values = new List<object?>(Targets.Count);
            foreach (var target in Targets)
            {
                var value = target is var (type, id) && loaded.TryGetValue(type, out var known) ? known.GetValueOrDefault(id) : null;
                if (value is not null || KeepMissing)
                    values.Add(value);
            }
            return values;
        }
    }
}
