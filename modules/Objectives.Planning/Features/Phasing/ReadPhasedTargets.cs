using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Phasing;

/// <summary>The targets that objectives were phased into, as they are or were; none where an objective is not phased, or is seen only as an ancestor.</summary>
internal static class PhasedTargetsOf
{
    public readonly record struct Key(ObjectiveAt At, PeriodGranularity Granularity);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<PhasedTargetModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<PhasedTargetModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<PhasedTargetModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = new Dictionary<Key, IReadOnlyList<PhasedTargetModel>>();
            foreach (var moment in request.Keys.GroupBy(k => k.At.AsOf))
            {
                var ids = moment.Select(k => k.At.Id).ToList();
                var rows = moment.Key is { } asOf
                    ? await PhasingRow.Of(db.ObjectiveVersions.HeldAt(asOf).Where(sight.MayRead<ObjectiveVersion>()), ids, db).ToListAsync(cancellationToken)
                    : await PhasingRow.Of(db.Objectives.Where(sight.MayRead<Objective>()), ids, db).ToListAsync(cancellationToken);
                var byId = rows.ToDictionary(r => r.Id);
                foreach (var key in moment)
                {
                    if (byId.TryGetValue(key.At.Id, out var row) && row.Phasing is not null)
                        found[key] = [.. row.Rule.By(key.Granularity, PhasedMonths.Read(row.Phasing)).Select(m => new PhasedTargetModel(m.Period, m.Value))];
                }
            }
            return found;
        }
    }
}

/// <summary>For the other modules: of what is not phased the months that EVEN would give.</summary>
internal sealed class PhasedTargetsHandler(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<PhasedTargets, IReadOnlyDictionary<ObjectiveId, PhasedTargetsAnswer>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, PhasedTargetsAnswer>> Handle(PhasedTargets request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await PhasingRow.Of(db.Objectives, request.Objectives, db).ToListAsync(cancellationToken);
        var cycles = await db.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken);
        return rows.ToDictionary(r => r.Id, r => new PhasedTargetsAnswer(r.Phasing is not null, MonthsOf(r.Phasing, r.Rule, cycles[r.CycleId])));
    }

    /// <summary>The months as they were settled, else as an even phasing would have them.</summary>
    public static IReadOnlyList<MonthTarget> MonthsOf(string? phasing, PhasingRule rule, Cycle cycle)
    {
        var months = phasing is not null ? PhasedMonths.Read(phasing) : Even(rule, cycle);
        var values = months.Select(m => m.Value).ToList();
        return [.. months.Select((m, i) => new MonthTarget(m.Period.Start, m.Value, rule.WholeOf(values[..(i + 1)])))];
    }

    /// <summary>What held before a revision.</summary>
    public static IReadOnlyList<PhasedValue> FormerMonths(TargetRevision revision, Measure measure, decimal? baseline, Cycle cycle)
        => revision.Before.Phasing is { } phasing ? PhasedMonths.Read(phasing) : Even(PhasingRule.Of(measure, revision.Before.Target, baseline), cycle);

    private static IReadOnlyList<PhasedValue> Even(PhasingRule rule, Cycle cycle)
    {
        var months = PhasedMonths.Of(cycle);
        return rule.Spread(PhasingMethod.Even, months, [.. months.Select(m => Season.Held(m, cycle))]);
    }
}

internal sealed record PhasingRow(
    ObjectiveId Id, CycleId CycleId, string? Phasing, decimal Target, decimal? Baseline, MeasureDirection Direction, Aggregation Aggregation, int Decimals)
{
    public PhasingRule Rule => new(Target, Baseline, Direction, Aggregation, Decimals);

    public static IQueryable<PhasingRow> Of<T>(IQueryable<T> objectives, IReadOnlyCollection<ObjectiveId> ids, PlanningDb db)
        where T : class, IObjectiveState
        => objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).Join(
            db.Measures, o => o.MeasureId, m => m.Id, (o, m) => new PhasingRow(o.ObjectiveId, o.CycleId, o.Phasing, o.Target, o.Baseline, m.Direction, m.Aggregation, m.Decimals));
}
