using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

/// <summary>An approved revision exempts the objective's item; taken back, it counts again (S7.5, S7.6).</summary>
internal sealed class ScorecardFollowsRevision(PerformanceLinkageDb db, CardFigures cards, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<TargetRevisionDecided>(db, clock, gate, recorder)
{
    protected override async Task HandleAsync(TargetRevisionDecided @event, CancellationToken cancellationToken)
    {
        if (@event.Outcome is not (TargetRevisionOutcome.Approved or TargetRevisionOutcome.Undone))
            return;
        foreach (var card in await cards.Whole.Where(s => s.Items.Any(i => i.ObjectiveId == @event.ObjectiveId)).ToListAsync(cancellationToken))
        {
            var scores = await cards.RuleScoresAsync(card, cancellationToken);
            if (@event.Outcome == TargetRevisionOutcome.Approved)
                card.Exempt(@event.ObjectiveId, @event.TargetRevisionId, scores, Now);
            else
                card.Readmit(@event.TargetRevisionId, scores, Now);
        }
    }
}
