using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Objectives;

internal sealed class ReadableObjectivesHandler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IRequestHandler<ReadableObjectives, IReadOnlySet<ObjectiveId>>
{
    public async Task<IReadOnlySet<ObjectiveId>> Handle(ReadableObjectives request, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Objectives.Where(o => request.Ids.Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>()).Select(o => o.ObjectiveId).ToHashSetAsync(cancellationToken);
    }
}
