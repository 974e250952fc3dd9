using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Objectives.Contracts;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.Platform.Webhooks;

/// <summary>The events that webhooks may ask for, and how each is told: as a CloudEvent 1.0 of ids and plain facts, never of texts, so that a receiver reads what it needs with its own rights.</summary>
public static class WebhookEvents
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(IIntegrationEvent).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(ForWebhooksAttribute))).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    public static IReadOnlyList<string> Names { get; } = [.. Types.Keys.Order(StringComparer.Ordinal)];

    public static bool Has(string name) => Types.ContainsKey(name);

    /// <summary>By the type's full name, as the outbox keeps it; null for those that are not told.</summary>
    public static string? NameOf(string typeName) => typeName[(typeName.LastIndexOf('.') + 1)..] is var name && Types.GetValueOrDefault(name)?.FullName == typeName ? name : null;

    /// <summary>What it is about: its first fact.</summary>
    public static (string Type, Guid Id) SubjectOf(IIntegrationEvent @event)
    {
        var id = Facts(@event.GetType())[0].GetValue(@event)!;
        GlobalId.TryDecode(GlobalId.TryEncode(id), out var type, out var key);
        return (type, key);
    }

    internal static string CloudEvent(OutboxMessage message, IIntegrationEvent @event, string source)
    {
        var type = @event.GetType();
        var data = new JsonObject();
        foreach (var fact in Facts(type))
        {
            if (ValueOf(fact.GetValue(@event)) is { } value)
                data[JsonNamingPolicy.CamelCase.ConvertName(fact.Name)] = value;
        }
        var (subjectType, subjectId) = SubjectOf(@event);
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = message.Id.ToString(),
            ["source"] = source,
            ["type"] = $"objectives.{type.Name}.v{type.GetCustomAttribute<EventVersionAttribute>()!.Version}",
            ["subject"] = GlobalId.Encode(subjectType, subjectId),
            ["time"] = message.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        }.ToJsonString();
    }

    /// <summary>The record's parameters, in their order.</summary>
    private static IReadOnlyList<PropertyInfo> Facts(Type type) => [.. type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p => type.GetProperty(p.Name!)!)];

    /// <summary>Null for texts, lists of parts and what is unknown.</summary>
    private static JsonNode? ValueOf(object? value) => value switch
    {
        null or string => null,
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        decimal number => JsonValue.Create(Numbers.Quantity.Format(number)),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Enum name => JsonValue.Create(EnumNames.Of(name)),
        _ => GlobalId.TryEncode(value) is { } id ? JsonValue.Create(id) : null,
    };
}
