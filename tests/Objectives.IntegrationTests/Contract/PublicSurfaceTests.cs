using System.Reflection;
using System.Text;
using Objectives.Contracts;

namespace Objectives.IntegrationTests.Contract;

/// <summary>What modules may rely on of each other: every public type and member of Contracts.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Contracts_has_not_changed_unseen()
    {
        var types = typeof(IIntegrationEvent).Assembly.GetExportedTypes();
        types.Length.ShouldBeGreaterThan(30);
        Snapshot.Check("tests/Objectives.IntegrationTests/Contract/contracts.txt", string.Join('\n', types.OrderBy(t => t.FullName, StringComparer.Ordinal).Select(Describe)));
    }

    private static string Describe(Type type)
    {
        var text = new StringBuilder().Append(Kind(type)).Append(' ').Append(type.FullName);
        foreach (var shape in type.GetInterfaces().Where(i => !(i.Namespace ?? string.Empty).StartsWith("System", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal))
            text.Append(" : ").Append(shape);
        text.Append('\n');
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(own).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
            text.Append("  ").Append(member).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false, IsLiteral: true } value => $"{value.Name} = {value.GetRawConstantValue()}",
        FieldInfo { IsSpecialName: false } field => $"{field.Name}: {Name(field.FieldType)}",
        PropertyInfo { Name: not "EqualityContract" } property => $"{property.Name}: {Name(property)}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when !IsOfRecord(method) => $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
        _ => null,
    };

    /// <summary>What the compiler gives every record.</summary>
    private static bool IsOfRecord(MethodInfo method) => method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "<Clone>$";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ => "class",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(PropertyInfo property)
        => Name(property.PropertyType) + (!property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable ? "?" : string.Empty);

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
