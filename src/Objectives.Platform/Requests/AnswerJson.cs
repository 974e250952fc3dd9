using System.Text.Json;
using System.Text.Json.Serialization;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>How the first answer to an idempotency key is kept: its value alone, since only successes are stored.</summary>
internal static class AnswerJson
{
    public static readonly JsonSerializerOptions Options = new() { Converters = { new ResultFactory(), new OptionalFactory() } };

    private sealed class ResultFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Result<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(OfResult<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class OfResult<T> : JsonConverter<Result<T>>
    {
        public override Result<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, Result<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
    }

    private sealed class OptionalFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(OfOptional<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class OfOptional<T> : JsonConverter<Optional<T>>
    {
        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException("Requests are only written.");

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (value.IsGiven)
                JsonSerializer.Serialize(writer, value.Value, options);
            writer.WriteEndArray();
        }
    }
}
