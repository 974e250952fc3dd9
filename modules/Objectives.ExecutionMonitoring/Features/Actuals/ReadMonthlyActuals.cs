using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

internal sealed class MonthlyActualsHandler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IRequestHandler<MonthlyActuals, IReadOnlyList<MonthlyActual>>
{
    public async Task<IReadOnlyList<MonthlyActual>> Handle(MonthlyActuals request, CancellationToken cancellationToken)
    {
        if (request.Objectives.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var objectives = request.Objectives;
        var rows = await db.Actuals.Where(a => EF.Parameter(objectives).Contains(a.ObjectiveId) && !db.Actuals.Any(c => c.CorrectsId == a.Id))
            .Select(a => new { a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator, a.ReportedAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Where(a => a.Period.Granularity == PeriodGranularity.Month)
            .GroupBy(a => (a.ObjectiveId, a.Period))
            .Select(g => g.MaxBy(a => a.ReportedAt)!)
            .Select(a => new MonthlyActual(a.ObjectiveId, a.Period.Start, a.Value, a.Numerator, a.Denominator))];
    }
}
