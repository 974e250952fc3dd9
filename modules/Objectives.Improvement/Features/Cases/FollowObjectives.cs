using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Cases;

/// <summary>Cases go with their objectives to another owner or unit.</summary>
internal sealed class CasesFollowObjectives(ImprovementDb db, IMediator mediator, BusinessClock clock, CommandGate gate, Recorder recorder) : Consumer<ObjectiveTermsChanged>(db, clock, gate, recorder)
{
    private readonly ImprovementDb _db = db;

    protected override async Task HandleAsync(ObjectiveTermsChanged @event, CancellationToken cancellationToken)
    {
        var ids = @event.ObjectiveIds;
        var cases = await _db.Cases.Where(c => EF.Parameter(ids).Contains(c.ObjectiveId)).ToListAsync(cancellationToken);
        if (cases.Count == 0)
            return;
        var objectives = await mediator.Send(new ObjectiveFramesOf([.. cases.Select(c => c.ObjectiveId).Distinct()]), cancellationToken);
        foreach (var known in cases)
            known.Follow(objectives[known.ObjectiveId].UnitId, objectives[known.ObjectiveId].OwnerId);
    }
}
