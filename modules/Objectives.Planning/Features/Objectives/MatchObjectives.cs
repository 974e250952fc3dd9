using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;

namespace Objectives.Planning.Features.Objectives;

internal sealed class MatchObjectives(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<ObjectivesMatching, IReadOnlyList<ObjectiveId>>
{
    public async Task<IReadOnlyList<ObjectiveId>> Handle(ObjectivesMatching request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return request.AsOf is { } moment
            ? await ReadAsync(db, db.ObjectiveVersions.HeldAt(moment), request, cancellationToken)
            : await ReadAsync(db, db.Objectives, request, cancellationToken);
    }

    private static async Task<IReadOnlyList<ObjectiveId>> ReadAsync<T>(PlanningDb db, IQueryable<T> objectives, ObjectivesMatching request, CancellationToken cancellationToken)
        where T : class, IObjectiveState
    {
        objectives = objectives.Where(o => o.CycleId == request.CycleId).Saying(request.Text, SearchObjectives.Says<T>);
        if (request.Status is { Count: > 0 } statuses)
            objectives = objectives.Where(o => statuses.Contains(o.Status));
        if (request.Important is { } important)
            objectives = objectives.Where(o => o.Important == important);
        if (request.ParentId is { } parent)
            objectives = objectives.Where(o => o.ParentId == parent);
        if (request.HasFindings is { } has)
            objectives = objectives.Where(o => db.Findings.Any(f => f.ObjectiveId == o.ObjectiveId && !f.Waived) == has);
        return await objectives.Select(o => o.ObjectiveId).ToListAsync(cancellationToken);
    }
}
