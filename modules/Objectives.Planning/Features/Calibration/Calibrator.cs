using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Calibration;

/// <summary>A target to be held against the history of its scope, as a cycle's value.</summary>
internal readonly record struct CalibrationKey(CycleId CycleId, CalibrationScope Scope, decimal Target, decimal? LowerBound);

/// <summary>
/// Holds targets against history: that of the cycle itself so far, and of cycles that began earlier or with it. The target of a cycle that is over is held against what was
/// known when it began: what became of it is no matter of calibration. Four statements, however many targets: cycles, measures, the objectives of the scopes, their actuals.
/// </summary>
internal sealed class Calibrator(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator, BusinessClock clock)
{
    /// <param name="readableAlone">
    /// Whether what the caller may not read is no history. Who asks of an objective that he may read is told the figures of all its history, as its owner is, but of single
    /// periods only those that he may read; who names a scope himself is told what he could have added up himself.
    /// </param>
    public async Task<IReadOnlyDictionary<CalibrationKey, CalibrationModel>> ReadAsync(IReadOnlyList<CalibrationKey> keys, bool readableAlone, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, keys, readableAlone, cancellationToken);
    }

    /// <summary>The same within a transaction, with what it has written.</summary>
    public async Task<IReadOnlyDictionary<CalibrationKey, CalibrationModel>> ReadAsync(PlanningDb db, IReadOnlyList<CalibrationKey> keys, bool readableAlone, CancellationToken cancellationToken)
    {
        var cycles = await db.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        var measureIds = keys.Select(k => k.Scope.MeasureId).Distinct().ToList();
        var measures = await db.Measures.AsNoTracking().Where(m => EF.Parameter(measureIds).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var found = new Dictionary<CalibrationKey, CalibrationModel>();
        var open = new List<CalibrationKey>();
        foreach (var key in keys)
        {
            if (measures[key.Scope.MeasureId].Direction == MeasureDirection.Milestone)
                found[key] = CalibrationModel.OfMilestone;
            else
                open.Add(key);
        }
        if (open.Count == 0)
            return found;
        var sight = await access.SightAsync(cancellationToken);
        var objectives = (await ScopeHistory.ReadAsync(db, [.. open.Select(k => k.Scope)], cancellationToken)).ToLookup(o => o.Scope);
        var readable = objectives.SelectMany(o => o).Where(o => sight.MayRead(o.Level, o.OwnerId, o.UnitId)).Select(o => o.Id).ToHashSet();
        var expectations = await mediator.Send(
            new ExpectationsOf([.. open.Select(k => Question(k, cycles, measures[k.Scope.MeasureId], objectives[k.Scope].Where(o => !readableAlone || readable.Contains(o.Id))))]),
            cancellationToken);
        for (var i = 0; i < open.Count; i++)
            found[open[i]] = Answer(measures[open[i].Scope.MeasureId], cycles[open[i].CycleId].Policy, expectations[i], readable);
        return found;
    }

    private ExpectationQuestion Question(CalibrationKey key, Dictionary<CycleId, Cycle> cycles, Measure measure, IEnumerable<ScopedObjective> objectives)
    {
        var cycle = cycles[key.CycleId];
        var today = cycle.DayOf(clock.GetUtcNow());
        var known = today > cycle.End ? cycle.Start : today;
        var ids = ScopeHistory.Until(cycle, objectives, cycles);
        return new(ids, measure.Aggregation.OverTime(), measure.Decimals, cycle.Start, cycle.End, known, TargetCalibration.Edges(measure.Direction, key.Target, key.LowerBound));
    }

    private static CalibrationModel Answer(Measure measure, CyclePolicy policy, Expectation expectation, HashSet<ObjectiveId> readable)
    {
        var history = expectation.History.Where(h => h.Sources.All(readable.Contains)).Select(h => new PeriodValueModel(Period.Of(h.From, GranularityOf(h.Months)), h.Value)).ToList();
        var method = new Text(expectation.MethodEnglish, expectation.MethodChinese);
        if (expectation.Prospect is not { } prospect)
            return CalibrationModel.None(history, method);
        var percentile = TargetCalibration.Percentile(measure.Direction, prospect.Percentiles);
        return new(TargetCalibration.Verdict(percentile, policy), prospect.Expected, prospect.Low, prospect.High, percentile, history, method);
    }

    private static PeriodGranularity GranularityOf(int months) => months switch { 12 => PeriodGranularity.Year, 3 => PeriodGranularity.Quarter, _ => PeriodGranularity.Month };
}
