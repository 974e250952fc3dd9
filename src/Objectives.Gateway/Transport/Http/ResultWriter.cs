using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using Objectives.Platform.GraphQl.Execution;

namespace Objectives.Gateway.Transport;

/// <summary>Writes a result as JSON straight into the response's buffers.</summary>
internal static class ResultWriter
{
    private static readonly JsonSerializerOptions Fallback = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static void Write(IBufferWriter<byte> output, ExecutionResult result)
    {
        if (result is not { Data: JsonData data, Errors: null, Extensions: null })
        {
            Write(output, result, Write);
            return;
        }
        using (data)
        {
            output.Write("{\"data\":"u8);
            output.Write(data.Utf8);
            output.Write("}"u8);
        }
    }

    public static void Write<T>(IBufferWriter<byte> output, T value, Action<Utf8JsonWriter, T> write)
    {
        var writer = s_writer ?? new Utf8JsonWriter(output, Options);
        s_writer = null;
        writer.Reset(output);
        write(writer, value);
        writer.Flush();
        writer.Reset(Stream.Null);
        s_writer = writer;
    }

    public static void Write(Utf8JsonWriter writer, ExecutionResult result)
    {
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WritePropertyName("errors"u8);
            ErrorWriter.Write(writer, errors);
        }
        if (result.Executed)
        {
            writer.WritePropertyName("data"u8);
            if (result.Data is JsonData data)
            {
                using (data)
                    writer.WriteRawValue(data.Utf8, skipInputValidation: true);
            }
            else if (result.Data is ExecutionNode root)
            {
                Node(writer, root);
            }
            else
            {
                Value(writer, result.Data);
            }
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, extensions, Fallback);
        }
        writer.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), Fallback);
                break;
        }
    }

    private static void Node(Utf8JsonWriter writer, ExecutionNode node)
    {
        switch (node)
        {
            case ValueExecutionNode leaf:
                Value(writer, leaf.ToValue());
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    Node(writer, field);
                }
                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items)
                    Node(writer, item);
                writer.WriteEndArray();
                break;
            default:
                Value(writer, node.ToValue());
                break;
        }
    }
}
