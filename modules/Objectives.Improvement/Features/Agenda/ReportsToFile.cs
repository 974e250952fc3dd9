using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Agenda;

/// <summary>Improvement reports that the caller is to file, by their day; and those that are missing of whom he leads (S7.10).</summary>
internal sealed class ReportsToFile(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var (me, led) = (caller.Id, await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken));
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var running = await db.Cases.Where(c => c.Status == ImprovementStatus.InProgress && (c.ResponsibleId == me || EF.Parameter(led).Contains(c.ResponsibleId!.Value)))
            .Select(c => new { c.Id, c.CycleId, c.Title, ResponsibleId = c.ResponsibleId!.Value, Due = c.NextReportDue!.Value }).ToListAsync(cancellationToken);
        if (running.Count == 0)
            return [];
        var calendars = await mediator.Send(new CycleCalendars([.. running.Select(c => c.CycleId).Distinct()]), cancellationToken);
        var owed = running.FindAll(c => c.ResponsibleId == me || c.Due < calendars[c.CycleId].Today);
        List<PersonId> others = [.. owed.Select(c => c.ResponsibleId).Where(p => p != me).Distinct()];
        var names = others.Count == 0 ? null : await mediator.Send(new CorrespondentsOf(others), cancellationToken);
        return owed.ConvertAll(c => AgendaItem.Of(
            AgendaKind.FileImprovementReport, c.Id,
            c.ResponsibleId == me
                ? new($"File the improvement report: {c.Title}", $"提交改善报告：{c.Title}")
                : new($"{names![c.ResponsibleId].Name} has not filed the improvement report: {c.Title}", $"{names[c.ResponsibleId].Name}未提交改善报告：{c.Title}"), c.Due));
    }
}
