using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Cycles;

internal sealed class ReadCyclesCarriedOut(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<CyclesCarriedOut, IReadOnlyList<CycleId>>
{
    public async Task<IReadOnlyList<CycleId>> Handle(CyclesCarriedOut request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Cycles.Where(c => c.Status == CycleStatus.Execution || c.Status == CycleStatus.Appraisal).OrderBy(c => c.Start).Select(c => c.Id).ToListAsync(cancellationToken);
    }
}
