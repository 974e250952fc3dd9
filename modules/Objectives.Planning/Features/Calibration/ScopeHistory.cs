using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Calibration;

internal sealed record ScopedObjective(ObjectiveId Id, CycleId CycleId, string Code, bool IsWithdrawn, ObjectiveLevel Level, PersonId OwnerId, UnitId UnitId, CalibrationScope Scope);

/// <summary>The objectives of all cycles whose actuals are the history of a scope (S5.1).</summary>
internal static class ScopeHistory
{
    /// <summary>One statement, however many scopes.</summary>
    public static async Task<IReadOnlyList<ScopedObjective>> ReadAsync(PlanningDb db, IReadOnlyList<CalibrationScope> scopes, CancellationToken cancellationToken)
    {
        var measures = scopes.Select(k => k.MeasureId).Distinct().ToList();
        var units = scopes.Select(k => k.UnitId).Distinct().ToList();
        var owners = scopes.Select(k => k.OwnerId).OfType<PersonId>().Distinct().ToList();
        var positions = scopes.Select(k => k.PositionId).Where(p => p is not null).Distinct().ToList();
        var rows = await db.Objectives
            .Where(o => EF.Parameter(measures).Contains(o.MeasureId) && EF.Parameter(units).Contains(o.UnitId))
            .Where(o => (o.Level != ObjectiveLevel.Personal && o.Level != ObjectiveLevel.Position) || EF.Parameter(owners).Contains(o.OwnerId) || EF.Parameter(positions).Contains(o.PositionId))
            .Select(o => new { o.ObjectiveId, o.CycleId, o.Code, o.Status, o.Level, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(o => new ScopedObjective(
            o.ObjectiveId, o.CycleId, o.Code, o.Status == ObjectiveStatus.Withdrawn, o.Level, o.OwnerId, o.UnitId,
            CalibrationScope.Of(o.Level, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId)));
    }

    /// <summary>Those of the cycle itself and of earlier ones, of which the one that comes first counts where two tell of one period.</summary>
    public static IReadOnlyList<ObjectiveId> Until(Cycle cycle, IEnumerable<ScopedObjective> objectives, IReadOnlyDictionary<CycleId, Cycle> cycles) =>
    [
        .. objectives
            .Where(o => cycles[o.CycleId].Start <= cycle.Start)
            .OrderByDescending(o => o.CycleId == cycle.Id).ThenByDescending(o => cycles[o.CycleId].Start).ThenBy(o => o.IsWithdrawn).ThenBy(o => o.Code, StringComparer.Ordinal)
            .Select(o => o.Id),
    ];
}
