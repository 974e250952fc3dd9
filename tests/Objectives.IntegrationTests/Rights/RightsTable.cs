using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;

namespace Objectives.IntegrationTests.Rights;

/// <summary>The rules of rights.txt, and the schema's fields that they are about.</summary>
internal sealed partial class RightsTable
{
    private readonly Dictionary<string, GraphQLObjectTypeDefinition> _types;
    private readonly HashSet<string> _leaves;

    private RightsTable(string sdl)
    {
        var definitions = Parser.Parse(sdl).Definitions;
        _types = definitions.OfType<GraphQLObjectTypeDefinition>().Where(t => !Wrapping().IsMatch(t.Name.StringValue)).ToDictionary(t => t.Name.StringValue);
        _leaves = [.. definitions.OfType<GraphQLScalarTypeDefinition>().Select(t => t.Name.StringValue), .. definitions.OfType<GraphQLEnumTypeDefinition>().Select(t => t.Name.StringValue), "ID", "Int", "String", "Boolean", "Float"];
        Rules = [.. Lines().SelectMany(line => line[2..].Select(field => (line[0], line[1], field)))];
    }

    public IReadOnlyList<(string Rule, string Type, string Field)> Rules { get; }

    public IEnumerable<(string Type, string Field)> Fields => _types.Values.SelectMany(t => t.Fields!.Items.Select(f => (t.Name.StringValue, f.Name.StringValue)));

    /// <summary>Those of which each record can be asked for by its id.</summary>
    public IEnumerable<string> Nodes => _types.Values.Where(t => t.Interfaces?.Items.Any(i => i.Name.StringValue == "Node") == true).Select(t => t.Name.StringValue);

    public static RightsTable Of(string sdl) => new(sdl);

    /// <summary>A field as it is asked for: with what it cannot do without, and nothing of what it holds.</summary>
    public string Selection(string type, string field, IReadOnlyDictionary<string, string> arguments)
    {
        var definition = _types[type].Fields!.Items.Single(f => f.Name.StringValue == field);
        var needed = (definition.Arguments?.Items ?? []).Where(a => a.Type is GraphQLNonNullType && a.DefaultValue is null).Select(a => $"{a.Name.StringValue}: \"{arguments.GetValueOrDefault($"{field}.{a.Name.StringValue}") ?? arguments[a.Name.StringValue]}\"").ToList();
        return field + (needed.Count > 0 ? $"({string.Join(", ", needed)})" : string.Empty) + (_leaves.Contains(Named(definition.Type)) ? string.Empty : " { __typename }");
    }

    private static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Named(required.Type),
        GraphQLListType list => Named(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static IEnumerable<string[]> Lines()
        => File.ReadLines(Path.Combine(Snapshot.Root(), "tests/Objectives.IntegrationTests/Rights/rights.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '));

    /// <summary>Types that only hold others: who may ask for them is each query's and command's own rule.</summary>
    [GeneratedRegex("(Payload|Connection|Edge)$|^(Query|Mutation|Subscription)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrapping();
}
