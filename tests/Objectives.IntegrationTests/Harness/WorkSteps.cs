using System.Text.Json;

namespace Objectives.IntegrationTests.Harness;

/// <summary>How work on objectives is planned.</summary>
internal static class WorkSteps
{
    public const string Plan =
        "project { id version name manager { employeeNumber } percentComplete start due viewerMayPlan milestones { id version name owner { employeeNumber } start due dependsOn overlaps percentComplete late viewerMayReport } }";

    /// <summary>The contract's SaveMilestoneInput, without what is left out.</summary>
    public static Dictionary<string, object?> Milestone(
        string objectiveId, string name, string ownerId, string start = "2027-02-01", string due = "2027-02-28", string? id = null, IReadOnlyList<string>? dependsOn = null, int? percentComplete = null)
    {
        var input = new Dictionary<string, object?> { ["objectiveId"] = objectiveId, ["name"] = name, ["ownerId"] = ownerId, ["start"] = start, ["due"] = due };
        if (id is not null)
            input["id"] = id;
        if (dependsOn is not null)
            input["dependsOn"] = dependsOn;
        if (percentComplete is not null)
            input["percentComplete"] = percentComplete;
        return input;
    }

    /// <summary>Saves one: its objective's project.</summary>
    public static async Task<JsonElement> SaveMilestoneAsync(this Api by, Dictionary<string, object?> milestone) => (await by.ChangeAsync("saveMilestone", milestone, $"objective {{ id {Plan} }}")).GetProperty("project");

    /// <summary>Adds one: its id.</summary>
    public static async Task<string> AddMilestoneAsync(this Api by, Dictionary<string, object?> milestone)
        => (await by.SaveMilestoneAsync(milestone)).At("milestones").EnumerateArray().Single(m => m.Text("name") == (string)milestone["name"]!).Id();

    public static async Task<string> AddWorkItemAsync(this Api by, string objectiveId, string title, string ownerId, string? start = null, string? due = null)
        => (await by.ChangeAsync("saveWorkItem", new { objectiveId, title, ownerId, start, due }, "objective { workPlan { id title } }"))
            .At("workPlan").EnumerateArray().Single(w => w.Text("title") == title).Id();

    public static async Task<JsonElement> MilestoneAsync(this Api by, string id)
        => (await by.ReadAsync("query($id: ID!) { node(id: $id) { ... on Milestone { version name dependsOn overlaps percentComplete late viewerMayReport project { id name version objective { id title description } } } } }", new { id })).GetProperty("node");

    public static Task<Reply> RemoveAsync(this Api by, string id, string? reason = null, int? expectedVersion = null)
        => by.AskAsync("mutation($input: RemoveInput!) { remove(input: $input) { removedId userErrors { code message path detail } } }", new { input = new { id, reason, expectedVersion } });
}
