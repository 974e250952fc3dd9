using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Cycles;

/// <summary>One statement, however many objectives are asked for.</summary>
internal sealed class ReadClosedMonths(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<ClosedMonths, IReadOnlyDictionary<ObjectiveId, IReadOnlySet<DateOnly>>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlySet<DateOnly>>> Handle(ClosedMonths request, CancellationToken cancellationToken)
    {
        var asked = request.Objectives;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Objectives.Where(o => EF.Parameter(asked).Contains(o.ObjectiveId))
            .Join(db.Cycles, o => o.CycleId, c => c.Id, (o, c) => new { o.ObjectiveId, c.Id, c.Status, c.Start, c.End, c.ClosedMonths }).ToListAsync(cancellationToken);
        var closed = rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => CycleMonths.ClosedFirstDays(r.Status, r.Start, r.End, r.ClosedMonths));
        return rows.ToDictionary(r => r.ObjectiveId, r => closed[r.Id]);
    }
}
