using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Data;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>
/// Opens a deviation for what lags outside tolerance, takes note of what open ones endanger by now, and closes or reopens them by later actuals (S7.4). What is rolled up opens none: its lag is those
/// of the objectives below it, whose deviations tell what they do to it.
/// </summary>
internal sealed class DeviationSweep(ExecutionMonitoringDb db, BusinessClock clock)
{
    /// <param name="nodes">Those that were read, with all above them.</param>
    /// <param name="gone">Withdrawn ones.</param>
    public async Task FollowAsync(IReadOnlyList<RollUpNode> nodes, IReadOnlyDictionary<ObjectiveId, Reading> readings, IReadOnlyList<ObjectiveId> gone, CancellationToken cancellationToken)
    {
        var ids = readings.Keys.Concat(gone).ToList();
        var open = (await db.Deviations.Where(d => EF.Parameter(ids).Contains(d.ObjectiveId) && d.Status != DeviationStatus.Closed).ToListAsync(cancellationToken)).ToLookup(d => d.ObjectiveId);
        var lagging = readings.Values.Where(r => Opens(r) && !open.Contains(r.Terms.Id)).ToList();
        var above = await AboveAsync(nodes, readings, [.. lagging.Select(r => r.Terms.Id).Concat(open.Select(d => d.Key))], cancellationToken);
        var followed = open.SelectMany(d => d).Select(d => (Deviation: d, Reading: readings.GetValueOrDefault(d.ObjectiveId))).ToLookup(d => d.Reading is { Terms.IsOpen: true });
        var now = clock.GetUtcNow();
        var opened = lagging.ConvertAll(r => Opened(r, above.Of(r), now));
        var looked = followed[true].Select(d => (d.Deviation, Reading: d.Reading!, Effects: above.Of(d.Reading!))).ToList();
        await KeepAsync([.. opened, .. looked.Select(l => (l.Deviation, l.Effects))], cancellationToken);
        db.Deviations.AddRange(opened.Select(o => o.Deviation));
        foreach (var (deviation, reading, effects) in looked)
        {
            deviation.Assess(reading.Terms, SeverityOf(reading, effects));
            deviation.Follow(reading.Judged == Health.OffTrack, reading.Progress.LastReportedAt, now);
        }
        foreach (var (deviation, _) in followed[false])
            deviation.Close(now);
    }

    /// <summary>What a deviation endangers that is opened by hand.</summary>
    public async Task<(DeviationSeverity Severity, IReadOnlyList<Effect> Effects)> AssessAsync(IReadOnlyList<RollUpNode> nodes, IReadOnlyDictionary<ObjectiveId, Reading> readings, ObjectiveId id, CancellationToken cancellationToken)
    {
        var above = await AboveAsync(nodes, readings, [id], cancellationToken);
        var effects = above.Of(readings[id]);
        return (SeverityOf(readings[id], effects), effects);
    }

    /// <summary>Keeps the effects as they are reckoned now, before the deviations themselves are changed; of what is closed they stay as they were.</summary>
    public async Task KeepAsync(IReadOnlyList<(Deviation Deviation, IReadOnlyList<Effect> Effects)> looked, CancellationToken cancellationToken)
    {
        if (looked.Count == 0)
            return;
        var ids = looked.Select(l => l.Deviation.Id).ToList();
        var rows = looked.SelectMany(l => l.Effects.Select(e => new KeptEffect
        {
            DeviationId = l.Deviation.Id, ObjectiveId = e.ObjectiveId, Level = e.Level, Before = e.Before, After = e.After, Endangered = e.Endangered,
        })).ToList();
        await db.Effects.Where(e => EF.Parameter(ids).Contains(e.DeviationId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertDerivedAsync(rows, cancellationToken);
    }

    private static (Deviation Deviation, IReadOnlyList<Effect> Effects) Opened(Reading reading, IReadOnlyList<Effect> effects, DateTimeOffset now)
        => (Deviation.Open(reading.Terms, DeviationKind.Lag, description: null, externalCause: false, SeverityOf(reading, effects), (reading.Progress.ActualToDate, reading.Progress.TargetToDate), reading.Progress.LastReportedAt, by: null, now), effects);

    private static bool Opens(Reading reading) => reading is { Terms: { IsOpen: true, IsExempt: false }, Progress: { RolledUp: false }, Judged: Health.OffTrack };

    private static DeviationSeverity SeverityOf(Reading reading, IReadOnlyList<Effect> effects) => Severity.Of(reading.Terms.Reach, reading.Judged == Health.OffTrack, effects);

    private async Task<Above> AboveAsync(IReadOnlyList<RollUpNode> nodes, IReadOnlyDictionary<ObjectiveId, Reading> readings, HashSet<ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var parents = new Dictionary<ObjectiveId, RollUpNode>();
        foreach (var node in nodes)
        {
            foreach (var child in node.Children)
                parents[child.Id] = node;
        }
        var needed = new HashSet<ObjectiveId>();
        foreach (var id in ids)
        {
            for (var at = parents.GetValueOrDefault(id); at is not null && needed.Add(at.Id); at = parents.GetValueOrDefault(at.Id))
            {
                // Up to the root, or to where another has been.
            }
        }
        var siblings = nodes.Where(n => needed.Contains(n.Id)).SelectMany(n => n.Children).Select(c => c.Id).Where(id => !readings.ContainsKey(id)).ToList();
        var projected = siblings.Count == 0
            ? []
            : await db.Standings.Where(s => EF.Parameter(siblings).Contains(s.ObjectiveId)).Select(s => new { s.ObjectiveId, s.Projected, s.Denominator }).ToDictionaryAsync(s => s.ObjectiveId, s => (s.Projected, s.Denominator), cancellationToken);
        foreach (var reading in readings.Values)
            projected[reading.Terms.Id] = (reading.Projected, reading.Denominator);
        return new(parents, readings, projected);
    }

    /// <summary>Those above objectives, as far as figures roll up.</summary>
    private sealed class Above(Dictionary<ObjectiveId, RollUpNode> parents, IReadOnlyDictionary<ObjectiveId, Reading> readings, Dictionary<ObjectiveId, (decimal? Projected, decimal? Denominator)> projected)
    {
        public IReadOnlyList<Effect> Of(Reading reading)
        {
            if (reading.Projected is not { } value)
                return [];
            var terms = reading.Terms;
            return Impact.Of(terms.Id, value, Projection.WithoutLag(terms.Direction, value, terms.Target, terms.LowerBound), [.. ChainOf(terms.Id)]);
        }

        private IEnumerable<Ancestor> ChainOf(ObjectiveId id)
        {
            for (var node = parents.GetValueOrDefault(id); node is not null && readings.TryGetValue(node.Id, out var reading); node = parents.GetValueOrDefault(node.Id))
            {
                var terms = reading.Terms;
                yield return new(
                    node.Id, terms.Reach, node.Direction, node.Aggregation, terms.Target, terms.LowerBound, terms.Tolerance, reading.Projected,
                    [.. node.Children.Select(c => projected.TryGetValue(c.Id, out var part) ? new ProjectedPart(c.Id, c.Target, c.Weight, part.Projected, part.Denominator) : new(c.Id, c.Target, c.Weight, null, null))]);
            }
        }
    }
}
