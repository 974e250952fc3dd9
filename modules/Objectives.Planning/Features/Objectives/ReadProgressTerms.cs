using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Calibration;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Cycles, the objectives with their measures, and those of their scopes: three statements.</summary>
internal sealed class ReadProgressTerms(IDbContextFactory<PlanningDb> dbs, BusinessClock clock) : IRequestHandler<ProgressTermsOf, IReadOnlyDictionary<ObjectiveId, ObjectiveTerms>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, ObjectiveTerms>> Handle(ProgressTermsOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycles = await db.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        var rows = request.AsOf is { } moment
            ? await Rows(db.ObjectiveVersions.HeldAt(moment), request.Ids, db).ToListAsync(cancellationToken)
            : await Rows(db.Objectives, request.Ids, db).ToListAsync(cancellationToken);
        var scopes = rows.ConvertAll(r => r.Scope).Distinct().ToList();
        var history = scopes.Count == 0 ? [] : await ScopeHistory.ReadAsync(db, scopes, cancellationToken);
        var byScope = history.ToLookup(o => o.Scope);
        return rows.ToDictionary(r => r.Id, r => Terms(r, cycles, byScope[r.Scope], request.AsOf ?? clock.GetUtcNow()));
    }

    private static ObjectiveTerms Terms(Row row, Dictionary<CycleId, Cycle> cycles, IEnumerable<ScopedObjective> ofScope, DateTimeOffset now)
    {
        var cycle = cycles[row.CycleId];
        var rule = new PhasingRule(row.Target, row.Baseline, row.Direction, row.Aggregation, row.Decimals);
        return new(
            row.Id, row.CycleId, ReachOf(row.Level), row.Level, row.MeasureId, row.OwnerId, row.UnitId, row.RegionId, row.CustomerId,
            row.Status != ObjectiveStatus.Withdrawn && cycle.IsCarriedOut, row.IsExempt, row.Direction, row.Aggregation, row.Decimals, row.Target, row.LowerBound, PhasedTargetsHandler.MonthsOf(row.Phasing, rule, cycle), cycle.Start, cycle.End,
            BusinessClock.DayOf(now, cycle.TimeZone), cycle.Policy.Tolerance, cycle.Policy.AtRiskProbability,
            ScopeHistory.Until(cycle, ofScope.Where(o => o.CycleId != row.CycleId), cycles));
    }

    private static ObjectiveReach ReachOf(ObjectiveLevel level) => level switch
    {
        ObjectiveLevel.Company => ObjectiveReach.Company,
        ObjectiveLevel.Team => ObjectiveReach.Unit,
        _ => ObjectiveReach.Individual,
    };

    private static IQueryable<Row> Rows<T>(IQueryable<T> objectives, IReadOnlyCollection<ObjectiveId> ids, PlanningDb db)
        where T : class, IObjectiveState
        => objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).Join(
            db.Measures, o => o.MeasureId, m => m.Id, (o, m) => new Row(
                o.ObjectiveId, o.CycleId, o.Level, o.Status, o.IsExempt, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId, o.Phasing, o.Target, o.Baseline, o.LowerBound, m.Direction, m.Aggregation, m.Decimals));

    private sealed record Row(
        ObjectiveId Id, CycleId CycleId, ObjectiveLevel Level, ObjectiveStatus Status, bool IsExempt, MeasureId MeasureId, Contracts.Organization.UnitId UnitId, Contracts.Organization.RegionId? RegionId,
        Contracts.Organization.CustomerId? CustomerId, Contracts.Organization.PositionId? PositionId, Contracts.Organization.PersonId OwnerId, string? Phasing, decimal Target, decimal? Baseline,
        decimal? LowerBound, MeasureDirection Direction, Aggregation Aggregation, int Decimals)
    {
        public CalibrationScope Scope => CalibrationScope.Of(Level, MeasureId, UnitId, RegionId, CustomerId, PositionId, OwnerId);
    }
}
