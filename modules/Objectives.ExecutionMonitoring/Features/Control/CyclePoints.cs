using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Control;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>A control point of a cycle, before it is known what was reported at it.</summary>
/// <param name="Tolerance">That it was given by hand.</param>
internal readonly record struct CyclePoint(CarriedOutObjective Objective, ControlPointId Id, DateOnly Date, decimal? Tolerance)
{
    public ControlCursor Place => new(Date, Objective.Code);

    /// <summary>From when on it is due.</summary>
    public DateOnly Due(CycleCalendar calendar) => ControlCalendar.DueFrom(Date, Objective.DraftedOn, calendar.CarriedOutFrom ?? Date);
}

/// <summary>A day of a cycle's control points: they are made while they are gone through, in the order of codes.</summary>
internal sealed record CycleControlDay(DateOnly Date, int Count, IEnumerable<CyclePoint> Points);

internal static class CyclePoints
{
    /// <summary>Those that the calendar gives, and those set by hand for the same objectives, by date.</summary>
    /// <param name="objectives">By code.</param>
    public static IReadOnlyList<CycleControlDay> Of(CycleCalendar calendar, IReadOnlyList<CarriedOutObjective> objectives, IReadOnlyCollection<ControlPoint> byHand)
    {
        var byId = byHand.Count == 0 ? [] : objectives.ToDictionary(o => o.Id);
        return [.. ControlCalendar.DaysOf(calendar.Start, calendar.End)
            .Select(d => new CycleControlDay(d.Date, objectives.Count, objectives.Select(o => new CyclePoint(o, CalendarPointId.Of(o.Id, d.Number), d.Date, null))))
            .Concat(byHand.Where(p => byId.ContainsKey(p.ObjectiveId)).GroupBy(p => p.Date).Select(g => new CycleControlDay(
                g.Key, g.Count(), [.. g.Select(p => new CyclePoint(byId[p.ObjectiveId], p.Id, p.Date, p.Tolerance)).OrderBy(p => p.Objective.Code, StringComparer.Ordinal)])))
            .OrderBy(d => d.Date)];
    }
}
