using Microsoft.EntityFrameworkCore;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Briefings;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Agenda;

/// <summary>What was published to the caller and he has not acknowledged (S4.2, S6.10), while his cycle's objectives can still change.</summary>
internal sealed class BriefingsToAcknowledge(IDbContextFactory<PlanningDb> dbs, BriefingAccess access, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var (me, above) = (call.Caller.Id, (await access.SightAsync(cancellationToken)).AddressedThrough);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var waiting = await (
            from b in db.Briefings.Where(b => b.RemovedAt == null && b.PublishedById != me && EF.Parameter(above).Contains(b.UnitId))
            join c in db.Cycles on b.CycleId equals c.Id
            where c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution
            where !db.Acknowledgements.Any(a => a.BriefingId == b.Id && a.PersonId == me)
            select new { b.Id, b.Title }).ToListAsync(cancellationToken);
        return waiting.ConvertAll(b => AgendaItem.Of(AgendaKind.AcknowledgeBriefing, b.Id, new($"Read and acknowledge: {b.Title}", $"阅读并确认：{b.Title}")));
    }
}
