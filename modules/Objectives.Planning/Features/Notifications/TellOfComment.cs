using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Features.Notifications;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Notifications;

/// <summary>Tells the objective's owner what was said about it, and those who are named in it, as far as they may read it.</summary>
internal sealed class TellOfComment(PlanningDb db, IMediator mediator, Notifying notifying) : Notifier<CommentMade>(db, notifying)
{
    public static readonly NotificationKind Commented = new(
        "COMMENTED", a => new($"{a["by"]} comments on: {a["objective"]}", $"{a["by"]}评论了：{a["objective"]}"), a => a.AsItIs("text"));

    public static readonly NotificationKind Mentioned = new(
        "MENTIONED", a => new($"{a["by"]} mentions you: {a["objective"]}", $"{a["by"]}提到了您：{a["objective"]}"), a => a.AsItIs("text"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(CommentMade @event, CancellationToken cancellationToken) => NoticesOfAsync([@event], cancellationToken);

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(IReadOnlyList<CommentMade> events, CancellationToken cancellationToken)
    {
        var (ids, objectiveIds) = (events.Select(e => e.CommentId).ToList(), events.Select(e => e.ObjectiveId).Distinct().ToList());
        var objectives = await _db.Objectives.Where(o => objectiveIds.Contains(o.ObjectiveId)).Select(o => new Subject(o.ObjectiveId, o.Title, o.Level, o.OwnerId, o.UnitId)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var texts = await _db.Comments.Where(c => ids.Contains(c.Id) && c.RemovedAt == null).Select(c => new { c.Id, c.Text }).ToDictionaryAsync(c => c.Id, c => c.Text, cancellationToken);
        var names = await _notifying.NamesAsync(events.Select(e => e.ById), cancellationToken);
        var notices = new List<Notice>();
        foreach (var @event in events)
        {
            if (!texts.TryGetValue(@event.CommentId, out var text))
                continue;
            var objective = objectives[@event.ObjectiveId];
            var mentioned = await ReadersAmongAsync([.. @event.MentionedIds.Where(p => p != @event.ById)], objective, cancellationToken);
            var arguments = new Dictionary<string, string> { ["by"] = names(@event.ById), ["objective"] = objective.Title, ["text"] = text };
            notices.Add(new(Mentioned, mentioned, "Objective", objective.Id.Value, arguments));
            notices.Add(new(Commented, new[] { objective.OwnerId }.Where(p => p != @event.ById && !mentioned.Contains(p)), "Objective", objective.Id.Value, arguments));
        }
        return notices;
    }

    private async Task<List<PersonId>> ReadersAmongAsync(IReadOnlyList<PersonId> people, Subject objective, CancellationToken cancellationToken)
    {
        var readers = new List<PersonId>();
        if (people.Count == 0)
            return readers;
        foreach (var person in (await mediator.Send(new CorrespondentsOf(people), cancellationToken)).Values)
        {
            var sight = new ObjectiveSight(new Caller(person.Id, person.UnitId, person.Locale, person.Roles), await mediator.Send(new SightOf(person.Id), cancellationToken));
            if (sight.MayRead(objective.Level, objective.OwnerId, objective.UnitId))
                readers.Add(person.Id);
        }
        return readers;
    }

    private sealed record Subject(ObjectiveId Id, string Title, ObjectiveLevel Level, PersonId OwnerId, UnitId UnitId);
}
