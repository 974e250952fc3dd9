using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>When a cycle is closed its scorecards keep the figures that they have; what is corrected later is corrected there, and changes no score.</summary>
internal sealed class FreezeScorecards(PerformanceLinkageDb db, CardFigures cards, IMediator mediator, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<CycleMoved>(db, clock, gate, recorder)
{
    private readonly PerformanceLinkageDb _db = db;

    protected override async Task HandleAsync(CycleMoved @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new AppraisalCalendars([@event.CycleId]), cancellationToken)).GetValueOrDefault(@event.CycleId)?.Stage != CycleStage.Closed)
            return;
        var open = await _db.Scorecards.Include(s => s.Items).Where(s => s.CycleId == @event.CycleId && s.FrozenAt == null).AsSplitQuery().ToListAsync(cancellationToken);
        var attainments = await cards.AttainmentsAsync(open, cancellationToken);
        foreach (var card in open)
            card.Freeze(attainments, Now);
    }
}
