using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Agenda;

/// <summary>Weights after an exemption that wait for the leader, or for HR (S7.6).</summary>
internal sealed class RebalancesToSettle(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var (me, isHr, led) = (caller.Id, caller.Is(Role.Hr), await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken));
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var waiting = await (
            from r in db.Rebalances
            join s in db.Scorecards on r.ScorecardId equals s.Id
            where s.PersonId != me
                && ((r.Status == RebalanceStatus.HrDecision && isHr) || ((r.Status == RebalanceStatus.Proposed || r.Status == RebalanceStatus.Requested) && EF.Parameter(led).Contains(s.PersonId)))
            select new
            {
                r.Id, r.Status, s.PersonId,
                Exempt = db.ScorecardItems.Where(i => i.ScorecardId == s.Id && i.ExemptedById == r.CauseId).Select(i => (ObjectiveId?)i.ObjectiveId).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return [];
        var names = await mediator.Send(new CorrespondentsOf([.. waiting.Select(r => r.PersonId).Distinct()]), cancellationToken);
        var objectives = await mediator.Send(new ObjectiveNamesOf([.. waiting.Select(r => r.Exempt).OfType<ObjectiveId>().Distinct()]), cancellationToken);
        return waiting.ConvertAll(r =>
        {
            var name = names[r.PersonId].Name;
            var about = r.Exempt is { } id && objectives.GetValueOrDefault(id) is { } objective ? new Text(objective.Title, objective.Title) : new Text("an exemption was taken back", "免考已撤销");
            return r.Status == RebalanceStatus.HrDecision
                ? AgendaItem.Of(AgendaKind.DecideRebalance, r.Id, new Text($"Decide the weights of {name}: {about.English}", $"裁定{name}的考核权重：{about.Chinese}"))
                : AgendaItem.Of(AgendaKind.ConfirmRebalance, r.Id, new Text($"Confirm the weights of {name} after an exemption: {about.English}", $"确认{name}免考后的权重调整：{about.Chinese}"));
        });
    }
}
