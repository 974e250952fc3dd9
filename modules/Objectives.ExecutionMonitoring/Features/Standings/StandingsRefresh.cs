using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>
/// Works out anew where marked objectives and those above them stand, opens and follows their deviations (S7.4), and tells of what changed: within an open transaction, by a number of statements that
/// does not depend on how many they are.
/// </summary>
/// <remarks>Raises <see cref="ProgressChanged"/>.</remarks>
internal sealed class StandingsRefresh(ExecutionMonitoringDb db, ProgressReader reader, DeviationSweep deviations, Recorder recorder, IMediator mediator, BusinessClock clock)
{
    private const int Portion = 200;

    /// <summary>A portion of a cycle's marks.</summary>
    public async Task<(int Marks, IReadOnlyList<OutboxMessage> Raised)> RefreshAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        await HoldAsync(cycle, cancellationToken);
        var marks = await db.StaleStandings.AsNoTracking().Where(s => s.CycleId == cycle).OrderBy(s => s.Id).Take(Portion).ToListAsync(cancellationToken);
        if (marks.Count == 0)
            return (0, []);
        var marked = marks.Select(m => m.ObjectiveId).ToHashSet();
        var nodes = await mediator.Send(new RollUpTree(marked), cancellationToken);
        var readings = await reader.ReadAsync([.. nodes.Select(n => n.Id)], moment: null, cancellationToken);
        var changed = await WriteAsync(cycle, marked, nodes.Where(n => n.Children.Count > 0).Select(n => n.Id).ToHashSet(), readings, cancellationToken);
        await deviations.FollowAsync(nodes, readings, [.. marked.Where(m => !readings.ContainsKey(m))], cancellationToken);
        if (changed.Count > 0)
            db.Raise(new ProgressChanged(cycle, changed));
        var raised = await recorder.SaveAsync(db, "followProgress", null, Caller.System, clock.GetUtcNow(), cancellationToken);
        var done = marks.ConvertAll(m => m.Id);
        await db.StaleStandings.Where(s => EF.Parameter(done).Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
        return (marks.Count, raised);
    }

    private async Task<IReadOnlyList<StandingNow>> WriteAsync(CycleId cycle, HashSet<ObjectiveId> marked, HashSet<ObjectiveId> madeUp, IReadOnlyDictionary<ObjectiveId, Reading> readings, CancellationToken cancellationToken)
    {
        var (concerned, now) = (readings.Keys.Union(marked).ToList(), clock.GetUtcNow());
        var before = (await db.Standings.AsNoTracking().Where(s => EF.Parameter(concerned).Contains(s.ObjectiveId)).ToListAsync(cancellationToken)).ToDictionary(s => s.ObjectiveId);
        var made = readings.Values.Select(r => Of(r, cycle, madeUp.Contains(r.Terms.Id), now)).Where(s => !(before.TryGetValue(s.ObjectiveId, out var old) && old.Says(s))).ToList();
        var gone = before.Values.Where(s => !readings.ContainsKey(s.ObjectiveId)).ToList();
        var past = made.Where(s => before.ContainsKey(s.ObjectiveId)).Select(s => before[s.ObjectiveId]).Concat(gone).ToList();
        if (past.Count > 0)
        {
            var stale = past.ConvertAll(s => s.ObjectiveId);
            await db.Standings.Where(s => EF.Parameter(stale).Contains(s.ObjectiveId)).ExecuteDeleteAsync(cancellationToken);
            await db.InsertDerivedAsync(past.FindAll(s => s.From < now).ConvertAll(s => PastStanding.Of(s, now)), cancellationToken);
        }
        await db.InsertDerivedAsync(made, cancellationToken);
        await WritePeriodsAsync(concerned, readings, now, cancellationToken);
        return [.. made.Where(s => s.Health != Health.Unknown || before.ContainsKey(s.ObjectiveId)).Select(s => new StandingNow(s.ObjectiveId, s.Health, s.Attainment))
            .Concat(gone.Select(s => new StandingNow(s.ObjectiveId, Health.Unknown, null)))];
    }

    /// <summary>What is no longer so ends now; of what began only now nothing is left.</summary>
    private async Task WritePeriodsAsync(List<ObjectiveId> concerned, IReadOnlyDictionary<ObjectiveId, Reading> readings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = (await db.PeriodFigures.AsNoTracking().Where(f => f.Until == null && EF.Parameter(concerned).Contains(f.ObjectiveId)).ToListAsync(cancellationToken)).ToDictionary(f => (f.ObjectiveId, f.Period));
        var standing = readings.Values.SelectMany(r => PeriodsOf(r, now)).ToDictionary(f => (f.ObjectiveId, f.Period));
        var made = standing.Values.Where(f => !(before.TryGetValue((f.ObjectiveId, f.Period), out var old) && old.Says(f))).ToList();
        var ended = before.Values.Where(f => !(standing.TryGetValue((f.ObjectiveId, f.Period), out var still) && still.Says(f))).ToList();
        var touched = ended.Select(f => f.ObjectiveId).ToHashSet();
        if (touched.Count > 0)
            await db.PeriodFigures.Where(f => f.Until == null && EF.Parameter(touched).Contains(f.ObjectiveId)).ExecuteDeleteAsync(cancellationToken);
        var kept = before.Values.Where(f => touched.Contains(f.ObjectiveId)).Except(ended);
        await db.InsertDerivedAsync([.. ended.FindAll(f => f.From < now).Select(f => f with { Until = now }), .. kept, .. made], cancellationToken);
    }

    public static IEnumerable<PeriodFigure> PeriodsOf(Reading reading, DateTimeOffset from) => PeriodFigure.Of(reading.Terms, [.. reading.Months.Select(m => m.Figure)], from);

    public static Standing Of(Reading reading, CycleId cycle, bool hasParts, DateTimeOffset from) => new()
    {
        ObjectiveId = reading.Terms.Id,
        CycleId = cycle,
        OwnerId = reading.Terms.OwnerId,
        UnitId = reading.Terms.UnitId,
        RegionId = reading.Terms.RegionId,
        CustomerId = reading.Terms.CustomerId,
        Reach = reading.Terms.Reach,
        Level = reading.Terms.Level,
        MeasureId = reading.Terms.MeasureId,
        Direction = reading.Terms.Direction,
        Aggregation = reading.Terms.Aggregation,
        HasParts = hasParts,
        ActualMillionths = Millionths(reading.Progress.ActualToDate),
        TargetMillionths = Millionths(reading.Progress.TargetToDate),
        Health = reading.Progress.Health,
        Attainment = reading.Progress.Attainment,
        AttainmentPoints = Standing.PointsOf(reading.Progress.Attainment),
        Projected = reading.Projected,
        Denominator = reading.Denominator,
        ReportedAt = reading.Progress.LastReportedAt,
        From = from,
    };

    private static long? Millionths(decimal? value) => value is { } known ? Quantity.ToScaled(known) : null;

    private async Task HoldAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        if (await db.CycleStandings.Where(c => c.CycleId == cycle).ExecuteUpdateAsync(s => s.SetProperty(c => c.Changes, c => c.Changes + 1), cancellationToken) == 0)
            await db.InsertDerivedAsync([new CycleStandings { CycleId = cycle, Changes = 1, LookedAt = null }], cancellationToken);
    }
}
