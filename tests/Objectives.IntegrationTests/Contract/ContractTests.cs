using GraphQLParser;
using GraphQLParser.AST;
using Objectives.Gateway.Hosting;

namespace Objectives.IntegrationTests.Contract;

/// <summary>
/// The schema against the public contract in this folder. What is built is as the contract says: names, types, nullability, arguments, defaults; a type may have more
/// interfaces. What is not yet built (-) and what goes beyond it (+) stands in differences.txt.
/// </summary>
public sealed class ContractTests
{
    private const string Folder = "tests/Objectives.IntegrationTests/Contract";

    [Fact]
    public async Task What_is_built_is_as_the_contract_says()
    {
        await using var app = ObjectivesProgram.Build([]);
        var product = SchemaParts.Of(ObjectivesProgram.SchemaOf(app));
        var contract = SchemaParts.Of(string.Join('\n', Directory.GetFiles(Path.Combine(Snapshot.Root(), Folder), "*.graphql").Select(File.ReadAllText)));
        contract.Count.ShouldBeGreaterThan(500);

        var shared = contract.Where(p => product.ContainsKey(p.Key)).ToList();
        shared.Count.ShouldBeGreaterThan(300);
        shared.Where(p => !SchemaParts.Keeps(product[p.Key], p.Value)).Select(p => $"{p.Key}: the contract says '{p.Value}', the product '{product[p.Key]}'").ShouldBeEmpty();

        var differences = Outermost(contract, product).Select(p => "- " + p).Concat(Outermost(product, contract).Select(p => "+ " + p));
        Snapshot.Check($"{Folder}/differences.txt", string.Join('\n', differences));
    }

    [Theory]
    [InlineData("type T { a: Int! }", "type T { a: Int }")]
    [InlineData("type T { a(b: Int = 1): Int }", "type T { a(b: Int = 2): Int }")]
    [InlineData("type T { a(b: Int): Int }", "type T { a(b: Int!): Int }")]
    [InlineData("type T implements I { a: Int }", "type T { a: Int }")]
    [InlineData("input T { a: Boolean = true }", "input T { a: Boolean }")]
    [InlineData("enum T { A }", "union T = A")]
    public void A_difference_in_what_both_have_is_seen(string contract, string product)
    {
        var (left, right) = (SchemaParts.Of(contract), SchemaParts.Of(product));
        left.Any(p => right.TryGetValue(p.Key, out var other) && !SchemaParts.Keeps(other, p.Value)).ShouldBeTrue();
    }

    [Fact]
    public void A_type_may_have_more_interfaces_than_the_contract_asks_for()
    {
        var (contract, product) = (SchemaParts.Of("type T implements I { a: Int }"), SchemaParts.Of("type T implements I & J { a: Int }"));
        contract.ShouldAllBe(p => SchemaParts.Keeps(product[p.Key], p.Value));
        product.ShouldContain(p => !SchemaParts.Keeps(contract[p.Key], p.Value));
    }

    [Fact]
    public void What_only_one_has_is_named_by_its_outermost_part()
    {
        var (contract, product) = (SchemaParts.Of("type T { a(b: Int): Int c: Int } enum E { A B } type U { x: Int }"), SchemaParts.Of("type T { a: Int } enum E { A }"));
        Outermost(contract, product).ShouldBe(["E.B", "T.a(b)", "T.c", "U"]);
    }

    private static IEnumerable<string> Outermost(IReadOnlyDictionary<string, string> have, IReadOnlyDictionary<string, string> lack)
        => have.Keys.Where(part => !lack.ContainsKey(part) && SchemaParts.Owner(part) is var owner && (owner is null || lack.ContainsKey(owner))).Order(StringComparer.Ordinal);
}

/// <summary>A schema taken apart: <c>Unit</c>, <c>Unit.members</c>, <c>Unit.members(first)</c> with what each says.</summary>
internal static class SchemaParts
{
    public static IReadOnlyDictionary<string, string> Of(string sdl)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in Parser.Parse(sdl).Definitions)
        {
            switch (definition)
            {
                case GraphQLObjectTypeDefinition type:
                    Add(parts, type.Name.StringValue, "type" + Interfaces(type.Interfaces));
                    AddFields(parts, type.Name.StringValue, type.Fields);
                    break;
                case GraphQLObjectTypeExtension type:
                    AddFields(parts, type.Name.StringValue, type.Fields);
                    break;
                case GraphQLInterfaceTypeDefinition type:
                    Add(parts, type.Name.StringValue, "interface");
                    AddFields(parts, type.Name.StringValue, type.Fields);
                    break;
                case GraphQLInputObjectTypeDefinition type:
                    Add(parts, type.Name.StringValue, "input");
                    foreach (var field in Items(type.Fields))
                        Add(parts, $"{type.Name.StringValue}.{field.Name.StringValue}", Value(field));
                    break;
                case GraphQLEnumTypeDefinition type:
                    Add(parts, type.Name.StringValue, "enum");
                    foreach (var value in Items(type.Values))
                        Add(parts, $"{type.Name.StringValue}.{value.Name.StringValue}", "value");
                    break;
                case GraphQLUnionTypeDefinition type:
                    Add(parts, type.Name.StringValue, "union");
                    foreach (var member in Items(type.Types))
                        Add(parts, $"{type.Name.StringValue}.{member.Name.StringValue}", "member");
                    break;
                case GraphQLScalarTypeDefinition type:
                    Add(parts, type.Name.StringValue, "scalar");
                    break;
            }
        }
        return parts;
    }

    /// <summary>Whether the product says what the contract says.</summary>
    public static bool Keeps(string product, string contract)
        => product == contract || (contract.Split(" & ") is ["type", .. var asked] && product.Split(" & ") is ["type", .. var given] && asked.All(given.Contains));

    /// <summary>Of <c>Unit.members(first)</c> the field, of a field the type; null for a type.</summary>
    public static string? Owner(string part) => part.LastIndexOfAny(['(', '.']) is var end && end > 0 ? part[..end] : null;

    private static void AddFields(SortedDictionary<string, string> parts, string type, GraphQLFieldsDefinition? fields)
    {
        foreach (var field in Items(fields))
        {
            Add(parts, $"{type}.{field.Name.StringValue}", Text(field.Type));
            foreach (var argument in Items(field.Arguments))
                Add(parts, $"{type}.{field.Name.StringValue}({argument.Name.StringValue})", Value(argument));
        }
    }

    private static void Add(SortedDictionary<string, string> parts, string part, string says) => parts.Add(part, says);

    private static string Interfaces(GraphQLImplementsInterfaces? interfaces) => string.Concat(Items(interfaces).Select(i => i.Name.StringValue).Order(StringComparer.Ordinal).Select(i => " & " + i));

    private static string Value(GraphQLInputValueDefinition value) => Text(value.Type) + (value.DefaultValue is { } given ? " = " + Text(given) : string.Empty);

    private static List<T> Items<T>(ASTListNode<T>? list) => list?.Items ?? [];

    private static string Text(ASTNode node) => node switch
    {
        GraphQLNamedType named => named.Name.StringValue,
        GraphQLNonNullType required => Text(required.Type) + "!",
        GraphQLListType list => $"[{Text(list.Type)}]",
        GraphQLBooleanValue value => value.Value.ToString().ToLowerInvariant(),
        GraphQLIntValue value => value.Value.ToString(),
        GraphQLStringValue value => $"\"{value.Value}\"",
        GraphQLEnumValue value => value.Name.StringValue,
        _ => node.ToString()!,
    };
}
