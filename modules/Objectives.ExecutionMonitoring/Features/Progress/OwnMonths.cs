using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>The months of what was recorded for objectives themselves, each period as last corrected: one statement.</summary>
internal sealed class OwnMonths
{
    /// <param name="asOf">By when it was recorded; null for all.</param>
    public async Task<List<KeptMonth>> ReadAsync(ExecutionMonitoringDb db, IReadOnlyList<RollUpNode> nodes, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var ids = nodes.Select(n => n.Id).ToList();
        var recorded = db.Actuals.AsNoTracking();
        if (asOf is { } moment)
            recorded = recorded.Where(a => a.ReportedAt <= moment);
        var standing = await recorded.Where(a => EF.Parameter(ids).Contains(a.ObjectiveId) && !recorded.Any(c => c.CorrectsId == a.Id)).ToListAsync(cancellationToken);
        var entries = standing.ToLookup(a => a.ObjectiveId);
        var months = new List<KeptMonth>();
        foreach (var node in nodes.Where(n => entries.Contains(n.Id)))
        {
            var periods = entries[node.Id].ToDictionary(a => a.Period, a => new Figure(a.Value, a.Numerator, a.Denominator, []));
            foreach (var figure in MonthFigure.Of(periods, node.Aggregation.OverTime()))
                months.Add(KeptMonth.Of(node, figure, rolledUp: false, entries[node.Id].Where(a => a.Period.Contains(figure.Month)).Max(a => a.ReportedAt)));
        }
        return months;
    }
}
