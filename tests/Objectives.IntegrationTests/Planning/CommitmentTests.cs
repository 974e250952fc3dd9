using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>The resolve to reach objectives: both sides sign one version.</summary>
[Trait("Clause", "S5.6")]
public sealed class CommitmentTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Signatures = "status signatures { role valid at contentHash by { employeeNumber } } contentHash";

    [Theory, OnEachDatabase]
    public async Task Owner_and_leader_sign_the_agreed_content(DatabaseKind database)
    {
        var (company, id) = await AgreedAsync(database);
        (await company.Member.SignAsync(id)).ShouldSatisfyAllConditions(
            o => o.Text("status").ShouldBe("AGREED"), o => o.Text("negotiationState.missingSignatures.0.role").ShouldBe("LEADER"), o => o.Text("negotiationState.missingSignatures.0.by.employeeNumber").ShouldBe("E0111"));
        (await company.Member.NotSignedAsync(id)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("objectiveId"));
        (await company.TeamLeader.SignAsync(id)).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("COMMITTED"), o => o.At("negotiationState.missingSignatures").GetArrayLength().ShouldBe(0));
        var read = await company.Stranger.ObjectiveAsync(id, Signatures);
        read.ValueKind.ShouldBe(JsonValueKind.Null);
        read = await company.Member.ObjectiveAsync(id, Signatures);
        read.Strings("signatures.*.role").ShouldBe(["OWNER", "LEADER"]);
        read.Strings("signatures.*.by.employeeNumber").ShouldBe(["E0112", "E0111"]);
        read.Strings("signatures.*.contentHash").ShouldAllBe(h => h == read.Text("contentHash"));
        read.At("signatures").EnumerateArray().ShouldAllBe(s => s.GetProperty("valid").GetBoolean());
        foreach (var other in (Api[])[company.Colleague, company.DepartmentLeader, company.Executive, company.Hr, company.Auditor])
            (await other.MutateAsync("signCommitment", new { objectiveId = id, contentHash = "x" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("signCommitment", new { objectiveId = id, contentHash = "x" })).Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    public async Task A_team_objective_is_signed_by_every_member(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DepartmentLeader.AgreeAsync(company.TeamLeader, id);
        await company.Colleague.SignAsync(id);
        await company.DepartmentLeader.SignAsync(id);
        (await company.TeamLeader.SignAsync(id)).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("negotiationState.missingSignatures.0.by.employeeNumber").ShouldBe("E0112"));
        (await company.Member.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
        (await company.Member.ObjectiveAsync(id, Signatures)).Strings("signatures.*.role").ShouldBe(["MEMBER", "LEADER", "OWNER", "MEMBER"]);
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_signed_before_it_is_agreed_or_unread(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        (await company.Member.NotSignedAsync(id)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("objectiveId"));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        var refused = await company.Member.RefusedAsync("signCommitment", new { objectiveId = id, contentHash = new string('0', 64) });
        (refused.Code, refused.Field, JsonElement.Parse(refused.Detail!).Text("contentHash")).ShouldBe(("CONFLICT", "contentHash", await company.Member.HashAsync(id)));
    }

    [Theory, OnEachDatabase]
    public async Task A_later_change_voids_the_signatures(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var change in (Func<string, string, Task>[])
        [
            (id, _) => company.TeamLeader.ChangeAsync("editObjective", new { id, target = "119" }, "objective { id }"),
            (id, _) => company.TeamLeader.ChangeAsync("editObjective", new { id, title = "另一个标题" }, "objective { id }"),
            (id, _) => company.TeamLeader.ChangeAsync("editObjective", new { id, measureId = company.Milestone, target = "90" }, "objective { id }"),
            (id, other) => company.TeamLeader.ChangeAsync("moveObjective", new { id, newParentId = other }, "objective { id }"),
            (id, _) => company.TeamLeader.ChangeAsync("editObjective", new { id, ownerId = company.Colleague.PersonId }, "objective { id }"),
            (id, _) => company.Member.NegotiateAsync(id, "REOPENED", text: "情况变了"),
        ])
        {
            var cycle = await company.OpenCycleAsync();
            var other = await company.TeamLeader.DraftAsync(company.Draft(cycle));
            var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
            await company.TeamLeader.AgreeAsync(company.Member, id);
            await company.Member.SignAsync(id);
            await company.TeamLeader.SignAsync(id);
            await change(id, other);
            var read = await company.TeamLeader.ObjectiveAsync(id, Signatures);
            read.Text("status").ShouldBe("NEGOTIATING");
            read.At("signatures").EnumerateArray().Select(s => s.GetProperty("valid").GetBoolean()).ShouldBe([false, false]);
            (await company.TeamLeader.ObjectiveAsync(id, "negotiationState { ownerStands }")).At("negotiationState.ownerStands").GetBoolean().ShouldBeFalse();
        }
    }

    /// <summary>Nothing that was said of the target hangs on them.</summary>
    [Theory, OnEachDatabase]
    public async Task Other_months_or_help_void_the_signatures_and_leave_what_was_agreed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var change in (Func<string, Task>[])
        [
            id => company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, "objective { id }"),
            async id => await company.OtherTeamLeader.ChangeAsync(
                "answerSupport", new { supportRequestId = await company.TeamLeader.AskForHelpAsync(id, company.OtherTeamLeader.PersonId), status = "AGREED", answer = "可以" }, "supportRequest { id }"),
        ])
        {
            var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
            await company.TeamLeader.AgreeAsync(company.Member, id);
            await company.Member.SignAsync(id);
            var before = await company.Member.HashAsync(id);
            (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
            await change(id);
            var read = await company.TeamLeader.ObjectiveAsync(id, Signatures);
            (read.Text("status"), read.Text("contentHash") == before).ShouldBe(("AGREED", false));
            read.At("signatures").EnumerateArray().Select(s => s.GetProperty("valid").GetBoolean()).ShouldBe([false, false]);
            await company.Member.SignAsync(id);
            (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_signed_may_change(DatabaseKind database)
    {
        var (company, id) = await AgreedAsync(database);
        var before = await company.Member.HashAsync(id);
        await company.Member.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        await company.TeamLeader.ChangeAsync("editObjective", new { id, description = "补充说明", contribution = "一半", important = true, rollUpWeight = "2" }, "objective { id }");
        var read = await company.Member.ObjectiveAsync(id, Signatures);
        (read.Text("status"), read.Text("contentHash")).ShouldBe(("COMMITTED", before));
        read.At("signatures").EnumerateArray().ShouldAllBe(s => s.GetProperty("valid").GetBoolean());
    }

    [Theory, OnEachDatabase]
    public async Task In_execution_it_stays_committed_and_is_signed_anew(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        await company.Member.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "更清楚的标题" }, "objective { id }");
        (await company.Member.NotNegotiatedAsync(id, "REOPENED", text: "重谈")).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
        var read = await company.Member.ObjectiveAsync(id, Signatures);
        read.At("signatures").EnumerateArray().Select(s => s.GetProperty("valid").GetBoolean()).ShouldBe([false, false, true]);
    }

    /// <summary>As the contract of the text says, without a line of the product's code.</summary>
    [Theory, OnEachDatabase]
    public async Task Anyone_can_make_the_hash_from_what_the_API_shows(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var parent = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle, parent) with { Title = "多行=1:\n标题".Replace("\n", " ", StringComparison.Ordinal), MeasureId = company.StockDays, Target = "30", LowerBound = "5" });
        await company.TeamLeader.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, "objective { id }");
        foreach (var person in (Api[])[company.Stranger, company.OtherTeamLeader])
            await company.TeamLeader.AskForHelpAsync(id, person.PersonId, what: "第一行\n第二行");
        var declined = await company.TeamLeader.AskForHelpAsync(id, unit: company.OtherTeam);
        await company.OtherTeamLeader.ChangeAsync("answerSupport", new { supportRequestId = declined, status = "DECLINED", answer = "忙" }, "supportRequest { id }");
        var o = await company.TeamLeader.ObjectiveAsync(
            id, "contentHash title measure { id } target lowerBound parent { id } phasedTargets(granularity: MONTH) { period value } supportRequests { id what status fromUnit { id } fromPerson { id } neededBy }");
        var text = new StringBuilder("objectives-commitment/1\n");
        void Line(string name, string? value) => text.Append(CultureInfo.InvariantCulture, $"{name}={Encoding.UTF8.GetByteCount(value ?? string.Empty)}:{value}\n");
        static string Uuid(string? id) => GlobalId.TryDecode(id, out _, out var key) ? key.ToString() : string.Empty;
        Line("title", o.Text("title"));
        Line("measure", Uuid(o.Text("measure.id")));
        Line("target", o.Text("target"));
        Line("lowerBound", o.Text("lowerBound"));
        Line("phasing", string.Join("; ", o.At("phasedTargets").EnumerateArray().Select(p => $"{p.Text("period")} {p.Text("value")}")));
        Line("parent", Uuid(o.Text("parent.id")));
        foreach (var request in o.At("supportRequests").EnumerateArray().Where(r => r.Text("status") != "DECLINED").OrderBy(r => Uuid(r.Id()), StringComparer.Ordinal))
        {
            Line("support", Uuid(request.Id()));
            Line("from", Uuid(request.GetProperty("fromUnit") is { ValueKind: JsonValueKind.Object } unit ? unit.Id() : request.Text("fromPerson.id")));
            Line("neededBy", request.Text("neededBy"));
            Line("what", request.Text("what"));
        }
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))).ShouldBe(o.Text("contentHash"));
    }

    /// <summary>Either the signature is for what was, and is void, or it is refused.</summary>
    [Theory, OnEachDatabase]
    public async Task Of_a_signature_and_a_change_at_once_no_signature_stays_under_what_was_not_read(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        for (var round = 0; round < 8; round++)
        {
            var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
            await company.TeamLeader.AgreeAsync(company.Member, id);
            await company.TeamLeader.SignAsync(id);
            var read = await company.Member.HashAsync(id);
            var sign = company.Member.MutateAsync("signCommitment", new { objectiveId = id, contentHash = read }, "objective { id }");
            var edit = company.TeamLeader.ChangeAsync("editObjective", new { id, title = $"新标题 {round}" }, "objective { id }");
            await Task.WhenAll(sign, edit);
            var now = await company.Member.ObjectiveAsync(id, Signatures);
            now.Text("status").ShouldBe("NEGOTIATING");
            now.At("signatures").EnumerateArray().ShouldAllBe(s => !s.GetProperty("valid").GetBoolean());
            (await sign).UserErrors.ShouldAllBe(e => e.Code == "CONFLICT" || e.Code == "FORBIDDEN_BY_STATE");
            now.At("signatures").GetArrayLength().ShouldBe((await sign).UserErrors.Count == 0 ? 2 : 1);
        }
    }

    /// <summary>Where a change does not undo the commitment, only the hash tells that another text was read.</summary>
    [Theory, OnEachDatabase]
    public async Task In_execution_too_what_counts_is_signed_over_what_it_says(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        await company.Member.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        for (var round = 0; round < 8; round++)
        {
            await company.TeamLeader.ChangeAsync("editObjective", new { id, title = $"标题 {round}" }, "objective { id }");
            var read = await company.Member.HashAsync(id);
            var sign = company.Member.MutateAsync("signCommitment", new { objectiveId = id, contentHash = read }, "objective { id }");
            var edit = company.TeamLeader.ChangeAsync("editObjective", new { id, title = $"改后的标题 {round}" }, "objective { id }");
            await Task.WhenAll(sign, edit);
            (await sign).UserErrors.ShouldAllBe(e => e.Code == "CONFLICT");
            var now = await company.Member.ObjectiveAsync(id, Signatures);
            now.At("signatures").EnumerateArray().ShouldAllBe(s => !s.GetProperty("valid").GetBoolean());
        }
    }

    [Theory, OnEachDatabase]
    public async Task All_members_may_sign_at_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DepartmentLeader.AgreeAsync(company.TeamLeader, id);
        Api[] all = [company.TeamLeader, company.DepartmentLeader, company.Member, company.Colleague];
        await Task.WhenAll(all.Select(p => p.SignAsync(id)));
        (await company.Member.ObjectiveAsync(id, Signatures)).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("COMMITTED"), o => o.At("signatures").GetArrayLength().ShouldBe(4));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.11")]
    public async Task Whatever_a_guard_finds_refuses_each_signature(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database, services: s => s.AddSingleton<ICommitmentGuard, Doubter>());
        var company = await Company.FoundAsync(program);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        var refused = await company.Member.NotSignedAsync(id);
        (refused.Code, refused.Field, refused.Message).ShouldBe(("READINESS_TOO_LOW", "objectiveId", "Trained first."));
        (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("AGREED");
    }

    private async Task<(Company Company, string Id)> AgreedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.TeamLeader.AgreeAsync(company.Member, id);
        return (company, id);
    }

    /// <summary>Holds up whoever signs for himself.</summary>
    private sealed class Doubter : ICommitmentGuard
    {
        public Task<IReadOnlyList<CommitmentObstacle>> FindAsync(CommitmentAttempt attempt, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<CommitmentObstacle>>(attempt.SignerId == attempt.OwnerId ? [new("ReadinessTooLow", "Trained first.", "请先完成培训。")] : []);
    }
}
