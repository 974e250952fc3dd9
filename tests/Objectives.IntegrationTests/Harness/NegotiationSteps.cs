using System.Text.Json;

namespace Objectives.IntegrationTests.Harness;

/// <summary>How objectives come to be agreed and signed.</summary>
internal static class NegotiationSteps
{
    public const string State = "status version target negotiationState { viewerSide contextShared target ownerStands leaderStands missingSignatures { role by { employeeNumber } } }";

    /// <summary>A personal objective of the team's member, drafted by its leader.</summary>
    public static Draft PersonalDraft(this Company company, string cycle, string? parent = null) => company.Draft(cycle, parent) with { Level = "PERSONAL", OwnerId = company.Member.PersonId };

    public static Task<JsonElement> NegotiateAsync(this Api by, string id, string kind, string? target = null, string text = "请看", int? expectedVersion = null)
        => by.ChangeAsync("negotiate", new { objectiveId = id, expectedVersion, kind, target, text }, $"objective {{ {State} }}");

    public static Task<UserError> NotNegotiatedAsync(this Api by, string id, string kind, string? target = null, string text = "请看", int? expectedVersion = null)
        => by.RefusedAsync("negotiate", new { objectiveId = id, expectedVersion, kind, target, text });

    /// <summary>The leader shares and proposes; the owner accepts.</summary>
    public static async Task AgreeAsync(this Api leader, Api owner, string id, string target = "120")
    {
        await leader.NegotiateAsync(id, "SHARED_CONTEXT", text: "部门目标和工作计划见附件");
        await leader.NegotiateAsync(id, "PROPOSAL", target);
        (await owner.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("AGREED");
    }

    public static async Task<string> HashAsync(this Api by, string id) => (await by.ObjectiveAsync(id, "contentHash")).Text("contentHash")!;

    public static async Task<JsonElement> SignAsync(this Api by, string id) => await by.ChangeAsync("signCommitment", new { objectiveId = id, contentHash = await by.HashAsync(id) }, $"objective {{ {State} }}");

    public static async Task<UserError> NotSignedAsync(this Api by, string id) => await by.RefusedAsync("signCommitment", new { objectiveId = id, contentHash = await by.HashAsync(id) });

    public static async Task<string> AskForHelpAsync(this Api by, string objective, string? person = null, string? unit = null, string what = "需要两名工程师支援")
        => (await by.ChangeAsync("requestSupport", new { objectiveId = objective, what, fromPersonId = person, fromUnitId = unit, neededBy = "2027-06-30" }, "supportRequest { id }")).Id();
}
