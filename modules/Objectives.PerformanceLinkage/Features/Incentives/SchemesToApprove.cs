using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Schemes that someone else of HR has saved and the caller can approve (S5.5).</summary>
internal sealed class SchemesToApprove(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly || !caller.Is(Role.Hr))
            return [];
        var me = caller.Id;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var waiting = await db.IncentiveSchemes
            .Where(s => s.ApprovedById == null && s.FinalisedAt == null && s.SavedById != me && !db.Participants.Any(p => p.SchemeId == s.Id && p.PersonId == me))
            .Select(s => new { s.Id, s.Name, s.CycleId }).ToListAsync(cancellationToken);
        var cycles = waiting.Count == 0 ? new Dictionary<CycleId, CycleIncentives>() : await mediator.Send(new IncentiveTerms([.. waiting.Select(s => s.CycleId).Distinct()]), cancellationToken);
        return [.. waiting.Where(s => !cycles[s.CycleId].IsClosed).Select(s => AgendaItem.Of(AgendaKind.ApproveScheme, s.Id, new($"Approve the incentive scheme: {s.Name}", $"审批激励方案：{s.Name}")))];
    }
}
