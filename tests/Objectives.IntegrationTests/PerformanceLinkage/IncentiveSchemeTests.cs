using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>Incentive schemes: what they say, what is found about them, who approves them, who reads them (S4.3, S4.7, S5.5).</summary>
[Trait("Clause", "S5.5")]
public sealed class IncentiveSchemeTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string All = "id version name unit { id } cycle { id } individualShare teamShare companyShare ranksPeople budget { amount currency } rules { fromScore percentOfTarget } "
        + "participants { edges { node { person { id } target { amount currency } } } totalCount } findings { kind message } savedBy { id } approvedBy { id } approvalReason";

    [Theory, OnEachDatabase]
    public async Task It_is_read_as_it_was_saved_with_its_history(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.Hr.SaveAsync(company.Scheme(cycle));
        var read = await company.Hr.SchemeAsync(id, All);
        (read.Text("name"), read.Text("individualShare"), read.Text("teamShare"), read.Text("companyShare"), read.Text("budget.amount"), read.Text("unit.id"), read.Text("cycle.id"), read.Text("savedBy.id"), read.Number("version"))
            .ShouldBe(("服务团队奖金", "50", "30", "20", "60000", company.Team, cycle, company.Hr.PersonId, 1));
        read.Strings("rules.*.fromScore").ShouldBe(["60", "100", "120"]);
        read.Strings("participants.edges.*.node.person.id").Order().ShouldBe(new[] { company.Member.PersonId, company.Colleague.PersonId }.Order());
        read.GetProperty("findings").GetArrayLength().ShouldBe(0);

        var changed = company.Scheme(cycle) with { Id = id, ExpectedVersion = 1, IndividualShare = "33.33", TeamShare = "33.33", CompanyShare = "33.34", Participants = [new { personId = company.Member.PersonId, target = "0.01" }] };
        await company.Hr.SaveAsync(changed);
        var after = await company.Hr.SchemeAsync(id, All + " history { nodes { action before after } }");
        (after.Text("companyShare"), after.Number("version"), after.Text("participants.edges.0.node.target.amount")).ShouldBe(("33.34", 2, "0.01"));
        after.GetProperty("history").GetProperty("nodes").GetArrayLength().ShouldBe(2);
        after.Text("history.nodes.0.before")!.ShouldContain("2000000");
        (await company.Hr.RefusedAsync("saveIncentiveScheme", changed)).Code.ShouldBe("CONFLICT");
        (await company.Hr.ReadAsync("query($c: ID!) { incentiveSchemes(cycleId: $c) { id } }", new { c = cycle })).Strings("incentiveSchemes.*.id").ShouldBe([id]);
    }

    [Theory, OnEachDatabase]
    public async Task Another_of_hr_approves_with_a_reason_where_there_are_findings_and_a_change_voids_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (hr, other) = (company.Hr, await company.MoreHrAsync());
        var unbalanced = company.Scheme(cycle) with { IndividualShare = "70", TeamShare = "30", CompanyShare = "0", RanksPeople = true, BudgetAmount = "25000" };
        var id = await hr.SaveAsync(unbalanced);
        (await hr.SchemeAsync(id, All)).Strings("findings.*.kind").ShouldBe(["INDIVIDUAL_SHARE_TOO_HIGH", "RANKS_PEOPLE", "TARGETS_OVER_BUDGET"]);
        (await other.OwesAsync(id)).ShouldBe(["APPROVE_SCHEME"]);
        (await hr.OwesAsync(id)).ShouldBeEmpty();
        await RefuseAsync(hr, "可以", "SAME_PERSON_MAY_NOT_DECIDE", "schemeId");
        await RefuseAsync(other, " ", "REQUIRED", "reason");
        var approved = await other.ChangeAsync("approveIncentiveScheme", new { schemeId = id, reason = "试行一年", expectedVersion = 1 }, $"incentiveScheme {{ {All} history(first: 1) {{ nodes {{ reason }} }} }}");
        (approved.Text("approvedBy.id"), approved.Text("approvalReason"), approved.Text("history.nodes.0.reason")).ShouldBe((other.PersonId, "试行一年", "试行一年"));
        (await other.OwesAsync(id)).ShouldBeEmpty();
        await RefuseAsync(other, "再批", "CONFLICT", "schemeId");

        await other.SaveAsync(unbalanced with { Id = id, RanksPeople = false }); // Now hr is the other one.
        (await hr.SchemeAsync(id, All)).GetProperty("approvedBy").ValueKind.ShouldBe(JsonValueKind.Null);
        await RefuseAsync(other, "可以", "SAME_PERSON_MAY_NOT_DECIDE", "schemeId");
        (await hr.RefusedAsync("approveIncentiveScheme", new { schemeId = id, reason = "可以", expectedVersion = 2 })).Code.ShouldBe("CONFLICT");
        await hr.ChangeAsync("approveIncentiveScheme", new { schemeId = id, reason = "可以" }, "incentiveScheme { id }");

        var own = await hr.SaveAsync(company.Scheme(cycle) with { UnitId = company.Root, Participants = [new { personId = other.PersonId, target = "100" }] });
        (await other.RefusedAsync("approveIncentiveScheme", new { schemeId = own, reason = "可以" })).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        (await other.OwesAsync(own)).ShouldBeEmpty();

        async Task RefuseAsync(Api by, string reason, string code, string field)
        {
            var error = await by.RefusedAsync("approveIncentiveScheme", new { schemeId = id, reason });
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_careful_hr_is_told_more(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, individualShareLimit = "40" }, "cycle { id }");
        var first = await company.Hr.SaveAsync(company.Scheme(cycle) with { IndividualShare = "40", TeamShare = "40" });
        var second = await company.Hr.SaveAsync(company.Scheme(cycle) with
        {
            Name = "另一方案", IndividualShare = "40.01", TeamShare = "39.99", Rules = [new { fromScore = "80", percentOfTarget = "90" }],
            Participants = [new { personId = company.Member.PersonId, target = "0" }, new { personId = company.Stranger.PersonId, target = "5" }, new { personId = company.Hr.PersonId, target = "5" }],
        });
        (await company.Hr.SchemeAsync(first, All)).Strings("findings.*.kind").ShouldBe(["IN_SEVERAL_SCHEMES"]);
        (await company.Hr.SchemeAsync(second, All)).Strings("findings.*.kind")
            .ShouldBe(["INDIVIDUAL_SHARE_TOO_HIGH", "FULL_SCORE_PAYS_OTHERWISE", "PARTICIPANTS_WITHOUT_TARGET", "PARTICIPANTS_ELSEWHERE", "IN_SEVERAL_SCHEMES", "SAVED_BY_PARTICIPANT"]);
        var chinese = await company.Hr.InChinese.SchemeAsync(second, "findings { message }");
        chinese.Strings("findings.*.message").ShouldAllBe(m => Languages.IsChinese(m!));
        var third = await company.Hr.SaveAsync(company.Scheme(cycle) with { Name = "空方案", IndividualShare = "0", TeamShare = "100", CompanyShare = "0", Rules = [], Participants = null });
        (await company.Hr.SchemeAsync(third, All)).Strings("findings.*.kind").ShouldBe(["NO_RULES", "NO_PARTICIPANTS"]);

        const string query = "query($c: ID!) { incentiveSchemes(cycleId: $c) { name unit { name } savedBy { name } findings { kind } } }";
        var sql = (await company.Hr.RecordAsync(query, new { c = cycle })).Sql.Count;
        await company.Hr.SaveAsync(company.Scheme(cycle) with { Name = "第四个" });
        (await company.Hr.RecordAsync(query, new { c = cycle })).Sql.Count.ShouldBe(sql);
    }

    [Theory, OnEachDatabase]
    public async Task Hr_and_auditors_read_schemes_others_do_not_and_hr_alone_writes_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var scheme = company.Scheme(cycle);
        var id = await company.Hr.SaveAsync(scheme);
        foreach (var (who, reads) in new[] { (company.Hr, true), (company.Auditor, true), (company.Member, false), (company.TeamLeader, false), (company.Executive, false), (company.Administrator, false) })
        {
            (await who.ReadAsync("query($c: ID!) { incentiveSchemes(cycleId: $c) { id participants { totalCount } } }", new { c = cycle })).GetProperty("incentiveSchemes").GetArrayLength().ShouldBe(reads ? 1 : 0, who.PersonId);
            (await who.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind.ShouldBe(reads ? JsonValueKind.Object : JsonValueKind.Null, who.PersonId);
            (await who.ReadAsync("query($id: ID) { auditTrail(subjectId: $id) { totalCount } }", new { id })).Number("auditTrail.totalCount").ShouldBe(reads ? 1 : 0, who.PersonId);
            if (who == company.Hr)
                continue;
            (await who.MutateAsync("saveIncentiveScheme", scheme with { Id = id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
            (await who.MutateAsync("approveIncentiveScheme", new { schemeId = id, reason = "可以" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        var log = (await company.Auditor.ReadAsync("{ loggedReadings { nodes { by { id } subject { id } } } }")).At("loggedReadings.nodes").EnumerateArray().Where(r => r.Text("subject.id") == id).ToList();
        log.ShouldNotBeEmpty();
        log.ShouldAllBe(r => r.Text("by.id") == company.Auditor.PersonId);
    }

    /// <summary>Planning asks which owners of important objectives have an incentive (S4.3).</summary>
    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.3")]
    public async Task Who_takes_part_in_a_scheme_with_a_rule_is_known_and_told_when_it_changes(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, another) = (await company.OpenCycleAsync(), await company.OpenCycleAsync());
        var id = await company.Hr.SaveAsync(company.Scheme(cycle) with { Rules = [] });
        (await AskAsync()).ShouldBeEmpty();
        await company.Hr.SaveAsync(company.Scheme(cycle) with { Id = id });
        (await AskAsync()).ShouldBe([company.Member.PersonId, company.Colleague.PersonId], ignoreOrder: true);
        await company.Hr.SaveAsync(company.Scheme(cycle) with { Id = id, Participants = [new { personId = company.Member.PersonId, target = "5" }, new { personId = company.Stranger.PersonId, target = "5" }] });
        (await AskAsync()).ShouldBe([company.Member.PersonId, company.Stranger.PersonId], ignoreOrder: true);
        await company.Hr.SaveAsync(company.Scheme(cycle) with { Id = id, Rules = [], Participants = null });
        (await AskAsync()).ShouldBeEmpty();
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        var told = await company.Program.WithDbAsync(db => Task.FromResult(db.Outbox.Where(m => m.AggregateId == key).OrderBy(m => m.CreatedAt).Select(m => m.Payload).ToList()));
        told.ConvertAll(t => JsonElement.Parse(t).GetProperty("PersonIds").GetArrayLength()).ShouldBe([2, 2, 2]); // Both came; one went, one came; both went.

        async Task<IEnumerable<string>> AskAsync()
        {
            await using var scope = company.Program.Services.CreateAsyncScope();
            var people = new[] { company.Member, company.Colleague, company.Stranger, company.TeamLeader }.Select(p => GlobalId.TryDecode(p.PersonId, out _, out var person) ? new PersonId(person) : default).ToList();
            GlobalId.TryDecode(cycle, out _, out var asked).ShouldBeTrue();
            GlobalId.TryDecode(another, out _, out var other).ShouldBeTrue();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            (await mediator.Send(new PeopleWithIncentive(new(other), people))).ShouldBeEmpty();
            return (await mediator.Send(new PeopleWithIncentive(new(asked), people))).Select(p => GlobalId.TryEncode(p)!);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Two_who_save_or_approve_at_once_do_not_mix(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var other = await company.MoreHrAsync();
        for (var round = 0; round < 5; round++)
        {
            var id = await company.Hr.SaveAsync(company.Scheme(cycle));
            var approving = other.MutateAsync("approveIncentiveScheme", new { schemeId = id, reason = "可以", expectedVersion = 1 }, string.Empty);
            var saving = company.Hr.MutateAsync("saveIncentiveScheme", company.Scheme(cycle) with { Id = id, BudgetAmount = "1" }, string.Empty);
            await Task.WhenAll(approving, saving);
            var after = await company.Hr.SchemeAsync(id, "budget { amount } approvedBy { id }");
            (after.Text("budget.amount"), after.GetProperty("approvedBy").ValueKind).ShouldBe(("1", JsonValueKind.Null)); // What was approved is not what stands.
        }
    }
}
