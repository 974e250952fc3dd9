using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Negotiation;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Agenda;

/// <summary>Targets that the other side stands by and the caller has not answered, or rejected so that he is to propose another (S6.6), and agreed objectives that lack his signature (S5.6).</summary>
internal sealed class CommitmentsToSettle(IDbContextFactory<PlanningDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var titles = await OpenAsync(cancellationToken);
        if (titles.Count == 0)
            return [];
        var states = await mediator.Send(new NegotiationStatesOf.Query([.. titles.Keys]), cancellationToken);
        return [.. states.Where(s => s.Value is not null).SelectMany(s => Owed(s.Key, titles[s.Key].Title, titles[s.Key].IsAgreed, s.Value!))];
    }

    /// <summary>What the caller may be a side or a signatory of: his own, those of whom he leads, his team's.</summary>
    private async Task<Dictionary<ObjectiveId, (string Title, bool IsAgreed)>> OpenAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        List<PersonId> owners = [caller.Id, .. await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken)];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await (
            from o in db.Objectives
            join c in db.Cycles on o.CycleId equals c.Id
            where c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution
            where (o.Status == ObjectiveStatus.Negotiating && EF.Parameter(owners).Contains(o.OwnerId))
                || (o.Status == ObjectiveStatus.Agreed && (EF.Parameter(owners).Contains(o.OwnerId) || (o.Level == ObjectiveLevel.Team && o.UnitId == caller.UnitId)))
            select new { o.ObjectiveId, o.Title, o.Status }).ToListAsync(cancellationToken);
        return found.ToDictionary(o => o.ObjectiveId, o => (o.Title, o.Status == ObjectiveStatus.Agreed));
    }

    private IEnumerable<AgendaItem> Owed(ObjectiveId id, string title, bool isAgreed, NegotiationStateModel state)
    {
        if (isAgreed)
        {
            if (state.MissingSignatures.Any(m => m.ById is { } by ? by == call.Caller.Id : state.ViewerSide == NegotiationSide.Leader))
                yield return AgendaItem.Of(AgendaKind.SignCommitment, id, new($"Sign the commitment: {title}", $"签署目标承诺：{title}"));
        }
        else if ((state.ViewerSide, state.RejectedBy) is (NegotiationSide.Owner, NegotiationSide.Leader) or (NegotiationSide.Leader, NegotiationSide.Owner))
            yield return AgendaItem.Of(AgendaKind.AnswerProposal, id, new($"Propose another target, the last was rejected: {title}", $"目标值被拒绝，请另行提议：{title}"));
        else if (state.ViewerSide == NegotiationSide.Owner ? state is { LeaderStands: true, OwnerStands: false } : state is { ViewerSide: NegotiationSide.Leader, OwnerStands: true, LeaderStands: false })
            yield return AgendaItem.Of(AgendaKind.AnswerProposal, id, new($"Answer the proposed target: {title}", $"答复提议的目标值：{title}"));
    }
}
