using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.ExecutionMonitoring.Features.Standings;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>
/// Brings the months' figures of objectives up to date with what is recorded, up to the root (S7.3), within an open transaction: of a change only the objectives that it is of and those above them, by a
/// number of statements that does not depend on how many they are.
/// </summary>
/// <remarks>
/// An objective for which anything was recorded goes by that alone; the others by those below them. The tree is read once the cycle's figures are held, never before: whoever changes it then refreshes them
/// after us, so that sums of a former tree are not written over those of a later one.
/// </remarks>
internal sealed class FiguresRefresh(ExecutionMonitoringDb db, OwnMonths ownMonths, StandingMarks marks, IMediator mediator)
{
    private const int Portion = 4000;

    /// <summary>Of a portion of the objectives for which something was recorded meanwhile; their standings are to follow.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RefreshPortionAsync(CancellationToken cancellationToken)
    {
        var stale = await db.StaleFigures.AsNoTracking().OrderBy(s => s.Id).Take(Portion).ToListAsync(cancellationToken);
        if (stale.Count == 0)
            return false;
        var recorded = stale.Select(s => s.ObjectiveId).ToHashSet();
        foreach (var cycle in await mediator.Send(new CyclesOf(recorded), cancellationToken))
            await HoldAsync(cycle, cancellationToken);
        foreach (var ofCycle in (await mediator.Send(new RollUpTree(recorded), cancellationToken)).GroupBy(n => n.CycleId))
        {
            await RefreshAsync([.. ofCycle], recorded, cancellationToken);
            await marks.MarkAsync(ofCycle.Key, [.. ofCycle.Select(n => n.Id).Where(recorded.Contains)], cancellationToken);
        }
        var done = stale.ConvertAll(s => s.Id);
        await db.StaleFigures.Where(s => EF.Parameter(done).Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
        return stale.Count == Portion;
    }

    /// <summary>Of all for which something was recorded meanwhile.</summary>
    public async Task RefreshMarkedAsync(CancellationToken cancellationToken)
    {
        while (await RefreshPortionAsync(cancellationToken))
        {
            // A portion at a time.
        }
    }

    /// <summary>After other children than before make up some objectives' figures.</summary>
    public async Task RefreshAsync(RollUpChanged change, CancellationToken cancellationToken)
    {
        await HoldAsync(change.CycleId, cancellationToken);
        if (!await db.KeptMonths.AnyAsync(m => m.CycleId == change.CycleId, cancellationToken))
            return; // Asked when the figures are held: the first of a cycle may be under way, made from the former tree.
        await RefreshAsync(await mediator.Send(new RollUpTree(change.ParentIds), cancellationToken), recorded: null, cancellationToken);
        await marks.MarkAsync(change.CycleId, change.ParentIds, cancellationToken);
    }

    /// <summary>The objectives of a cycle whose figures, all worked out anew, are not as they are kept, the deepest first. Others go on meanwhile: some may be there because of what these did.</summary>
    public async Task<IReadOnlyList<ObjectiveId>> FindWrongAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var nodes = (await mediator.Send(new RollUpTreeOfCycle(cycleId), cancellationToken)).OrderByDescending(n => n.Depth).ToList();
        var (known, wrong) = (new KnownMonths(), new List<ObjectiveId>());
        foreach (var portion in nodes.Chunk(Portion))
        {
            known.Add(await ownMonths.ReadAsync(db, portion, asOf: null, cancellationToken));
            var (gone, news) = Changes(await KeptAsync([.. portion.Select(n => n.Id)], months: null, cancellationToken), portion.SelectMany(n => known.MakeUp(n, months: null)));
            wrong.AddRange(gone.Concat(news).Select(m => m.ObjectiveId).Distinct());
        }
        return wrong;
    }

    /// <summary>Works out anew the figures of objectives and of those above them, the deepest first.</summary>
    /// <returns>Of how many they were not as they were kept, beside those for which something was recorded meanwhile.</returns>
    public async Task<int> CorrectAsync(CycleId cycleId, IReadOnlyCollection<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        await RefreshMarkedAsync(cancellationToken);
        await HoldAsync(cycleId, cancellationToken);
        var wrong = new HashSet<ObjectiveId>();
        foreach (var portion in objectives.Chunk(Portion))
            wrong.UnionWith(await RefreshAsync(await mediator.Send(new RollUpTree(portion), cancellationToken), recorded: null, cancellationToken));
        await marks.MarkAsync(cycleId, wrong, cancellationToken);
        var recorded = await db.StaleFigures.Select(s => s.ObjectiveId).Distinct().ToListAsync(cancellationToken);
        wrong.ExceptWith((await mediator.Send(new RollUpTree(recorded), cancellationToken)).Select(n => n.Id));
        return wrong.Count;
    }

