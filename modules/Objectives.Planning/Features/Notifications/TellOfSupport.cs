using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Support;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Planning.Features.Notifications;

/// <summary>Tells who answers that help is asked of him (S6.2).</summary>
internal sealed class TellOfRequest(PlanningDb db, SupportParties parties, Notifying notifying) : Notifier<SupportRequested>(db, notifying)
{
    public static readonly NotificationKind Requested = new(
        "SUPPORT_REQUESTED",
        a => new($"{a["by"]} asks for help by {a.Day("neededBy").English}: {a["objective"]}", $"{a["by"]}请求在 {a.Day("neededBy").Chinese} 前提供支持：{a["objective"]}"),
        a => a.AsItIs("what"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(SupportRequested @event, CancellationToken cancellationToken)
    {
        var (request, objective, place) = await SupportNews.ReadAsync(_db, parties, @event.SupportRequestId, cancellationToken);
        IEnumerable<PersonId> to = place.ReceiverId is { } receiver ? [receiver] : await _notifying.LeadersOfAsync(objective.OwnerId, cancellationToken);
        return
        [
            new(Requested, to.Where(p => p != request.RequestedById), "SupportRequest", request.Id.Value, new()
            {
                ["by"] = await _notifying.NameAsync(request.RequestedById, cancellationToken), ["objective"] = objective.Title, ["what"] = request.What, ["neededBy"] = $"{request.NeededBy:yyyy-MM-dd}",
            }),
        ];
    }
}

/// <summary>Tells who asked what he is answered; and whoever decides when help was declined.</summary>
internal sealed class TellOfAnswer(PlanningDb db, SupportParties parties, Notifying notifying) : Notifier<SupportAnswered>(db, notifying)
{
    public static readonly NotificationKind Answered = new(
        "SUPPORT_ANSWERED",
        a => a["status"] switch
        {
            nameof(SupportStatus.Agreed) => new($"{a["by"]} promises help: {a["objective"]}", $"{a["by"]}同意提供支持：{a["objective"]}"),
            nameof(SupportStatus.Declined) => new($"{a["by"]} declines to help: {a["objective"]}", $"{a["by"]}拒绝提供支持：{a["objective"]}"),
            _ => new($"{a["by"]} says that help was given: {a["objective"]}", $"{a["by"]}确认支持已兑现：{a["objective"]}"),
        },
        a => a.AsItIs("answer"));

    public static readonly NotificationKind ToDecide = new(
        "SUPPORT_TO_DECIDE", a => new($"Help was declined; you decide: {a["objective"]}", $"支持请求被拒绝，请您裁定：{a["objective"]}"), a => new($"{a["what"]}\n{a["by"]}: {a["answer"]}", $"{a["what"]}\n{a["by"]}：{a["answer"]}"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(SupportAnswered @event, CancellationToken cancellationToken)
    {
        var (request, objective, place) = await SupportNews.ReadAsync(_db, parties, @event.SupportRequestId, cancellationToken);
        if (request.AnsweredById is not { } by)
            return [];
        var arguments = new Dictionary<string, string>
        {
            ["by"] = await _notifying.NameAsync(by, cancellationToken), ["objective"] = objective.Title, ["what"] = request.What, ["status"] = request.Status.ToString(), ["answer"] = request.Answer ?? string.Empty,
        };
        IEnumerable<PersonId> concerned = [request.RequestedById, objective.OwnerId, .. request.Status == SupportStatus.Fulfilled && place.ReceiverId is { } receiver ? [receiver] : Array.Empty<PersonId>()];
        var notices = new List<Notice> { new(Answered, concerned.Where(p => p != by), "SupportRequest", request.Id.Value, arguments) };
        if (request is { Status: SupportStatus.Declined, IsFinal: false })
        {
            IEnumerable<PersonId> deciders = place.CommonSuperiorId is { } common ? [common] : await _notifying.LeadersOfAsync(objective.OwnerId, cancellationToken);
            notices.Add(new(ToDecide, deciders.Where(p => p != by), "SupportRequest", request.Id.Value, arguments));
        }
        return notices;
    }
}

internal static class SupportNews
{
    public static async Task<(SupportRequest Request, Objective Objective, SupportPlace Place)> ReadAsync(PlanningDb db, SupportParties parties, SupportRequestId id, CancellationToken cancellationToken)
    {
        var request = await db.SupportRequests.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        var objective = await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
        return (request, objective, (await parties.OfAsync([(request, objective.OwnerId)], cancellationToken))[0]);
    }
}
