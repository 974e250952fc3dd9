using Microsoft.EntityFrameworkCore;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.PerformanceLinkage;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>
/// Installations of these tests' own, in which nobody else changes anything, with a cycle, its briefings, and two objectives one under the other, for the upper one of which help is asked for; and
/// another in execution, of which an objective lags.
/// </summary>
public sealed class Grounds : IAsyncDisposable
{
    private readonly Installations _installations = new();
    private readonly Dictionary<DatabaseKind, Ground> _grounds = [];

    internal async Task<Ground> OnAsync(DatabaseKind kind)
    {
        if (_grounds.TryGetValue(kind, out var known))
            return known;
        var company = await _installations.OnAsync(kind);
        var cycle = await company.OpenCycleAsync();
        var chain = await company.TeamLeader.ChainAsync(company.Draft(cycle), 2);
        var strategy = await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "STRATEGY", title = "策略", from = 2027, until = 2027 }, "strategyElement { id }");
        var briefing = (await company.Executive.ReadAsync("query($id: ID!) { briefings(cycleId: $id, first: 1) { nodes { id } } }", new { id = cycle })).Text("briefings.nodes.0.id")!;
        var support = await company.TeamLeader.AskForHelpAsync(chain[0], person: company.Colleague.PersonId);
        var finding = (await company.TeamLeader.ObjectiveAsync(chain[1], "findings { id }")).Text("findings.0.id")!;
        var followed = await FollowAsync(company);
        var taught = await Taught.OfAsync(company, cycle);
        var improved = await Improved.OfAsync(company);
        var card = await Carded.OnAsync(company);
        await company.Program.AllDeliveredAsync();
        return _grounds[kind] = new(company, cycle, chain[0], chain[1], strategy.Id(), briefing, support, finding, followed) { Taught = taught, Improved = improved, Card = card.Id };
    }

    public ValueTask DisposeAsync() => _installations.DisposeAsync();

    private static async Task<Followed> FollowAsync(Company company)
    {
        var line = await company.LineAsync();
        var lag = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(lag, "OFFICE_MEETING", new { externalCause = true });
        var held = await line.HoldAsync(company.DepartmentLeader, lag);
        var difficulty = (await company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = "缺少配件", externalCause = true }, "deviation { id }")).Id();
        var revision = (await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(lag), "targetRevision { id }")).Id();
        var called = (await company.DepartmentLeader.ChangeAsync("scheduleOfficeMeeting", new { unitId = company.Department, level = "DEPARTMENT", date = "2099-12-30" }, "officeMeeting { id }")).Id();
        var report = await company.Colleague.ReviewedAsync(line.Colleagues, 1);
        var actual = (await company.Member.ObjectiveAsync(line.Mine, "actuals { id }")).Text("actuals.0.id")!;
        await company.FollowedAsync(line.Cycle);
        return new(line.Cycle, line.Mine, line.Colleagues, lag, difficulty, called, held.Text("resolutions.0.id")!, revision, actual, report);
    }
}

/// <summary>In execution, with the member's objective and his colleague's, of a measure with two digits after the point.</summary>
/// <param name="Lag">Of the member's; a meeting has resolved what is to be done, and a revision of the target waits for its decision.</param>
/// <param name="Difficulty">Of the colleague's, for an external cause.</param>
/// <param name="Meeting">Called by the department's leader.</param>
/// <param name="Actual">The member's, of January.</param>
/// <param name="Report">The colleague's, which nobody has followed up.</param>
internal sealed record Followed(string Cycle, string Mine, string Colleagues, string Lag, string Difficulty, string Meeting, string Resolution, string Revision, string Actual, string Report);

/// <param name="Support">Asked by the team's leader for the objective, of his member's colleague.</param>
/// <param name="Finding">Of the child.</param>
internal sealed record Ground(Company Company, string Cycle, string Objective, string Child, string Strategy, string Briefing, string Support, string Finding, Followed Followed)
{
    public required Taught Taught { get; init; }

    public required Improved Improved { get; init; }

    /// <summary>The member's scorecard, in force.</summary>
    public required string Card { get; init; }

    /// <summary>Of an entity that is not.</summary>
    public string Unknown(string type) => GlobalId.Encode(type, new(0x01999999, 0x9999, 0x7999, 1, 2, 3, 4, 5, 6, 7, 8));

    /// <summary>Of the child's first month.</summary>
    public string Point => PointOf(Child, 0);

    /// <summary>Of an objective's month, the first being 0, as <c>CalendarPointId</c> has it.</summary>
    public string PointOf(string objective, int month)
    {
        GlobalId.TryDecode(objective, out _, out var id).ShouldBeTrue();
        var bytes = id.ToByteArray(bigEndian: true);
        (bytes[6], bytes[8]) = ((byte)((month >> 2 << 4) | (bytes[6] & 0x0F)), (byte)((month & 3) << 6 | (bytes[8] & 0x3F)));
        return GlobalId.Encode("ControlPoint", new(bytes, bigEndian: true));
    }

    /// <summary>All that a change would leave behind.</summary>
    public Task<(int, int, int)> TracesAsync() => Company.Program.WithDbAsync(async db => (await db.Changes.CountAsync(), await db.Outbox.CountAsync(), await db.StoredAnswers.CountAsync()));

    public Draft Draft => Company.Draft(Cycle);
}

/// <summary>An input that is refused.</summary>
/// <param name="Field">Which field the refusal names.</param>
internal sealed record BadCase(string Name, Func<Company, Api> By, string Mutation, Func<Ground, object> Input, string Code, string Field)
{
    public override string ToString() => Name;
}
