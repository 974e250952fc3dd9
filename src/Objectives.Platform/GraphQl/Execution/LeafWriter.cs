using System.Globalization;
using System.Text.Json;
using GraphQL.Types;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>Writes a leaf as its scalar says: decimals and instants as strings, enums by the contract's names, typed ids as global ids.</summary>
internal sealed class LeafWriter
{
    public static readonly LeafWriter Text = new(null);
    private readonly ScalarGraphType? _scalar;

    private LeafWriter(ScalarGraphType? scalar) => _scalar = scalar;

    public static LeafWriter For(IGraphType type) => type switch
    {
        EnumerationGraphType or StringGraphType or IdGraphType or IntGraphType or BooleanGraphType or FloatGraphType => Text,
        ScalarGraphType scalar => new(scalar),
        _ => throw new InvalidOperationException($"{type} is no leaf."),
    };

    public void Write(Utf8JsonWriter writer, object value)
    {
        switch (_scalar is null ? value : _scalar.Serialize(value))
        {
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(checked((int)number)); break;
            case double number: writer.WriteNumberValue(number); break;
            case Enum member: writer.WriteStringValue(EnumNames.Of(member)); break;
            case null: throw new InvalidOperationException($"{value} cannot be written as {_scalar?.Name}.");
            case var other: writer.WriteStringValue(GlobalId.TryEncode(other) ?? Convert.ToString(other, CultureInfo.InvariantCulture)); break;
        }
    }
}
