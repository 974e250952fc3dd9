using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Whether all that an objective names exists and can be named.</summary>
internal sealed class ObjectiveReferences(PlanningDb db, IMediator mediator)
{
    /// <param name="before">What it named so far: what stays named need not be checked again.</param>
    public async Task<IReadOnlyList<Error>> CheckAsync(ObjectiveContent content, ObjectiveContent? before, CancellationToken cancellationToken)
    {
        var measure = await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == content.MeasureId, cancellationToken);
        var found = await mediator.Send(
            new Whereabouts(
                Changed(content.OwnerId, before?.OwnerId),
                Changed(content.UnitId, before?.UnitId),
                Changed(content.PositionId, before?.PositionId),
                Changed(content.RegionId, before?.RegionId),
                Changed(content.CustomerId, before?.CustomerId),
                Changed(content.ResponsibilityId, before?.ResponsibilityId)),
            cancellationToken);
        var hasElement = content.StrategyElementId is not { } element || element == before?.StrategyElementId || await db.StrategyElements.AnyAsync(s => s.Id == element, cancellationToken);
        return Check(content, before, measure, hasElement, found);
    }

    /// <summary>The same of what was read already, as imports do for many at once.</summary>
    public static IReadOnlyList<Error> Check(ObjectiveContent content, ObjectiveContent? before, Measure? measure, bool hasElement, WhereaboutsAnswer found)
    {
        var errors = new List<Error>();
        if (measure is null)
            errors.Add(Error.NotFound("measureId"));
        else
            errors.AddRange(content.CheckAgainst(measure));
        if (!hasElement)
            errors.Add(Error.NotFound("strategyElementId"));
        Require(content.OwnerId, before?.OwnerId, found.SuperiorOf.ContainsKey, "ownerId", errors);
        Require(content.UnitId, before?.UnitId, found.UnitParents.ContainsKey, "unitId", errors);
        Require(content.PositionId, before?.PositionId, found.Positions.Contains, "positionId", errors);
        Require(content.RegionId, before?.RegionId, found.Regions.Contains, "regionId", errors);
        Require(content.CustomerId, before?.CustomerId, found.Customers.Contains, "customerId", errors);
        Require(content.ResponsibilityId, before?.ResponsibilityId, found.ResponsibilityHolders.ContainsKey, "responsibilityId", errors);
        return errors;
    }

    private static IReadOnlyList<T> Changed<T>(T? now, T? before)
        where T : struct
        => now is { } value && !value.Equals(before) ? [value] : [];

    private static void Require<T>(T? now, T? before, Func<T, bool> exists, string field, List<Error> errors)
        where T : struct
    {
        if (now is { } value && !value.Equals(before) && !exists(value))
            errors.Add(Error.NotFound(field));
    }
}
