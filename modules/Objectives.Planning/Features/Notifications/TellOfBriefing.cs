using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Planning.Features.Notifications;

/// <summary>Tells everyone whom a briefing addresses that it was published (S4.2, S6.10).</summary>
internal sealed class TellOfBriefing(PlanningDb db, IMediator mediator, Notifying notifying) : Notifier<BriefingPublished>(db, notifying)
{
    public static readonly NotificationKind Published = new(
        "BRIEFING_PUBLISHED", a => new($"To be read: {a["title"]}", $"待阅读：{a["title"]}"), a => new($"Published by {a["by"]}. Read it and say that you have.", $"由{a["by"]}发布，请阅读并确认。"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(BriefingPublished @event, CancellationToken cancellationToken)
    {
        var briefing = await _db.Briefings.Where(b => b.Id == @event.BriefingId && b.RemovedAt == null).Select(b => new { b.Title }).SingleOrDefaultAsync(cancellationToken);
        if (briefing is null)
            return [];
        var members = await mediator.Send(new MembersOf(await mediator.Send(new UnitsUnder(@event.UnitId), cancellationToken)), cancellationToken);
        return
        [
            new(Published, members.Select(m => m.PersonId).Where(p => p != @event.PublishedById), "Briefing", @event.BriefingId.Value, new()
            {
                ["title"] = briefing.Title, ["by"] = await _notifying.NameAsync(@event.PublishedById, cancellationToken),
            }),
        ];
    }
}
