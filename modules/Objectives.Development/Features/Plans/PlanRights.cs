using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Plans;

/// <summary>Who does what with items and plans: himself, those above him and HR plan; those above him and HR say how it ended.</summary>
internal sealed class PlanRights(DevelopmentDb db, DevelopmentSight sight)
{
    public async Task<Access> CheckAsync(DevelopmentItemId item, Func<Relation, bool> may, CancellationToken cancellationToken)
        => await db.DevelopmentItems.Where(i => i.Id == item).Select(i => (PersonId?)i.PersonId).SingleOrDefaultAsync(cancellationToken) is { } person
            ? await sight.CheckAsync(person, may, cancellationToken)
            : Access.NotFound;

    public async Task<(DevelopmentItem Item, DevelopmentPlan Plan)> LoadAsync(DevelopmentItemId id, CancellationToken cancellationToken)
    {
        var item = await db.DevelopmentItems.SingleAsync(i => i.Id == id, cancellationToken);
        return (item, await db.DevelopmentPlans.SingleAsync(p => p.Id == item.PlanId, cancellationToken));
    }

    public async Task<DevelopmentPlan> PlanOfAsync(PersonId person, CycleId cycle, CancellationToken cancellationToken)
    {
        if (await db.DevelopmentPlans.SingleOrDefaultAsync(p => p.PersonId == person && p.CycleId == cycle, cancellationToken) is { } plan)
            return plan;
        return db.DevelopmentPlans.Add(DevelopmentPlan.Of(person, cycle)).Entity;
    }

    /// <remarks>NOT_FOUND, FORBIDDEN_BY_STATE (the cycle is closed).</remarks>
    public static Error? CheckCycle(IReadOnlyDictionary<CycleId, CycleCalendar> calendars, CycleId cycle) => !calendars.TryGetValue(cycle, out var calendar)
        ? Error.NotFound("cycleId")
        : calendar.IsClosed
            ? new Error(ErrorCode.ForbiddenByState, new("The cycle is closed.", "该周期已关闭。"), "cycleId")
            : null;
}
