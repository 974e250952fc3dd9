using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Support;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Agenda;

/// <summary>Help that the caller is asked for, and what was declined that he decides as the nearest common superior (S6.2).</summary>
internal sealed class SupportToAnswer(SupportReader reader, IMediator mediator, CallContext call) : IAgendaSource
{
    private const int MaxLength = 80;

    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var sight = await mediator.Send(new SightOf(caller.Id), cancellationToken);
        var waiting = await reader.ReadAsync(db => Open(db, caller, sight), cancellationToken);
        return [.. waiting.Where(r => r.ViewerMay.Contains(SupportStatus.Declined)).Select(r => AgendaItem.Of(AgendaKind.AnswerSupportRequest, new Contracts.Planning.SupportRequestId(r.Id), TitleOf(r), r.NeededBy))];
    }

    private static IQueryable<SupportRequest> Open(PlanningDb db, Caller caller, Sight sight)
    {
        var (me, isExecutive, led, below) = (caller.Id, caller.Is(Role.Executive), sight.LedUnitIds, sight.SubordinateIds);
        var changeable =
            from o in db.Objectives
            join c in db.Cycles on o.CycleId equals c.Id
            where o.Status != ObjectiveStatus.Withdrawn && o.Status != ObjectiveStatus.Achieved && o.Status != ObjectiveStatus.Missed
            where c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution
            select o.ObjectiveId;
        return db.SupportRequests.Where(r => (r.Status == SupportStatus.Requested || (r.Status == SupportStatus.Declined && !r.IsFinal)) && changeable.Contains(r.ObjectiveId)
            && (isExecutive || r.FromPersonId == me || EF.Parameter(led).Contains(r.FromUnitId!.Value) || EF.Parameter(below).Contains(r.FromPersonId!.Value)));
    }

    private static Platform.Results.Text TitleOf(SupportRequestModel request)
    {
        var what = request.What.Split('\n', 2)[0].Trim();
        if (what.Length > MaxLength)
            what = what[..MaxLength] + "…";
        return request.Status == SupportStatus.Requested
            ? new($"Answer the request for help: {what}", $"答复支持请求：{what}")
            : new($"Decide on the help that was declined: {what}", $"裁定被拒绝的支持请求：{what}");
    }
}
