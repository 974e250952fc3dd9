using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

internal sealed class ReadRecordedActuals(IDbContextFactory<ExecutionMonitoringDb> dbs) : IRequestHandler<RecordedActualsOf, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<RecordedActual>>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<RecordedActual>>> Handle(RecordedActualsOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var standing = await db.Actuals.AsNoTracking().Where(a => EF.Parameter(request.Objectives).Contains(a.ObjectiveId) && !db.Actuals.Any(c => c.CorrectsId == a.Id))
            .Select(a => new { a.ObjectiveId, a.Period, a.Value, a.Note }).ToListAsync(cancellationToken);
        return standing.GroupBy(a => a.ObjectiveId).ToDictionary(
            g => g.Key, g => (IReadOnlyList<RecordedActual>)[.. g.OrderBy(a => a.Period).Select(a => new RecordedActual(a.Period.Start, a.Period.End.AddDays(-1), a.Value, a.Note))]);
    }
}
