using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>An answer's data as JSON, in a buffer that goes back to its pool once it is written.</summary>
public sealed class JsonData : IDisposable
{
    private const int KeptBuffers = 8;
    private const int LargestKept = 16 * 1024 * 1024;
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Pool = [];
    private ArrayBufferWriter<byte>? _buffer = Pool.TryTake(out var kept) ? kept : new(4096);

    public ReadOnlySpan<byte> Utf8 => Buffer.WrittenSpan;

    internal ArrayBufferWriter<byte> Buffer => _buffer ?? throw new ObjectDisposedException(nameof(JsonData));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is not { } buffer || Pool.Count >= KeptBuffers || buffer.Capacity > LargestKept)
            return;
        buffer.ResetWrittenCount();
        Pool.Add(buffer);
    }
}

/// <summary>Writes loaded values as the answer's JSON.</summary>
internal sealed class AnswerWriter(Bindings bindings)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Null where a field that may not be null is, or a leaf cannot be written: then <see cref="AnswerTree"/> says what is left of the answer.</summary>
    public JsonData? Write(ResultNode root)
    {
        var data = new JsonData();
        try
        {
            using var writer = new Utf8JsonWriter(data.Buffer, Options);
            Object(writer, root.Source, root, root.Plan);
            writer.Flush();
            return data;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            data.Dispose();
            return null;
        }
    }

    private void Object(Utf8JsonWriter writer, object source, ResultNode? node, SelectionPlan plan)
    {
        writer.WriteStartObject();
        foreach (var field in plan.Fields)
        {
            writer.WritePropertyName(field.Name);
            Value(writer, field.Slot >= 0 ? node!.Slots[field.Slot] : ((Accessor)field.Binding).Read(source), field.Shape);
        }
        writer.WriteEndObject();
    }

    private void Value(Utf8JsonWriter writer, object? value, Shape shape)
    {
        if (value is null)
        {
            if (shape.NonNull)
                throw new InvalidOperationException("Null where it may not be.");
            writer.WriteNullValue();
        }
        else if (shape.Leaf is { } leaf)
        {
            leaf.Write(writer, value);
        }
        else if (shape.Item is { } item)
        {
            writer.WriteStartArray();
            foreach (var one in (IEnumerable)value)
                Value(writer, one, item);
            writer.WriteEndArray();
        }
        else if (value is ResultNode node)
        {
            Object(writer, node.Source, node, node.Plan);
        }
        else
        {
            Object(writer, value, null, shape.PlanFor(value, bindings));
        }
    }
}

/// <summary>The answer as a tree, for the rare case that something in it failed: a null where none may be takes its parent with it, up to one that may be null.</summary>
internal sealed class AnswerTree(ExecutionContext context, Bindings bindings)
{
    private static readonly object Lost = new();

    public object? Of(ResultNode root) => Object(root.Source, root, root.Plan, []) is var data && ReferenceEquals(data, Lost) ? null : data;

    private object? Object(object source, ResultNode? node, SelectionPlan plan, List<object> path)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in plan.Fields)
        {
            List<object> here = [.. path, field.Key];
            object? value;
            try
            {
                value = Value(field.Slot >= 0 ? node!.Slots[field.Slot] : ((Accessor)field.Binding).Read(source), field.Shape, field, here);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                context.AddFieldError(e, here, field);
                value = field.Shape.NonNull ? Lost : null;
            }
            if (ReferenceEquals(value, Lost))
                return Lost;
            fields.Add(field.Key, value);
        }
        return fields;
    }

    private object? Value(object? value, Shape shape, FieldPlan field, List<object> path)
    {
        var written = value switch
        {
            null => null,
            _ when shape.Leaf is { } leaf => Leaf(leaf, value),
            _ when shape.Item is { } item => List((IEnumerable)value, item, field, path),
            ResultNode node => Object(node.Source, node, node.Plan, path),
            _ => Object(value, null, shape.PlanFor(value, bindings), path),
        };
        if (ReferenceEquals(written, Lost))
            return shape.NonNull ? Lost : null;
        if (written is not null || !shape.NonNull)
            return written;
        if (!context.Errors.Any(e => e.Path is not null && e.Path.SequenceEqual(path)))
            context.AddFieldError(new InvalidOperationException($"{field.Place.Type}.{field.Place.Field} is null."), path, field);
        return Lost;
    }

    private object? List(IEnumerable values, Shape item, FieldPlan field, List<object> path)
    {
        var list = new List<object?>();
        foreach (var one in values)
        {
            var written = Value(one, item, field, [.. path, list.Count]);
            if (ReferenceEquals(written, Lost))
                return Lost;
            list.Add(written);
        }
        return list;
    }

    private static JsonElement Leaf(LeafWriter leaf, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            leaf.Write(writer, value);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
