using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Agenda;

/// <summary>Those whom the caller leads and whose readiness nobody has assessed, while a cycle is prepared or set (S4.1); due when the first of these begins.</summary>
internal sealed class ReadinessToAssess(IDbContextFactory<DevelopmentDb> dbs, IMediator mediator, DevelopmentSight sight, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var led = await sight.LedAsync(cancellationToken);
        if (led.Count == 0)
            return [];
        var beingSet = (await mediator.Send(new ReadinessThresholds(), cancellationToken)).Where(c => c.IsBeingSet).ToList();
        if (beingSet.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var assessed = await db.Readiness.Where(r => EF.Parameter(led).Contains(r.PersonId)).Select(r => r.PersonId).ToHashSetAsync(cancellationToken);
        List<PersonId> waiting = [.. led.Where(p => !assessed.Contains(p))];
        if (waiting.Count == 0)
            return [];
        var names = await mediator.Send(new CorrespondentsOf(waiting), cancellationToken);
        var due = beingSet.Min(c => c.Start);
        return [.. waiting.Where(names.ContainsKey).Select(p => AgendaItem.Of(AgendaKind.AssessReadiness, p, new($"Assess whether {names[p].Name} is ready to commit", $"评估{names[p].Name}的承诺准备度"), due))];
    }
}