    /// <param name="recorded">Of which something was recorded; null when anything below the nodes may be another.</param>
    /// <returns>The objectives of which anything was written.</returns>
    private async Task<HashSet<ObjectiveId>> RefreshAsync(IReadOnlyList<RollUpNode> nodes, HashSet<ObjectiveId>? recorded, CancellationToken cancellationToken)
    {
        var ids = nodes.Select(n => n.Id).ToList();
        var own = await ownMonths.ReadAsync(db, nodes, asOf: null, cancellationToken);
        var kept = await KeptAsync(ids, months: null, cancellationToken);
        var months = recorded is null ? null : Touched(own.FindAll(m => recorded.Contains(m.ObjectiveId)), kept.FindAll(m => recorded.Contains(m.ObjectiveId)));
        var below = nodes.SelectMany(n => n.Children).Select(c => c.Id).Except(ids).ToList();
        var known = new KnownMonths();
        known.Add(await KeptAsync(below, months, cancellationToken));
        known.Add(own);
        var made = nodes.OrderByDescending(n => n.Depth).SelectMany(n => known.MakeUp(n, months)).Where(m => months?.Contains(m.Month) != false).ToList();
        return await WriteAsync(kept.FindAll(m => months?.Contains(m.Month) != false), made, cancellationToken);
    }

    /// <summary>The months in which what is recorded is not what is kept.</summary>
    private static HashSet<DateOnly> Touched(List<KeptMonth> own, List<KeptMonth> kept)
    {
        var (gone, news) = Changes(kept, own);
        return [.. gone.Concat(news).Select(m => m.Month)];
    }

    /// <summary>What is kept and not made any more, or made otherwise; and what is made and not kept so.</summary>
    private static (IReadOnlyCollection<KeptMonth> Gone, IReadOnlyCollection<KeptMonth> News) Changes(List<KeptMonth> kept, IEnumerable<KeptMonth> made)
    {
        var before = kept.ToDictionary(m => (m.ObjectiveId, m.Month));
        var news = made.Where(m => !(before.Remove((m.ObjectiveId, m.Month), out var old) && old.Says(m))).ToList();
        return (before.Values, news);
    }

    private async Task<List<KeptMonth>> KeptAsync(IReadOnlyList<ObjectiveId> ids, IReadOnlySet<DateOnly>? months, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var kept = db.KeptMonths.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.ObjectiveId));
        if (months is not null)
        {
            var wanted = months.ToList();
            kept = kept.Where(m => EF.Parameter(wanted).Contains(m.Month));
        }
        return await kept.ToListAsync(cancellationToken);
    }

    /// <inheritdoc cref="RefreshAsync(IReadOnlyList{RollUpNode}, HashSet{ObjectiveId}?, CancellationToken)"/>
    private async Task<HashSet<ObjectiveId>> WriteAsync(List<KeptMonth> kept, IReadOnlyList<KeptMonth> made, CancellationToken cancellationToken)
    {
        var (gone, news) = Changes(kept, made);
        var changed = gone.Concat(news).Select(m => m.ObjectiveId).ToHashSet();
        if (changed.Count == 0)
            return changed;
        var months = gone.Concat(news).Select(m => m.Month).ToHashSet();
        var rewritten = made.Where(m => changed.Contains(m.ObjectiveId) && months.Contains(m.Month)).ToList();
        await db.KeptMonths.Where(m => EF.Parameter(changed).Contains(m.ObjectiveId) && EF.Parameter(months).Contains(m.Month)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertDerivedAsync(rewritten, cancellationToken);
        return changed;
    }

    private async Task HoldAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        if (await db.CycleFigures.Where(c => c.CycleId == cycleId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Changes, c => c.Changes + 1), cancellationToken) == 0)
            await db.InsertDerivedAsync([new CycleFigures { CycleId = cycleId, Changes = 1 }], cancellationToken);
    }
}
