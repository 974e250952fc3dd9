using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;

namespace Objectives.Development.Features.Gaps;

internal sealed class ReadUnplannedGaps(IDbContextFactory<DevelopmentDb> dbs) : IRequestHandler<UnplannedCompetencyGaps, IReadOnlyDictionary<ObjectiveId, int>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, int>> Handle(UnplannedCompetencyGaps request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var gaps = await db.GapsAsync(request.Objectives.ToDictionary(o => o.ObjectiveId, o => o.OwnerId), _ => request.By, cancellationToken);
        return gaps.Where(g => !g.Planned).GroupBy(g => g.Need.ObjectiveId).ToDictionary(g => g.Key, g => g.Count());
    }
}
