using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

internal sealed class ReadOnScorecards(IDbContextFactory<PerformanceLinkageDb> dbs) : IRequestHandler<ObjectivesOnScorecards, IReadOnlySet<ObjectiveId>>
{
    public async Task<IReadOnlySet<ObjectiveId>> Handle(ObjectivesOnScorecards request, CancellationToken cancellationToken)
    {
        if (request.Objectives.Count == 0)
            return new HashSet<ObjectiveId>();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.ScorecardItems.Where(i => EF.Parameter(request.Objectives).Contains(i.ObjectiveId)).Select(i => i.ObjectiveId).ToHashSetAsync(cancellationToken);
    }
}
