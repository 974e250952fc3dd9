using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>
/// Installations of these tests' own, in which nobody else changes anything, with a cycle, its briefings, and two objectives one under the other, for the upper one of which help is asked for.
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
        await company.Program.AllDeliveredAsync();
        return _grounds[kind] = new(company, cycle, chain[0], chain[1], strategy.Id(), briefing, support, finding);
    }

    public ValueTask DisposeAsync() => _installations.DisposeAsync();
}

/// <param name="Support">Asked by the team's leader for the objective, of his member's colleague.</param>
/// <param name="Finding">Of the child.</param>
internal sealed record Ground(Company Company, string Cycle, string Objective, string Child, string Strategy, string Briefing, string Support, string Finding)
{
    /// <summary>Of an entity that is not.</summary>
    public string Unknown(string type) => GlobalId.Encode(type, new(0x01999999, 0x9999, 0x7999, 1, 2, 3, 4, 5, 6, 7, 8));

    /// <summary>Of the child's first month, as <c>CalendarPointId</c> has it.</summary>
    public string Point
    {
        get
        {
            GlobalId.TryDecode(Child, out _, out var id).ShouldBeTrue();
            var bytes = id.ToByteArray(bigEndian: true);
            (bytes[6], bytes[8]) = ((byte)(bytes[6] & 0x0F), (byte)(bytes[8] & 0x3F));
            return GlobalId.Encode("ControlPoint", new(bytes, bigEndian: true));
        }
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
