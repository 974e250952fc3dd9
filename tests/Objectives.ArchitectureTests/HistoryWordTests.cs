using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.EntityFrameworkCore.Metadata;
using Objectives.Migrations;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;

namespace Objectives.ArchitectureTests;

/// <summary>The page tells every change in words: what was done, to what, and which fields became what.</summary>
public sealed partial class HistoryWordTests
{
    /// <summary>Done by the program itself rather than by a command or on an event.</summary>
    private static readonly string[] OwnActions = ["followProgress", "refreshFindings", "claimInstallation", "setPassword"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Every_change_has_its_words(string language)
    {
        var words = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Page, "i18n", language, "history.json"), TestContext.Current.CancellationToken)).RootElement;
        await using var schema = SchemaContext.For(new(DatabaseKind.Sqlite, "Data Source=none"));
        var told = schema.Model.GetEntityTypes().Where(e => typeof(Aggregate).IsAssignableFrom(e.ClrType) || typeof(IPart).IsAssignableFrom(e.ClrType)).ToList();
        Missing(words, "kinds", told.Where(e => typeof(Aggregate).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType.Name)).ShouldBeEmpty();
        Missing(words, "actions", Actions()).ShouldBeEmpty();
        var hidden = await HiddenAsync();
        Missing(words, "fields", told.SelectMany(FieldsOf).Where(f => !hidden.Contains(f))).ShouldBeEmpty();
    }

    [Fact]
    public void A_field_without_words_is_found()
        => Missing(JsonDocument.Parse("""{ "fields": { "title": "Title", "policy": { "tolerance": "Tolerance" } } }""").RootElement, "fields", ["title", "target", "policy.tolerance", "policy.bound"]).ShouldBe(["policy.bound", "target"]);

    private static IEnumerable<string> Actions()
    {
        var types = Solution.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract).ToList();
        var commands = types.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))).Select(RequestNames.ActionOf);
        var events = types.Where(t => BaseOf(t) is not null && !t.Name.StartsWith("TellOf", StringComparison.Ordinal)).Select(t => BaseOf(t)!.GetGenericArguments()[0].Name);
        return [.. commands, .. events, .. OwnActions];
    }

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } of && of.GetGenericTypeDefinition() == typeof(Consumer<>) ? of : null;

    private static IEnumerable<string> FieldsOf(IEntityType type)
        => type.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name is not (nameof(Aggregate.Version) or nameof(Aggregate.ChangeHash))).Select(p => Camel(p.Name))
            .Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => $"{Camel(c.Name)}.{Camel(p.Name)}")));

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static IReadOnlyList<string> Missing(JsonElement words, string group, IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal).Where(name => !Has(words.GetProperty(group), name))];

    private static bool Has(JsonElement words, string name)
        => name.Split('.', 2) is [var first, var rest]
            ? words.TryGetProperty(first, out var group) && group.ValueKind == JsonValueKind.Object && Has(group, rest)
            : words.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String;

    /// <summary>What the page leaves out, since it follows from other fields.</summary>
    private static async Task<HashSet<string>> HiddenAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Page, "features", "platform", "history", "differences.ts"), TestContext.Current.CancellationToken);
        return [.. SetPattern().Matches(text).SelectMany(m => NamePattern().Matches(m.Groups["names"].Value)).Select(m => m.Groups["name"].Value)];
    }

    private static string Page { get; } = Path.Combine(Solution.Root(), "src", "web", "src");

    [GeneratedRegex(@"bookkeeping\w* = new Set\(\[(?<names>[^\]]*)\]\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SetPattern();

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
