using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Calibration;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>
/// Brings the findings up to date with the objectives, within the transaction that changed these (S6.11): of a change only what it touches — the objectives changed, their
/// parents before and after, their children where these can tell, and those that say or said the same — by a number of statements that does not depend on how many those are.
/// </summary>
/// <remarks>Whoever changes objectives holds their cycle's tree (<see cref="PlanningDb"/>), so two transactions look one after the other.</remarks>
internal sealed class FindingsRefresh(PlanningDb db, IMediator mediator, Calibrator calibrator, BusinessClock clock) : IFollowUp
{
    private const int Portion = 4000;

    public Type DbType => typeof(PlanningDb);

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var (changes, concerned, elements) = db.ChangedObjectives.Take();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await FollowAsync(changes, concerned, elements, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task FollowAsync(
        IReadOnlyDictionary<CycleId, ChangedObjectives.Change> changes, IReadOnlyList<ObjectiveId> concerned, IReadOnlyList<StrategyElementId> elements, CancellationToken cancellationToken)
    {
        foreach (var (cycleId, change) in changes)
            await RefreshAsync(cycleId, change, cancellationToken);
        if (concerned.Count + elements.Count == 0)
            return;
        var cycles = await db.Objectives.Where(o => EF.Parameter(concerned).Contains(o.ObjectiveId) || EF.Parameter(elements).Contains(o.StrategyElementId!.Value)).Select(o => new { o.ObjectiveId, o.CycleId }).ToListAsync(cancellationToken);
        foreach (var ofCycle in cycles.ToLookup(o => o.CycleId, o => o.ObjectiveId))
            await LookAgainAsync(ofCycle.Key, [.. ofCycle], cancellationToken);
    }

    /// <summary>Looks anew at objectives of a cycle that other modules say something else of.</summary>
    public async Task LookAgainAsync(CycleId cycle, IReadOnlyList<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        if (objectives.Count == 0)
            return;
        await db.HoldTreeAsync(cycle, cancellationToken);
        await FindAsync(await CycleAsync(cycle, cancellationToken), objectives, cancellationToken);
    }

    /// <summary>Writes anew under which keys the objectives of a cycle after <paramref name="path"/> are found, up to so many of them.</summary>
    /// <returns>The path of the last one; null when there was none.</returns>
    public Task<string?> IndexNextAsync(CycleId cycleId, string path, int count, CancellationToken cancellationToken) => NextAsync(cycleId, path, count, IndexAsync, cancellationToken);

    /// <summary>Looks anew at the objectives of a cycle after <paramref name="path"/>, up to so many of them.</summary>
    /// <returns>The path of the last one; null when there was none.</returns>
    public Task<string?> FindNextAsync(CycleId cycleId, string path, int count, CancellationToken cancellationToken) => NextAsync(cycleId, path, count, FindAsync, cancellationToken);

    private async Task<string?> NextAsync(
        CycleId cycleId, string path, int count, Func<Cycle, IReadOnlyList<ObjectiveId>, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await db.HoldTreeAsync(cycleId, cancellationToken);
        var next = await db.Objectives.Where(o => o.CycleId == cycleId && string.Compare(o.Path, path) > 0).OrderBy(o => o.Path).Take(count)
            .Select(o => new { o.ObjectiveId, o.Path }).ToListAsync(cancellationToken);
        if (next.Count == 0)
            return null;
        await work(await CycleAsync(cycleId, cancellationToken), next.ConvertAll(o => o.ObjectiveId), cancellationToken);
        return next[^1].Path;
    }

    private async Task RefreshAsync(CycleId cycleId, ChangedObjectives.Change change, CancellationToken cancellationToken)
    {
        var cycle = await CycleAsync(cycleId, cancellationToken);
        var touched = change.Objectives.Concat(change.Parents).ToHashSet();
        foreach (var path in change.Moved)
            touched.UnionWith(await db.Objectives.Within(cycleId, path).Select(o => o.ObjectiveId).ToListAsync(cancellationToken));
        var withChildren = change.WithChildren.ToList();
        if (withChildren.Count > 0)
            touched.UnionWith(await db.Objectives.Where(o => EF.Parameter(withChildren).Contains(o.ParentId!.Value)).Select(o => o.ObjectiveId).ToListAsync(cancellationToken));
        var known = await IndexAsync(cycle, [.. change.Objectives], cancellationToken);
        touched.UnionWith(known.Newer);
        foreach (var portion in touched.Chunk(Portion))
            await FindAsync(cycle, portion, known, cancellationToken);
    }

    /// <summary>What was read of objectives when their keys were written.</summary>
    /// <param name="Alike">Who is found under each of their keys.</param>
    /// <param name="Newer">Who shares a key with them, or did before, and is newer: a duplicate stands at the newer of the two.</param>
    private sealed record Indexed(IReadOnlyDictionary<ObjectiveId, ObjectiveFacts> Facts, ILookup<long, ObjectiveId> Alike, IReadOnlySet<long> Keys, IReadOnlySet<ObjectiveId> Newer)
    {
        public static readonly Indexed Nothing = new(
            new Dictionary<ObjectiveId, ObjectiveFacts>(), Array.Empty<LikenessKey>().ToLookup(k => k.Key, k => k.ObjectiveId), new HashSet<long>(), new HashSet<ObjectiveId>());
    }

    /// <summary>Writes under which keys the objectives are found.</summary>
    private async Task<Indexed> IndexAsync(Cycle cycle, IReadOnlyList<ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var threshold = cycle.Policy.DuplicateSimilarity;
        var facts = await db.Objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).ToFacts().ToListAsync(cancellationToken);
        var before = (await db.LikenessKeys.AsNoTracking().Where(k => EF.Parameter(ids).Contains(k.ObjectiveId)).ToListAsync(cancellationToken)).ConvertAll(k => (k.Key, k.ObjectiveId));
        var after = facts.SelectMany(f => f.LikenessKeys(threshold).Distinct().Select(key => (Key: key, ObjectiveId: f.Id))).ToList();
        var keys = before.Concat(after).Select(k => k.Key).Distinct().ToList();
        var rewritten = before.Except(after).Concat(after.Except(before)).Select(k => k.ObjectiveId).ToHashSet();
        var stale = before.Select(k => k.ObjectiveId).Where(rewritten.Contains).Distinct().ToList();
        if (stale.Count > 0)
            await db.LikenessKeys.Where(k => EF.Parameter(stale).Contains(k.ObjectiveId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertDerivedAsync([.. after.Where(k => rewritten.Contains(k.ObjectiveId)).Select(k => new LikenessKey { Key = k.Key, ObjectiveId = k.ObjectiveId })], cancellationToken);
        var oldest = before.Concat(after).GroupBy(k => k.Key).ToDictionary(g => g.Key, g => g.Select(k => k.ObjectiveId).Min(Age.Order));
        var alike = await db.LikenessKeys.AsNoTracking().Where(k => EF.Parameter(keys).Contains(k.Key)).ToListAsync(cancellationToken);
        return new(
            facts.ToDictionary(f => f.Id), Lookup(alike), keys.ToHashSet(),
            alike.Where(k => Age.Order.Compare(k.ObjectiveId, oldest[k.Key]) > 0).Select(k => k.ObjectiveId).ToHashSet());
    }

    /// <summary>The oldest under each key: where there are more, the newer ones are duplicates of these all the same.</summary>
    private static ILookup<long, ObjectiveId> Lookup(IEnumerable<LikenessKey> keys)
        => keys.GroupBy(k => k.Key).SelectMany(g => g.OrderBy(k => k.ObjectiveId, Age.Order).Take(Surroundings.MaxAlike)).ToLookup(k => k.Key, k => k.ObjectiveId);

    private Task FindAsync(Cycle cycle, IReadOnlyList<ObjectiveId> ids, CancellationToken cancellationToken) => FindAsync(cycle, ids, Indexed.Nothing, cancellationToken);

    private async Task FindAsync(Cycle cycle, IReadOnlyList<ObjectiveId> ids, Indexed known, CancellationToken cancellationToken)
    {
        if (cycle.Status == CycleStatus.Closed)
            return;
        var (objectives, around) = await LookAroundAsync(cycle, ids, known, cancellationToken);
        var found = objectives.SelectMany(o => FindingRules.Of(o, around)).ToDictionary(f => f.Id);
        var kept = await db.Findings.AsNoTracking().Where(f => EF.Parameter(ids).Contains(f.ObjectiveId)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var waived = kept.Values.Where(f => f.Waived).Select(f => f.Id).ToList();
        var waivers = waived.Count == 0 ? [] : await db.FindingWaivers.Where(w => EF.Parameter(waived).Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
        var (stale, fresh) = (new List<FindingId>(), found.Values.Where(f => !kept.ContainsKey(f.Id)).Select(f => Finding.Keep(f, cycle.Id)).ToList());
        foreach (var (id, finding) in kept)
        {
            var waiver = waivers.GetValueOrDefault(id);
            var holds = found.TryGetValue(id, out var still) && waiver?.Holds(still) == true;
            if (!holds)
                waiver?.Lapse();
            if (still is null)
            {
                stale.Add(id);
            }
            else if (finding.Update(still, holds))
            {
                stale.Add(id);
                fresh.Add(finding);
            }
        }
        if (stale.Count > 0)
            await db.Findings.Where(f => EF.Parameter(stale).Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);
        if (waivers.Count > 0)
            await db.RecordAndSaveAsync("refreshFindings", null, Caller.System, clock.GetUtcNow(), cancellationToken);
        await db.InsertDerivedAsync(fresh, cancellationToken);
    }

    private async Task<(IReadOnlyList<ObjectiveFacts> Objectives, Surroundings Around)> LookAroundAsync(
        Cycle cycle, IReadOnlyList<ObjectiveId> ids, Indexed known, CancellationToken cancellationToken)
    {
        var unread = ids.Where(id => !known.Facts.ContainsKey(id)).ToList();
        var facts = await db.Objectives.Where(o => EF.Parameter(unread).Contains(o.ObjectiveId) || EF.Parameter(ids).Contains(o.ParentId!.Value)).ToFacts().ToDictionaryAsync(f => f.Id, cancellationToken);
        foreach (var id in ids.Where(known.Facts.ContainsKey))
            facts[id] = known.Facts[id];
        var objectives = ids.Select(id => facts.GetValueOrDefault(id)).OfType<ObjectiveFacts>().ToList();
        var keys = objectives.SelectMany(o => o.LikenessKeys(cycle.Policy.DuplicateSimilarity)).Distinct().ToList();
        var unknown = keys.FindAll(k => !known.Keys.Contains(k));
        var others = Lookup(unknown.Count == 0 ? [] : await db.LikenessKeys.AsNoTracking().Where(k => EF.Parameter(unknown).Contains(k.Key)).ToListAsync(cancellationToken));
        var alike = keys.SelectMany(k => known.Keys.Contains(k) ? known.Alike[k] : others[k], (key, id) => (key, id)).ToLookup(k => k.key, k => k.id);
        var further = (IReadOnlyList<ObjectiveId>)[.. objectives.Select(o => o.ParentId).OfType<ObjectiveId>().Concat(alike.Where(a => a.Skip(1).Any()).SelectMany(a => a)).Where(id => !facts.ContainsKey(id)).Distinct()];
        if (further.Count > 0)
        {
            foreach (var fact in await db.Objectives.Where(o => EF.Parameter(further).Contains(o.ObjectiveId)).ToFacts().ToListAsync(cancellationToken))
                facts[fact.Id] = fact;
        }
        var work = await db.PlannedWorkAsync(ids, cancellationToken);
        var important = objectives.Where(o => o is { Important: true, IsLive: true }).ToList();
        return (objectives, new()
        {
            Year = cycle.Year,
            TakesObjectives = cycle.TakesObjectives,
            InExecution = cycle.Status == CycleStatus.Execution,
            Threshold = cycle.Policy.DuplicateSimilarity,
            Measures = await db.Measures.Select(m => new MeasureFacts(m.Id, m.UnitOfMeasure, m.Direction, m.Aggregation, m.Decimals)).ToDictionaryAsync(m => m.Id, cancellationToken),
            Objectives = facts,
            Children = facts.Values.ToLookup(f => f.ParentId),
            Alike = alike,
            TeamPaths = await TeamPathsAsync(cycle.Id, objectives, cancellationToken),
            Elements = await ElementsAsync(objectives, cancellationToken),
            HoldersOfDuties = await HoldersAsync(objectives, cancellationToken),
            WorkPlans = work.Plans,
            Projects = work.Projects,
            OpenRequests = await db.SupportRequests.Where(s => EF.Parameter(ids).Contains(s.ObjectiveId) && s.Status == SupportStatus.Requested).Select(s => s.ObjectiveId).ToHashSetAsync(cancellationToken),
            Sides = await SidesAsync(objectives, cancellationToken),
            Verdicts = await VerdictsAsync(cycle, objectives, cancellationToken),
            Appraised = important.Count == 0 ? new HashSet<ObjectiveId>() : await mediator.Send(new ObjectivesOnScorecards(important.ConvertAll(o => o.Id)), cancellationToken),
            Incentivised = important.Count == 0 ? new HashSet<PersonId>() : await mediator.Send(new PeopleWithIncentive(cycle.Id, [.. important.Select(o => o.OwnerId).Distinct()]), cancellationToken),
            UnplannedGaps = await mediator.Send(new UnplannedCompetencyGaps([.. objectives.Where(o => o.IsLive).Select(o => new OwnedObjectiveKey(o.Id, o.OwnerId))], cycle.End), cancellationToken),
        });
    }

    private async Task<IReadOnlySet<string>> TeamPathsAsync(CycleId cycleId, IReadOnlyList<ObjectiveFacts> objectives, CancellationToken cancellationToken)
    {
        var above = objectives.Where(o => o.Level == ObjectiveLevel.Personal).SelectMany(o => TreePath.AncestorsOf(o.Path)).Distinct(StringComparer.Ordinal).ToList();
        return above.Count == 0
            ? new HashSet<string>(StringComparer.Ordinal)
            : await db.Objectives.Where(o => o.CycleId == cycleId && EF.Parameter(above).Contains(o.Path) && o.Level == ObjectiveLevel.Team && o.Status != ObjectiveStatus.Withdrawn).Select(o => o.Path).ToHashSetAsync(cancellationToken);
    }

    private async Task<IReadOnlyDictionary<StrategyElementId, (int From, int Until)>> ElementsAsync(IReadOnlyList<ObjectiveFacts> objectives, CancellationToken cancellationToken)
    {
        var named = objectives.Select(o => o.StrategyElementId).OfType<StrategyElementId>().Distinct().ToList();
        return named.Count == 0
            ? new Dictionary<StrategyElementId, (int, int)>()
            : await db.StrategyElements.Where(s => EF.Parameter(named).Contains(s.Id)).Select(s => new { s.Id, s.From, s.Until }).ToDictionaryAsync(s => s.Id, s => (s.From, s.Until), cancellationToken);
    }

    private async Task<IReadOnlySet<Guid>> HoldersAsync(IReadOnlyList<ObjectiveFacts> objectives, CancellationToken cancellationToken)
    {
        var asked = objectives.Where(o => o.ResponsibilityId is null && o.Level != ObjectiveLevel.Company).SelectMany(o => (IEnumerable<Guid?>)[o.UnitId.Value, o.PositionId?.Value]).OfType<Guid>().ToHashSet();
        return asked.Count == 0 ? asked : (await mediator.Send(new DutiesHeldBy([.. asked]), cancellationToken)).Where(d => !d.Retired).Select(d => d.HolderId).ToHashSet();
    }

    private async Task<IReadOnlyDictionary<ObjectiveId, TargetVerdict>> VerdictsAsync(Cycle cycle, IReadOnlyList<ObjectiveFacts> objectives, CancellationToken cancellationToken)
    {
        var keys = objectives.Where(o => o.IsBeingSet).ToDictionary(
            o => o.Id, o => new CalibrationKey(cycle.Id, CalibrationScope.Of(o.Level, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId), o.Target, o.LowerBound));
        if (keys.Count == 0)
            return new Dictionary<ObjectiveId, TargetVerdict>();
        var calibrations = await calibrator.ReadAsync(db, [.. keys.Values.Distinct()], readableAlone: false, cancellationToken);
        return keys.Where(k => calibrations[k.Value].Expected is not null).ToDictionary(k => k.Key, k => new TargetVerdict(calibrations[k.Value].Verdict, calibrations[k.Value].Expected!.Value));
    }

    private async Task<IReadOnlyDictionary<ObjectiveId, int>> SidesAsync(IReadOnlyList<ObjectiveFacts> objectives, CancellationToken cancellationToken)
    {
        var negotiated = objectives.Where(o => o.Status == ObjectiveStatus.Negotiating).Select(o => o.Id).ToList();
        if (negotiated.Count == 0)
            return new Dictionary<ObjectiveId, int>();
        var said = await db.NegotiationEntries.Where(e => EF.Parameter(negotiated).Contains(e.ObjectiveId)).Select(e => new { e.ObjectiveId, e.Kind, e.Side, e.At, e.Id }).ToListAsync(cancellationToken);
        return said.GroupBy(e => e.ObjectiveId).ToDictionary(
            g => g.Key,
            g => g.OrderByDescending(e => e.At).ThenByDescending(e => e.Id.Value).TakeWhile(e => e.Kind != NegotiationKind.Reopened)
                .Where(e => e.Kind is NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted or NegotiationKind.Rejected).Select(e => e.Side).Distinct().Count());
    }

    private Task<Cycle> CycleAsync(CycleId id, CancellationToken cancellationToken) => db.Cycles.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
}

internal static class ObjectiveFactsProjection
{
    public static IQueryable<ObjectiveFacts> ToFacts(this IQueryable<Objective> objectives) => objectives.Select(o => new ObjectiveFacts(
        o.ObjectiveId, o.CycleId, o.Level, o.Status, o.Origin, o.OwnerId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.ResponsibilityId, o.StrategyElementId, o.Important, o.ParentId, o.Path,
        o.MeasureId, o.Baseline, o.Target, o.LowerBound, o.RollUpWeight, o.Title, o.Contribution != null && o.Contribution != string.Empty, o.Phasing));
}
