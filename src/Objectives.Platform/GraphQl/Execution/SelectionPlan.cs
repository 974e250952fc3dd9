using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Objectives.Platform.GraphQl.Execution;

/// <summary>The fields that are asked of objects of one type, in the order of the answer.</summary>
internal sealed class SelectionPlan(string typeName)
{
    public string TypeName { get; } = typeName;

    public FieldPlan[] Fields { get; set; } = [];

    /// <summary>Whether anything below has to be loaded; what has not is written straight from the source.</summary>
    public bool Loads { get; set; }

    /// <summary>How many of the fields keep a value that was loaded.</summary>
    public int Slots { get; set; }

    /// <summary>Whether one of the fields may give so much that the operation waits its turn.</summary>
    public bool IsLarge { get; set; }
}

internal sealed class FieldPlan
{
    public required JsonEncodedText Name { get; init; }

    public required string Key { get; init; }

    public required GraphQLField Ast { get; init; }

    /// <summary>A batch's identity where the binding has none of its own.</summary>
    public required (string Type, string Field) Place { get; init; }

    public required FieldBinding Binding { get; init; }

    public required Shape Shape { get; init; }

    public required Selection Selected { get; init; }

    /// <summary>Where the object's node keeps the value; -1 where it is read from the source as it is written.</summary>
    public int Slot { get; set; } = -1;
}

/// <summary>What a value looks like: a list of a shape, an object with a selection, or a leaf.</summary>
internal sealed class Shape
{
    public required bool NonNull { get; init; }

    public Shape? Item { get; init; }

    public LeafWriter? Leaf { get; init; }

    /// <summary>By the object's type; one entry where it is not an interface or union.</summary>
    public FrozenDictionary<string, SelectionPlan>? Plans { get; init; }

    public SelectionPlan? OnlyPlan { get; init; }

    public bool Loads => Item?.Loads ?? (OnlyPlan?.Loads ?? Plans?.Values.Any(p => p.Loads) ?? false);

    public SelectionPlan PlanFor(object value, Bindings bindings) => OnlyPlan ?? Plans![bindings.TypeNameOf(value)];
}

/// <summary>How the schema's fields are read, known by field; and which type a model is of.</summary>
internal sealed class Bindings
{
    public const string Metadata = "Objectives.Bindings";

    public Dictionary<FieldType, FieldBinding> Fields { get; } = [];

    public required ApiBuilder Api { get; init; }

    /// <summary>Turns of operations that read whole trees, as many at once as there are processors: more would end no sooner, and keep everyone else waiting and their garbage in memory.</summary>
    public SemaphoreSlim LargeReads { get; } = new(Environment.ProcessorCount);

    public required FrozenDictionary<Type, string> TypeNames { get; init; }

    public string TypeNameOf(object value) => TypeNames.TryGetValue(value.GetType(), out var name) ? name : throw new InvalidOperationException($"{value.GetType()} is no entity's model.");
}

internal static class PlanNames
{
    public static JsonEncodedText Encode(string name) => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
