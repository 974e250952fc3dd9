using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class MeasureTests(Installations installations)
{
    private static object Measure(string code, string? id = null, string direction = "INCREASE", string aggregation = "SUM", int decimals = 2)
        => new { id, code, name = "一次修复率", unitOfMeasure = "%", direction, aggregation, decimals };

    [Theory, OnEachDatabase]
    public async Task A_measure_is_added_changed_and_listed_by_its_code(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.Administrator.ChangeAsync("saveMeasure", Measure("FIX-A"), "measure { id code unitOfMeasure direction aggregation decimals }");
        (measure.Text("unitOfMeasure"), measure.Text("direction"), measure.Text("aggregation"), measure.Number("decimals")).ShouldBe(("%", "INCREASE", "SUM", 2));
        (await company.Administrator.ChangeAsync("saveMeasure", Measure("FIX-A", measure.Id(), "DECREASE", "LAST", 0), "measure { id direction }")).Text("direction").ShouldBe("DECREASE");
        var codes = (await company.Member.ReadAsync("{ measures { code } }")).Strings("measures.*.code");
        codes.ShouldContain("FIX-A");
        codes.ShouldBe(codes.Order(StringComparer.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Once_objectives_use_it_what_its_values_mean_stays(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = (await company.Administrator.ChangeAsync("saveMeasure", Measure("FIX-B"), "measure { id }")).Id();
        await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { MeasureId = measure });
        foreach (var changed in (object[])[Measure("FIX-B", measure, direction: "DECREASE"), Measure("FIX-B", measure, aggregation: "LAST"), Measure("FIX-B", measure, decimals: 1)])
            (await company.Administrator.RefusedAsync("saveMeasure", changed)).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Administrator.ChangeAsync("saveMeasure", Measure("FIX-B2", measure, decimals: 3), "measure { code decimals }")).Number("decimals").ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task A_code_is_taken_once_and_only_administrators_save(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        (await company.Administrator.RefusedAsync("saveMeasure", Measure("REV"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("code"));
        foreach (var other in (Api[])[company.Hr, company.Executive, company.Auditor, company.TeamLeader])
            (await other.MutateAsync("saveMeasure", Measure("FIX-C"), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }
}
