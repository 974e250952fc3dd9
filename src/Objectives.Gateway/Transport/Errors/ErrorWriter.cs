using System.Text.Json;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>Writes errors with their code, in the caller's language; never an exception's own words.</summary>
internal static class ErrorWriter
{
    /// <summary>A document can be wrong in thousands of places; the first ones will do.</summary>
    private const int MostErrors = 50;

    public static void Write(Utf8JsonWriter writer, ExecutionErrors errors)
    {
        writer.WriteStartArray();
        var written = 0;
        foreach (var error in errors)
        {
            if (written++ == MostErrors)
                break;
            Write(writer, error);
        }
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ExecutionError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, ErrorText.Of(error).ToString());
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        WritePath(writer, error);
        writer.WriteStartObject("extensions"u8);
        writer.WriteString("code"u8, ErrorCodes.CodeOf(error).ToWire());
        if (error is ApiError own)
        {
            foreach (var (name, value) in own.Details)
            {
                writer.WritePropertyName(name);
                ResultWriter.Value(writer, value);
            }
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter writer, ExecutionError error)
    {
        if (error.Path is null)
            return;
        writer.WriteStartArray("path"u8);
        foreach (var step in error.Path)
            ResultWriter.Value(writer, step);
        writer.WriteEndArray();
    }
}
