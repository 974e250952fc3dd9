using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Objectives.Gateway.Transport;

/// <summary>Reads a request of GraphQL over HTTP: a POST's JSON, or a GET's query string. Strict, and never more than the body limit.</summary>
internal static class RequestReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static ValueTask<(GraphQlCall? Call, ApiError? Error)> ReadAsync(HttpContext http, GraphQlLimits limits)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method))
            return new(ReadQuery(request.Query));
        if (!HttpMethods.IsPost(request.Method))
            return new((null, Refusals.Method()));
        if (!MediaTypes.IsJsonInUtf8(request.ContentType))
            return new((null, Refusals.ContentType()));
        return request.ContentLength > limits.BodyBytes
            ? new((null, LimitExceeded.Body(limits.BodyBytes, request.ContentLength.Value)))
            : ReadBodyAsync(http, limits.BodyBytes);
    }

    public static (GraphQlCall? Call, ApiError? Error) Parse(in ReadOnlySequence<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return GraphQlCall.From(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, NotJson()); // Also for names that are no Unicode text.
        }
    }

    public static ApiError NotJson() => Refusals.Malformed("The request is not valid JSON.", "请求不是有效的 JSON。");

    private static async ValueTask<(GraphQlCall? Call, ApiError? Error)> ReadBodyAsync(HttpContext http, int limit)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            var body = read.Buffer;
            if (body.Length > limit)
            {
                var error = LimitExceeded.Body(limit, body.Length);
                reader.AdvanceTo(body.End);
                return (null, error);
            }
            if (read.IsCompleted)
            {
                var outcome = Parse(body);
                reader.AdvanceTo(body.End);
                return outcome;
            }
            reader.AdvanceTo(body.Start, body.End);
        }
    }

    private static (GraphQlCall? Call, ApiError? Error) ReadQuery(IQueryCollection parameters)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in (ReadOnlySpan<string>)["query", "documentId", "operationName"])
            {
                if (Single(parameters[name]) is { } text)
                    writer.WriteString(name, text);
            }
            foreach (var name in (ReadOnlySpan<string>)["variables", "extensions"])
            {
                if (Single(parameters[name]) is not { } json)
                    continue;
                writer.WritePropertyName(name);
                try
                {
                    writer.WriteRawValue(json);
                }
                catch (JsonException)
                {
                    return (null, Refusals.Malformed($"'{name}' is not valid JSON.", $"“{name}”不是有效的 JSON。"));
                }
            }
            writer.WriteEndObject();
        }
        return Parse(new(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static string? Single(StringValues values) => values is [{ Length: > 0 } value] ? value : null;
}
