using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>The anonymous survey. Days pass, so each test has an installation of its own.</summary>
[Trait("Clause", "S5.7.5")]
public sealed class PulseTests
{
    private const string Result = "period answers attainable executiveSupport trustInLeader fairness encouragement paperwork comments unit { id }";

    [Theory, OnEachDatabase]
    public async Task Everyone_answers_once_a_quarter_and_nothing_is_told_of_fewer_than_five(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        (await company.Member.RefusedAsync("answerPulse", Answer(cycle, 4))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("cycleId"));
        (await OpenAsync(company.Member, cycle)).ValueKind.ShouldBe(JsonValueKind.Null);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        (await company.Member.OwesAsync(cycle)).ShouldBeEmpty();
        await program.PassAsync(7); // Into the quarter's last month.
        (await company.Member.OwesAsync(cycle)).ShouldBe(["ANSWER_PULSE"]);
        (await OpenAsync(company.Member, cycle)).ShouldSatisfyAllConditions(o => o.Text("period").ShouldBe("2026-Q4"), o => o.Text("until").ShouldBe("2026-12-31"), o => o.At("answered").GetBoolean().ShouldBeFalse());
        (await company.Auditor.OwesAsync(cycle)).ShouldBeEmpty();
        (await OpenAsync(company.Auditor, cycle)).ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Auditor.MutateAsync("answerPulse", Answer(cycle, 4), "accepted")).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var (who, answer) in new[] { (company.Member, 2), (company.Colleague, 3), (company.TeamLeader, 4), (company.DepartmentLeader, 5) })
            (await who.ChangeAsync("answerPulse", Answer(cycle, answer), "accepted")).GetBoolean().ShouldBeTrue();
        (await company.Member.OwesAsync(cycle)).ShouldBeEmpty();
        (await OpenAsync(company.Member, cycle)).At("answered").GetBoolean().ShouldBeTrue();
        (await company.Member.RefusedAsync("answerPulse", Answer(cycle, 5))).Code.ShouldBe("DUPLICATE");
        (await ReadAsync(company.Hr, cycle)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Text("period").ShouldBe("2026-Q4"), p => p.Number("answers").ShouldBe(4), p => p.At("attainable").ValueKind.ShouldBe(JsonValueKind.Null), p => p.At("comments").GetArrayLength().ShouldBe(0));
        await company.Stranger.ChangeAsync("answerPulse", Answer(cycle, 1), "accepted");
        var told = (await ReadAsync(company.Hr, cycle)).ShouldHaveSingleItem();
        (told.Number("answers"), told.Text("attainable"), told.Text("executiveSupport"), told.Text("trustInLeader"), told.Text("fairness"), told.Text("encouragement"), told.Text("paperwork")).ShouldBe((5, "3", "1", "2", "3", "4", "5"));
        told.Strings("comments").Order().ShouldBe(["1 分", "2 分", "3 分", "4 分", "5 分"]);
        (await ReadAsync(company.Executive, cycle)).ShouldHaveSingleItem().At("comments").GetArrayLength().ShouldBe(0);
        (await ReadAsync(company.DepartmentLeader, cycle, company.Department)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Number("answers").ShouldBe(4), p => p.At("trustInLeader").ValueKind.ShouldBe(JsonValueKind.Null));
        (await ReadAsync(company.DivisionLeader, cycle, company.Division)).ShouldHaveSingleItem().Text("attainable").ShouldBe("3");
        (await ReadAsync(company.Hr, cycle, children: true)).Select(p => (p.At("unit").Text("id") == company.Division, p.Number("answers"), p.At("comments").GetArrayLength())).ShouldBe([(false, 5, 5), (true, 5, 0)]);
        (await ReadAsync(company.DivisionLeader, cycle, company.Division, children: true)).Select(p => (p.At("unit").Text("id"), p.At("trustInLeader").ValueKind)).ShouldContain((company.Department, JsonValueKind.Null));
        (await company.Member.AskAsync("query($c: ID!) { pulse(cycleId: $c) { answers } }", new { c = cycle })).ErrorCode.ShouldBe("NOT_FOUND");
        (await company.TeamLeader.AskAsync("query($c: ID!, $u: ID!) { pulse(cycleId: $c, unitId: $u) { answers } }", new { c = cycle, u = company.Department })).ErrorCode.ShouldBe("NOT_FOUND");
    }

    /// <summary>Neither history nor events nor the answer's row lead to whoever gave it.</summary>
    [Theory, OnEachDatabase]
    public async Task An_answer_leaves_no_trace_of_who_gave_it(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await program.AllDeliveredAsync();
        var before = await program.WithDbAsync(TracesAsync);
        var once = company.Member.With($"pulse-{cycle[..20]}");
        foreach (var answer in (int[])[2, 5])
            (await once.ChangeAsync("answerPulse", Answer(cycle, answer), "accepted")).GetBoolean().ShouldBeTrue(); // What was sent with the key is not kept: it is the first answer.
        (await ReadAsync(company.Hr, cycle)).ShouldHaveSingleItem().Number("answers").ShouldBe(1);
        (await program.WithDbAsync(TracesAsync)).ShouldBe(before);

        static async Task<(int, int)> TracesAsync(Objectives.Platform.PlatformDb db)
            => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Changes), await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Outbox));
    }

    [Theory, OnEachDatabase]
    public async Task Answers_are_from_one_to_five(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        foreach (var field in (string[])["attainable", "executiveSupport", "trustInLeader", "fairness", "encouragement", "paperwork"])
        {
            foreach (var wrong in (int[])[0, 6])
            {
                var answer = Answer(cycle, 3);
                answer[field] = wrong;
                (await company.Member.RefusedAsync("answerPulse", answer)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe(field));
            }
        }
        var tooLong = Answer(cycle, 3);
        tooLong["comment"] = new string('长', 1001);
        (await company.Member.RefusedAsync("answerPulse", tooLong)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("LIMIT_EXCEEDED"), e => e.Field.ShouldBe("comment"));
        (await company.Member.RefusedAsync("answerPulse", Answer(company.Team, 3))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("cycleId"));
    }

    private static Dictionary<string, object?> Answer(string cycle, int attainable) => new()
    {
        ["cycleId"] = cycle, ["attainable"] = attainable, ["executiveSupport"] = 1, ["trustInLeader"] = 2, ["fairness"] = 3, ["encouragement"] = 4, ["paperwork"] = 5, ["comment"] = $" {attainable} 分 ",
    };

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(Api who, string cycle, string? unit = null, bool children = false)
        => [.. (await who.ReadAsync($"query($c: ID!, $u: ID, $b: Boolean) {{ pulse(cycleId: $c, unitId: $u, children: $b) {{ {Result} }} }}", new { c = cycle, u = unit, b = children })).GetProperty("pulse").EnumerateArray()];

    private static async Task<JsonElement> OpenAsync(Api who, string cycle)
        => (await who.ReadAsync("query($c: ID!) { openPulse(cycleId: $c) { period until answered } }", new { c = cycle })).GetProperty("openPulse");
}
