using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Phasing;

/// <summary>Phases an objective's target as a method says, with what the method needs to know from elsewhere: working days, or the season of the past.</summary>
internal sealed class PhasingBasis(IMediator mediator, ObjectiveAccess access)
{
    /// <remarks>Fails with INVALID at <c>method</c> when there is no year of history, at <c>values</c> when they do not make up the target; REQUIRED when by hand nothing is given.</remarks>
    public async Task<Result<IReadOnlyList<PhasedValue>>> PhaseAsync(
        PlanningDb db, Objective objective, Cycle cycle, PhasingMethod method, IReadOnlyList<PhasedValue>? values, CancellationToken cancellationToken)
    {
        var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == objective.MeasureId, cancellationToken);
        var rule = PhasingRule.Of(measure, objective.Target, objective.Baseline);
        var months = PhasedMonths.Of(cycle);
        var held = months.Select(m => Season.Held(m, cycle)).ToList();
        if (method == PhasingMethod.ByHand)
            return values is { Count: > 0 } ? rule.Complete(values, months, held) : Error.Required("values");
        if (values is { Count: > 0 })
            return Error.Invalid("values", new("Values are given only when phasing by hand.", "仅在手工分解时填写各期数值。"));
        var weights = method switch
        {
            PhasingMethod.WorkingDays => await WorkingDaysAsync(months, cycle, cancellationToken),
            PhasingMethod.Seasonal when rule.HasSeason => await SeasonAsync(db, objective, months, held, cancellationToken),
            _ => held,
        };
        if (weights is null)
        {
            return Error.Invalid("method", new(
                "There is no season to go by: no twelve months in a row of this measure were recorded in the same scope (unit, region and customer, for positions the position, for people the owner).",
                "没有可参照的季节性：同一范围（单位、区域、客户，岗位目标含岗位，个人目标含负责人）内该指标没有连续十二个月的实绩。"));
        }
        return weights.All(w => w == 0)
            ? Error.Invalid("method", new("The cycle has no working day.", "该周期内没有工作日。"))
            : Result.Ok(rule.Spread(method, months, weights));
    }

    private async Task<IReadOnlyList<long>> WorkingDaysAsync(IReadOnlyList<Period> months, Cycle cycle, CancellationToken cancellationToken)
    {
        var days = await mediator.Send(new WorkingDays(cycle.Start, cycle.End), cancellationToken);
        return [.. months.Select(month => (long)days.Count(month.Contains))];
    }

    private async Task<IReadOnlyList<long>?> SeasonAsync(PlanningDb db, Objective objective, IReadOnlyList<Period> months, IReadOnlyList<long> held, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        var scope = ScopeOf(objective);
        var near = await db.Objectives.AsNoTracking().Where(sight.MayRead<Objective>())
            .Where(o => o.MeasureId == objective.MeasureId && o.UnitId == objective.UnitId && o.Status != ObjectiveStatus.Withdrawn).ToListAsync(cancellationToken);
        var same = near.FindAll(o => ScopeOf(o) == scope).ConvertAll(o => o.ObjectiveId);
        var actuals = await mediator.Send(new MonthlyActuals(same), cancellationToken);
        var season = Season.Of(actuals.GroupBy(a => a.Month).ToDictionary(g => g.Key, g => g.Average(a => a.Value)));
        return season is null ? null : [.. months.Zip(held, (month, part) => season[month.Number - 1] * part / 1_000_000)];
    }

    private static CalibrationScope ScopeOf(Objective o) => CalibrationScope.Of(o.Level, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId);
}
