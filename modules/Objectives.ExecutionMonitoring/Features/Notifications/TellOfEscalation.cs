using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.ExecutionMonitoring.Features.Notifications;

/// <summary>Tells the next above that nobody has reported at a control point that was missed (S7.1).</summary>
internal sealed class TellOfEscalatedPoint(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<ControlPointEscalated>(db, notifying)
{
    public static readonly NotificationKind StillMissing = new(
        "CONTROL_POINT_STILL_MISSING", a => new($"{a["owner"]} has still not reported at {a.Day("date").English}: {a["objective"]}", $"{a["owner"]}仍未填报 {a.Day("date").Chinese} 的进展：{a["objective"]}"),
        _ => new("Those between you were told before. See to it that it is reported.", "中间各级领导此前已收到提醒，请督促填报。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ControlPointEscalated @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        return
        [
            new(StillMissing, [@event.ToId], "ControlPoint", @event.ControlPointId.Value, new()
            {
                ["owner"] = await _notifying.NameAsync(objective.OwnerId, cancellationToken), ["objective"] = objective.Title, ["date"] = $"{@event.Date:yyyy-MM-dd}",
            }),
        ];
    }
}

/// <summary>Tells the next above of a deviation about which nobody has decided (S7.4).</summary>
internal sealed class TellOfEscalatedDeviation(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<DeviationEscalated>(db, notifying)
{
    public static readonly NotificationKind Escalated = new(
        "DEVIATION_ESCALATED", a => new($"Nobody has taken the deviation of {a["owner"]} in hand: {a["objective"]}", $"{a["owner"]}的偏差至今无人处理：{a["objective"]}"), DeviationNews.Severity);

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(DeviationEscalated @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        return
        [
            new(Escalated, [@event.ToId], "Deviation", @event.DeviationId.Value, new()
            {
                ["owner"] = await _notifying.NameAsync(@event.OwnerId, cancellationToken), ["objective"] = objective.Title, ["severity"] = @event.Severity.ToString(),
            }),
        ];
    }
}

/// <summary>A follow-up that is overdue is told whoever owes it, and escalates to his superior (S7.2).</summary>
internal sealed class TellOfMissedFollowUp(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<FollowUpMissed>(db, notifying)
{
    public static readonly NotificationKind Missed = new(
        "FOLLOW_UP_MISSED", a => new($"Your answer to {a["by"]}'s report of {a.Day("date").English} is overdue: {a["objective"]}", $"您对{a["by"]} {a.Day("date").Chinese} 报告的跟进已逾期：{a["objective"]}"),
        _ => new("The policy's time for it is over. Answer it now.", "跟进期限已过，请尽快跟进。"));

    public static readonly NotificationKind Escalated = new(
        "FOLLOW_UP_ESCALATED", a => new($"{a["leader"]} has not followed up {a["by"]}'s report of {a.Day("date").English}: {a["objective"]}", $"{a["leader"]}未跟进{a["by"]} {a.Day("date").Chinese} 的报告：{a["objective"]}"),
        _ => new("The policy's time for it is over. Ask what is the matter.", "跟进期限已过，请了解原因。"));

    private readonly ExecutionMonitoringDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(FollowUpMissed @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var report = await _db.ProgressReports.AsNoTracking().SingleAsync(r => r.Id == @event.ProgressReportId, cancellationToken);
        var leaders = await _notifying.LeadersOfAsync(objective.OwnerId, cancellationToken);
        var above = (await mediator.Send(new Superiors([objective.OwnerId]), cancellationToken))[objective.OwnerId].Skip(1).Take(1);
        var arguments = new Dictionary<string, string>
        {
            ["by"] = await _notifying.NameAsync(report.ById, cancellationToken), ["leader"] = leaders is [var leader, ..] ? await _notifying.NameAsync(leader, cancellationToken) : string.Empty,
            ["objective"] = objective.Title, ["date"] = $"{report.Date:yyyy-MM-dd}",
        };
        return [new(Missed, leaders.Where(p => p != report.ById), "ProgressReport", report.Key, arguments), new(Escalated, above, "ProgressReport", report.Key, arguments)];
    }
}

/// <summary>What a meeting resolved and was not done by its day is told whoever is responsible, and escalates to the leader of the meeting's unit (S7.4).</summary>
internal sealed class TellOfOverdueResolution(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<ResolutionOverdue>(db, notifying)
{
    public static readonly NotificationKind Overdue = new(
        "RESOLUTION_OVERDUE", a => new($"Not done by {a.Day("due").English}: {a["text"]}", $"未在 {a.Day("due").Chinese} 前落实：{a["text"]}"), _ => new("The office meeting has resolved it. Report it done, or say what is in the way.", "此为办公会议决议，请尽快落实并报告完成，或说明困难。"));

    public static readonly NotificationKind Escalated = new(
        "RESOLUTION_ESCALATED", a => new($"{a["responsible"]} has not carried out by {a.Day("due").English}: {a["text"]}", $"{a["responsible"]}未在 {a.Day("due").Chinese} 前落实：{a["text"]}"), _ => new("Your office meeting has resolved it.", "此为贵单位办公会议决议。"));

    private readonly ExecutionMonitoringDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ResolutionOverdue @event, CancellationToken cancellationToken)
    {
        var text = await _db.Resolutions.Where(r => r.Id == @event.ResolutionId).Select(r => r.Text).SingleAsync(cancellationToken);
        var leaders = (await mediator.Send(new LeadersOf([@event.UnitId]), cancellationToken)).Values.Where(p => p != @event.ResponsibleId);
        var arguments = new Dictionary<string, string> { ["responsible"] = await _notifying.NameAsync(@event.ResponsibleId, cancellationToken), ["due"] = $"{@event.Due:yyyy-MM-dd}", ["text"] = text };
        return
        [
            new(Overdue, [@event.ResponsibleId], "Resolution", @event.ResolutionId.Value, arguments),
            new(Escalated, leaders, "Resolution", @event.ResolutionId.Value, arguments),
        ];
    }
}
