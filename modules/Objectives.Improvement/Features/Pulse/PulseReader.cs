using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Pulse;

/// <summary>What was answered, quarter by quarter, of which <see cref="PulseBoard"/> tells what hides each one's. One statement, however many answered.</summary>
internal sealed class PulseReader(IDbContextFactory<ImprovementDb> dbs, IMediator mediator)
{
    /// <returns>Without quarters in which nobody answered.</returns>
    public async Task<IReadOnlyList<(Period Period, PulseBoard Board)>> ReadAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var sums = await db.PulseAnswers.Where(a => a.CycleId == cycle).GroupBy(a => new { a.Period, a.UnitId }).Select(g => new
        {
            g.Key.Period, g.Key.UnitId, Count = g.Count(), Attainable = g.Sum(a => a.Attainable), Support = g.Sum(a => a.ExecutiveSupport), Trust = g.Sum(a => a.TrustInLeader), Fairness = g.Sum(a => a.Fairness),
            Encouragement = g.Sum(a => a.Encouragement), Paperwork = g.Sum(a => a.Paperwork),
        }).ToListAsync(cancellationToken);
        var above = sums.Count == 0 ? new Dictionary<UnitId, IReadOnlyList<UnitId>>() : await mediator.Send(new UnitsAbove([.. sums.Select(s => s.UnitId).Distinct()]), cancellationToken);
        return
        [
            .. sums.GroupBy(s => s.Period).OrderBy(g => g.Key)
                .Select(g => (Period: g.Key, Board: new PulseBoard(g.Select(s => (s.UnitId, new PulseTally(s.Count, [s.Attainable, s.Support, s.Trust, s.Fairness, s.Encouragement, s.Paperwork]))), above))),
        ];
    }
}
