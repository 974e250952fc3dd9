using System.Text.Json;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>Variables and extensions as the GraphQL library takes them. Numbers stay exact where they can; none is parsed at more than linear cost.</summary>
internal static class JsonInputs
{
    public static Inputs Read(JsonElement map) => new(Dictionary(map));

    private static Dictionary<string, object?> Dictionary(JsonElement map)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject())
            result[property.Name] = Value(property.Value);
        return result;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Dictionary(value),
        JsonValueKind.Array => List(value),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static List<object?> List(JsonElement array)
    {
        var result = new List<object?>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
            result.Add(Value(item));
        return result;
    }

    private static object Number(JsonElement number)
    {
        if (number.TryGetInt32(out var small))
            return small;
        if (number.TryGetInt64(out var large))
            return large;
        return number.TryGetDecimal(out var exact) ? exact : number.GetDouble();
    }
}
