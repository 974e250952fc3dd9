using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class CostTests
{
    private static readonly GraphQlLimits Limits = new();

    [Theory]
    [InlineData("{ hello }", 1)]
    [InlineData("{ goal { level title } }", 3)]
    [InlineData("{ goals(first: 10) { totalCount nodes { level } } }", 1 + 1 + (1 + 10))]
    [InlineData("{ goals(last: 10) { nodes { level } } }", 1 + (1 + 10))]
    [InlineData("{ goals { nodes { level } } }", 1 + (1 + 20))]
    [InlineData("{ goals(first: 10) { nodes { children { level } } } }", 1 + (1 + (10 * (1 + 1))))]
    [InlineData("{ goal { remarks } }", 1 + 1)]
    [InlineData("{ goalsById(ids: [1, 2, 3]) { level } }", 1 + 3)]
    [InlineData("{ goals(first: 10) { ...C } } fragment C on GoalConnection { nodes { ...G } } fragment G on Goal { level title }", 1 + (1 + (10 * 2)))]
    [InlineData("{ __schema { types { name } } }", 0)]
    public void A_list_multiplies_what_is_asked_of_its_elements(string query, long cost) => CostOf(query).ShouldBe(cost);

    [Fact]
    public void A_list_bounded_by_nature_counts_a_few_and_a_tree_counts_its_levels_only()
    {
        CostOf("{ __typename goalsById { level } }").ShouldBe(1 + 1 + Limits.ListSize);
        CostOf("{ goal { children { children { children { children { level } } } } } }").ShouldBe(6);
    }

    [Fact]
    public void Page_sizes_in_variables_count_as_sent_or_as_declared()
    {
        const string query = "query ($n: Int = 50, $ids: [ID]) { goals(first: $n) { nodes { level } } goalsById(ids: $ids) { level } }";
        CostOf(query).ShouldBe(1 + (1 + 50) + 1 + 5);
        CostOf(query, new() { ["n"] = 7, ["ids"] = new List<object?> { 1, 2 } }).ShouldBe(1 + (1 + 7) + 1 + 2);
        CostOf(query, new() { ["n"] = -7 }).ShouldBe(1 + 1 + 1 + 5);
    }

    [Fact]
    public void A_cost_beyond_all_numbers_stays_the_largest_number()
    {
        CostOf("query ($n: Int) { goals(first: $n) { nodes { level } } }", new() { ["n"] = long.MaxValue }).ShouldBe(long.MaxValue);
        CostOf("{ goals(first: 99999999999999999999) { nodes { level } } }").ShouldBeGreaterThan(Limits.Cost);
    }

    [Fact]
    public void Fragments_that_double_at_each_level_are_measured_at_once()
    {
        const int levels = 24; // Each twice the one before: sixteen million titles in all.
        var query = "query ($n: Int) { goals(first: $n) { nodes { ...F0 } } }" + string.Concat(Enumerable.Range(0, levels).Select(i =>
            $" fragment F{i} on Goal {{ parent {{ ...F{i + 1} }} children {{ ...F{i + 1} }} }}")) + $" fragment F{levels} on Goal {{ level }}";
        const long ofOne = (1L << levels) + (1L << (levels + 1)) - 2;
        using var schema = new TestSchema(new());
        schema.Initialize();
        var document = GraphQLParser.Parser.Parse(query);
        var shape = ShapeReader.Read(schema, document, (GraphQLOperationDefinition)document.Definitions[0], Limits);
        shape.Cost.For(new Inputs(new Dictionary<string, object?> { ["n"] = 3 })).ShouldBe(1 + 1 + (3 * ofOne));
    }

    private static long CostOf(string query, Dictionary<string, object?>? variables = null)
    {
        using var schema = new TestSchema(new());
        schema.Initialize();
        var (document, error) = DocumentReader.Read(query, schema, Limits);
        error.ShouldBeNull();
        return document!.Operations[0].Cost.For(variables is null ? null : new Inputs(variables));
    }
}
