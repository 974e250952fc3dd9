using System.Text.Json;
using Objectives.Gateway.Hosting;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Rights;

/// <summary>Who reads what, field by field, as rights.txt says it: read by each role, and by each relation to whom it is about.</summary>
public sealed class RightsTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private static readonly string[] Chain = ["TeamLeader", "DepartmentLeader", "DivisionLeader", "Executive"];

    private static readonly string[] Readers = ["Member", "Colleague", .. Chain, "SecondExecutive", "Hr", "Auditor", "Administrator"];

    /// <summary>Of what is about the team's member.</summary>
    private static readonly Dictionary<string, string[]> WhoReads = new()
    {
        ["everyone"] = [.. Readers, "OtherTeamLeader", "Stranger"],
        ["objective"] = Readers,
        ["meeting"] = [.. Readers.Except(["Colleague"])],
        ["receiver"] = [.. Readers, "Stranger"],
        ["appraisal"] = ["Member", .. Chain, "Hr", "Auditor"],
        ["released"] = [.. Chain, "Hr", "Auditor"],
        ["paid"] = ["Member", .. Chain, "Hr", "Auditor"],
        ["awarded"] = ["Member", "Hr", "Auditor"],
        ["scheme"] = ["Hr", "Auditor"],
        ["developed"] = ["Member", .. Chain, "SecondExecutive", "Hr", "Auditor"],
        ["developing"] = ["Member", .. Chain, "SecondExecutive", "Hr"],
        ["own"] = ["Member"],
        ["started"] = ["Member", "Administrator"],
    };

    /// <summary>What has no id of its own, and rules of its own: what holds it.</summary>
    private static readonly Dictionary<string, (string Holder, string Field)> Held = new() { ["Appraisal"] = ("Scorecard", "appraisal") };

    [Fact]
    public async Task Every_field_has_one_rule()
    {
        var table = await TableAsync();
        table.Fields.Count().ShouldBeGreaterThan(500);
        var ruled = table.Rules.Select(r => (r.Type, r.Field)).ToList();
        table.Fields.Except(ruled).ShouldBeEmpty("fields without a rule: say in rights.txt who reads them");
        ruled.Except(table.Fields).ShouldBeEmpty("rules of fields that are not there");
        ruled.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("fields with two rules");
        table.Rules.Select(r => r.Rule).Distinct().Except([.. WhoReads.Keys, "within"]).ShouldBeEmpty("rules that nobody wrote");
    }

    /// <summary>A record is read by those whom its fields' first rule names, by nobody else; a field with another rule has its value for those alone.</summary>
    [Theory, OnEachDatabase]
    public async Task Each_role_reads_what_its_rules_let_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var table = await TableAsync();
        var ground = await RightsGround.OnAsync(company);
        ground.Records.Keys.Order().ShouldBe(table.Nodes.Order(), "an example of each");
        List<string> wrong = [];
        foreach (var type in ground.Records.Keys.Concat(Held.Keys))
        {
            foreach (var (name, viewer) in People(company))
                wrong.AddRange(await CheckAsync(table, ground, type, name, viewer));
        }
        wrong.ShouldBeEmpty();
    }

    private static async Task<RightsTable> TableAsync()
    {
        await using var app = ObjectivesProgram.Build([]);
        return RightsTable.Of(ObjectivesProgram.SchemaOf(app));
    }

    private static async Task<IEnumerable<string>> CheckAsync(RightsTable table, RightsGround ground, string type, string name, Api viewer)
    {
        var rules = table.Rules.Where(r => r.Type == type).ToList();
        var mayRead = WhoReads[rules[0].Rule].Contains(name);
        var fields = string.Join(' ', rules.Select(r => table.Selection(type, r.Field, ground.Arguments)));
        var (holder, path) = Held.GetValueOrDefault(type, (type, string.Empty));
        var asked = path.Length > 0 ? $"{path} {{ {fields} }}" : fields;
        var reply = await viewer.AskAsync($"query($id: ID!) {{ node(id: $id) {{ ... on {holder} {{ {asked} }} }} }}", new { id = ground.Records[holder] });
        if (reply.Json.TryGetProperty("errors", out var errors))
            return [$"{type} to {name}: {errors}"];
        var node = reply.Json.At("data.node");
        if (path.Length > 0 && node.ValueKind == JsonValueKind.Object)
            node = node.At(path);
        if ((node.ValueKind == JsonValueKind.Object) != mayRead)
            return [$"{type} to {name}: {(mayRead ? "he may read it and cannot" : "he reads it and may not")}"];
        return !mayRead ? [] : rules.Where(r => r.Rule != rules[0].Rule && Holds(node.At(r.Field)) != WhoReads[r.Rule].Contains(name))
            .Select(r => $"{type}.{r.Field} to {name}: {(Holds(node.At(r.Field)) ? "he reads it and may not" : "he may read it and cannot")}");
    }

    private static bool Holds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    private static IEnumerable<(string Name, Api Who)> People(Company company) =>
    [
        ("Member", company.Member), ("Colleague", company.Colleague), ("TeamLeader", company.TeamLeader), ("DepartmentLeader", company.DepartmentLeader), ("DivisionLeader", company.DivisionLeader),
        ("Executive", company.Executive), ("SecondExecutive", company.SecondExecutive), ("Hr", company.Hr), ("Auditor", company.Auditor), ("Administrator", company.Administrator),
        ("OtherTeamLeader", company.OtherTeamLeader), ("Stranger", company.Stranger),
    ];
}
