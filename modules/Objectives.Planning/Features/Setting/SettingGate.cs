using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Setting;

/// <summary>Whether objectives of a unit can be set (S4.2): when all four kinds of information were published to it or to a unit above it.</summary>
/// <remarks>
/// While a cycle is in preparation objectives can be drafted and edited: they are proposals on paper. From the setting stage on drafting and editing wait for the four
/// briefings of the objective's unit; negotiating and signing wait for them in every stage. What an import brings in is a record, not a setting, and is held up only when it
/// comes to be agreed; moving within the tree and withdrawing are never held up.
/// Where the cycle's policy says BLOCK, the caller must also have acknowledged all briefings of the four kinds that are addressed to him; WARN shows what is unread, ALLOW nothing.
/// Both fail with BRIEFING_MISSING, which names the kinds or the briefings.
/// </remarks>
internal sealed class SettingGate(PlanningDb db, IMediator mediator, CallContext call)
{
    /// <summary>For drafting and editing.</summary>
    /// <param name="field">The input field that names the unit or objective.</param>
    public Task<Error?> CheckDraftingAsync(Cycle cycle, IReadOnlyCollection<UnitId> units, string field, CancellationToken cancellationToken)
        => cycle.Status == CycleStatus.Preparation ? Task.FromResult<Error?>(null) : CheckAgreeingAsync(cycle, units, field, cancellationToken);

    /// <summary>For negotiating and signing.</summary>
    public async Task<Error?> CheckAgreeingAsync(Cycle cycle, IReadOnlyCollection<UnitId> units, string field, CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.IsSystem)
            return null;
        var above = await mediator.Send(new UnitsAbove([.. units, caller.UnitId]), cancellationToken);
        var reached = above.Values.SelectMany(u => u).Distinct().ToList();
        var information = BriefingKinds.Information;
        var published = await db.Briefings.Where(b => b.CycleId == cycle.Id && b.RemovedAt == null && information.Contains(b.Kind) && EF.Parameter(reached).Contains(b.UnitId))
            .OrderBy(b => b.PublishedAt).Select(b => new Published(b.Id, b.UnitId, b.Kind, b.Title, b.PublishedById)).ToListAsync(cancellationToken);
        foreach (var unit in units)
        {
            var missing = Missing(published.Select(p => (p.UnitId, p.Kind)), above.GetValueOrDefault(unit) ?? []);
            if (missing.Count > 0)
                return NotPublished(missing, field);
        }
        return cycle.Policy.UnacknowledgedBriefing == PolicyAction.Block ? await CheckReadAsync(published, above.GetValueOrDefault(caller.UnitId) ?? [], field, cancellationToken) : null;
    }

    /// <summary>Which of the four kinds no unit of a line of units, from one up to the root, was told.</summary>
    public static IReadOnlyList<BriefingKind> Missing(IEnumerable<(UnitId Unit, BriefingKind Kind)> published, IReadOnlyList<UnitId> line)
    {
        var kinds = published.Where(p => line.Contains(p.Unit)).Select(p => p.Kind).ToHashSet();
        return [.. BriefingKinds.Information.Where(k => !kinds.Contains(k))];
    }

    private async Task<Error?> CheckReadAsync(List<Published> published, IReadOnlyList<UnitId> mine, string field, CancellationToken cancellationToken)
    {
        var me = call.Caller.Id;
        var addressed = published.FindAll(p => mine.Contains(p.UnitId) && p.By != me);
        var ids = addressed.ConvertAll(p => p.Id);
        var read = await db.Acknowledgements.Where(a => a.PersonId == me && ids.Contains(a.BriefingId)).Select(a => a.BriefingId).ToHashSetAsync(cancellationToken);
        var unread = addressed.FindAll(p => !read.Contains(p.Id));
        return unread.Count == 0 ? null : new(
            ErrorCode.BriefingMissing,
            new($"Read and acknowledge first: {string.Join("; ", unread.Select(u => u.Title))}.", $"请先阅读并确认以下通报：{string.Join("；", unread.Select(u => u.Title))}。"),
            field,
            new Dictionary<string, object?> { ["unacknowledged"] = unread.ConvertAll(u => GlobalId.Encode("Briefing", u.Id.Value)) });
    }

    private static Error NotPublished(IReadOnlyList<BriefingKind> missing, string field) => new(
        ErrorCode.BriefingMissing,
        new(
            $"Setting is not open for this unit: no briefing on {string.Join(", ", missing.Select(k => k.Name().English))} was published to it or above it.",
            $"该单位尚未开放目标制定：缺少{string.Join("、", missing.Select(k => $"“{k.Name().Chinese}”"))}通报。"),
        field,
        new Dictionary<string, object?> { ["missing"] = missing.Select(k => EnumNames.Of(k)).ToList() });

    private sealed record Published(BriefingId Id, UnitId UnitId, BriefingKind Kind, string Title, PersonId By);
}
