using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Cycles;

internal sealed class ReadReadinessThresholds(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<ReadinessThresholds, IReadOnlyList<ReadinessThreshold>>
{
    public async Task<IReadOnlyList<ReadinessThreshold>> Handle(ReadinessThresholds request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Cycles.OrderByDescending(c => c.Start).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.Start, c.Status, c.Policy.ReadinessThreshold }).ToListAsync(cancellationToken);
        return rows.ConvertAll(c => new ReadinessThreshold(c.Id, c.Start, c.Status is CycleStatus.Preparation or CycleStatus.Setting, c.ReadinessThreshold));
    }
}
