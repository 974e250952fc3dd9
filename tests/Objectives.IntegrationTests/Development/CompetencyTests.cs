using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

public sealed class CompetencyTests(Installations installations)
{
    private static object Competency(string code, string? id = null, params string[] levels)
        => new { id, code, name = "故障诊断", levels = levels.Length == 0 ? ["了解", "独立完成", "指导他人"] : levels };

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.7.2")]
    public async Task A_competency_has_its_levels_in_order_and_is_listed_by_its_code(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var added = await company.Hr.ChangeAsync("saveCompetency", Competency("DIA-B"), "competency { id code name levels }");
        added.Strings("levels").ShouldBe(["了解", "独立完成", "指导他人"]);
        await company.Hr.ChangeAsync("saveCompetency", Competency("DIA-A"), "competency { id }");
        var changed = await company.Hr.ChangeAsync("saveCompetency", Competency("DIA-B", added.Id(), "  入门 ", "熟练", "专家", "大师"), "competency { id levels }");
        changed.Id().ShouldBe(added.Id());
        changed.Strings("levels").ShouldBe(["入门", "熟练", "专家", "大师"]);
        var listed = (await company.Member.ReadAsync("{ competencies { code levels } }")).Strings("competencies.*.code");
        listed.ShouldBe(listed.Order(StringComparer.Ordinal));
        listed.ShouldBeSubsetOf(listed.Distinct());
        new[] { "DIA-A", "DIA-B" }.ShouldBeSubsetOf(listed);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on Competency { levels } } }", new { id = added.Id() })).Strings("node.levels").ShouldBe(["入门", "熟练", "专家", "大师"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_code_is_taken_once_levels_have_names_of_their_own_and_HR_alone_saves(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        await company.Hr.ChangeAsync("saveCompetency", Competency("DIA-C"), "competency { id }");
        var refused = new[]
        {
            (Competency(" DIA-C "), "DUPLICATE", "code"),
            (Competency("DIA-D", null, "一级", " 一级"), "DUPLICATE", "levels"),
            (Competency("DIA-D", null, "一级", " "), "REQUIRED", "levels.1"),
            (new { code = "DIA-D", name = "空", levels = Array.Empty<string>() }, "REQUIRED", "levels"),
            (Competency("DIA-D", null, [.. Enumerable.Range(1, 11).Select(i => $"第{i}级")]), "LIMIT_EXCEEDED", "levels"),
        };
        foreach (var (input, code, field) in refused)
            (await company.Hr.RefusedAsync("saveCompetency", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        foreach (var other in (Api[])[company.Administrator, company.Executive, company.Auditor, company.TeamLeader])
            (await other.MutateAsync("saveCompetency", Competency("DIA-D"), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }
}
