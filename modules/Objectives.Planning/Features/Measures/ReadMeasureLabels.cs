using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;

namespace Objectives.Planning.Features.Measures;

internal sealed class ReadMeasureLabels(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<MeasureLabels, IReadOnlyDictionary<MeasureId, MeasureLabel>>
{
    public async Task<IReadOnlyDictionary<MeasureId, MeasureLabel>> Handle(MeasureLabels request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Measures.Select(m => new { m.Id, m.Code, m.Name, m.UnitOfMeasure }).ToDictionaryAsync(m => m.Id, m => new MeasureLabel(m.Code, m.Name, m.UnitOfMeasure), cancellationToken);
    }
}
