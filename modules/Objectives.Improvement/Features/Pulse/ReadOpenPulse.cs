using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Pulse;

/// <param name="Until">Its last day.</param>
internal sealed record OpenPulseModel(Period Period, DateOnly Until, bool Answered);

/// <summary>The survey that the caller can answer today, or has (S5.7); null while the cycle is not carried out, and for auditors.</summary>
internal static class ReadOpenPulse
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId) : IQuery<OpenPulseModel?>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, CallContext call) : IQueryHandler<Query, OpenPulseModel?>
    {
        public async Task<OpenPulseModel?> Handle(Query request, CancellationToken cancellationToken)
        {
            var calendar = (await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId);
            if (calendar is null || call.Caller.ReadOnly || !PulseAnswer.IsOpen(calendar))
                return null;
            var (me, quarter) = (call.Caller.Id, PulseAnswer.QuarterOf(calendar.Today));
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var answered = await db.PulseReceipts.AnyAsync(r => r.PersonId == me && r.CycleId == request.CycleId && r.Period == quarter, cancellationToken);
            return new(quarter, quarter.End.AddDays(-1), answered);
        }
    }
}
