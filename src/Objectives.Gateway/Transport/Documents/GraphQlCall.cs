using System.Text.Json;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>One request as it came, over whichever transport.</summary>
/// <param name="VariablesBytes">The size of the variables' JSON.</param>
internal sealed record GraphQlCall(string? Query, string? DocumentId, string? OperationName, Inputs? Variables, Inputs? Extensions, int VariablesBytes)
{
    private const string HashPrefix = "sha256:";

    /// <summary>The hash of a trusted document: `documentId` (with or without "sha256:"), or Apollo's `extensions.persistedQuery`.</summary>
    public string? Hash
    {
        get
        {
            if (DocumentId is not null)
                return DocumentId.StartsWith(HashPrefix, StringComparison.Ordinal) ? DocumentId[HashPrefix.Length..] : DocumentId;
            return Extensions is not null
                && Extensions.TryGetValue("persistedQuery", out var persisted)
                && persisted is IDictionary<string, object?> fields
                && fields.TryGetValue("sha256Hash", out var hash)
                ? hash as string
                : null;
        }
    }

    public static (GraphQlCall? Call, ApiError? Error) From(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return (null, Refusals.Malformed("Batches are not accepted: send one operation a request.", "不接受批量请求：每个请求只能包含一个操作。"));
        if (root.ValueKind != JsonValueKind.Object)
            return (null, Refusals.Malformed("The request must be a JSON object.", "请求必须是 JSON 对象。"));
        try
        {
            var (variables, bytes) = Map(root, "variables");
            var call = new GraphQlCall(
                String(root, "query"), String(root, "documentId"), String(root, "operationName"), variables, Map(root, "extensions").Map, bytes);
            return call.Query is null && call.Hash is null ? (null, Missing()) : (call, null);
        }
        catch (JsonException e)
        {
            return (null, Refusals.Malformed($"'{e.Path}' has the wrong type.", $"“{e.Path}”的类型不正确。"));
        }
        catch (InvalidOperationException)
        {
            return (null, Refusals.Malformed("The request holds text that is not valid Unicode.", "请求包含无效的 Unicode 文本。"));
        }
    }

    public static ApiError Missing() => Refusals.Malformed("'query' is missing.", "缺少“query”。");

    private static string? String(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Null && name != "query"))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new JsonException(null, name, null, null);
    }

    private static (Inputs? Map, int Bytes) Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return default;
        return value.ValueKind == JsonValueKind.Object
            ? (JsonInputs.Read(value), System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).Length)
            : throw new JsonException(null, name, null, null);
    }
}
