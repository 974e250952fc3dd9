using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Findings;

/// <summary>What another target would do to coverage: above, of the objective that it adds to, and below, of its own by those under it. Changes nothing.</summary>
internal static class WhatIf
{
    public sealed record Answer(ObjectiveId ObjectiveId, IReadOnlyList<Effect> Effects);

    /// <param name="CoverageBefore">Per cent of the target that those below make up; null where nobody does.</param>
    /// <param name="Shortfall">After the change, in the measure's unit.</param>
    public sealed record Effect(ObjectiveId ObjectiveId, decimal? CoverageBefore, decimal? CoverageAfter, decimal Shortfall);

    [AllowedToEveryone]
    public sealed record Query(ObjectiveId ObjectiveId, decimal Target) : IQuery<Answer>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var objective = await db.Objectives.Where(o => o.ObjectiveId == request.ObjectiveId).Where(sight.MayRead<Objective>()).ToFacts().SingleOrDefaultAsync(cancellationToken);
            if (objective is null)
                throw new ApiException(ApiErrorCode.NotFound, new("'objectiveId': there is no such objective.", "“objectiveId”：该目标不存在。"));
            var (id, parentId) = (objective.Id, objective.ParentId);
            var near = await db.Objectives.Where(o => o.ParentId == id || (parentId != null && (o.ObjectiveId == parentId || o.ParentId == parentId))).ToFacts().ToListAsync(cancellationToken);
            var measures = await db.Measures.Select(m => new MeasureFacts(m.Id, m.UnitOfMeasure, m.Direction, m.Aggregation, m.Decimals)).ToDictionaryAsync(m => m.Id, cancellationToken);
            var changed = objective with { Target = request.Target };
            var effects = new List<Effect?>();
            if (near.Find(o => o.Id == parentId) is { } parent)
            {
                var siblings = near.Where(o => o.ParentId == parentId && o.IsLive && o.Id != id).ToList();
                effects.Add(EffectOn(parent, parent, [.. siblings, objective], [.. siblings, changed], measures));
            }
            var below = near.Where(o => o.ParentId == id && o.IsLive).ToList();
            effects.Add(EffectOn(objective, changed, below, below, measures));
            return new(id, [.. effects.OfType<Effect>()]);
        }

        /// <summary>None where nobody's target counts, and where nothing changes.</summary>
        private static Effect? EffectOn(ObjectiveFacts before, ObjectiveFacts after, List<ObjectiveFacts> belowBefore, List<ObjectiveFacts> belowAfter, Dictionary<MeasureId, MeasureFacts> measures)
        {
            var direction = measures[before.MeasureId].Direction;
            var (was, becomes) = (Coverage.Of(before.AsTarget, belowBefore.Select(o => o.AsTarget), measures), Coverage.Of(after.AsTarget, belowAfter.Select(o => o.AsTarget), measures));
            return becomes.RolledUp is null || (was.RolledUp == becomes.RolledUp && before.Target == after.Target)
                ? null
                : new(before.Id, Coverage.PerCentOf(before.Target, was.RolledUp, direction), Coverage.PerCentOf(after.Target, becomes.RolledUp, direction), becomes.Shortfall);
        }
    }
}
