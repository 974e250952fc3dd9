using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.ExecutionMonitoring.Features.Notifications;

/// <summary>Tells whoever leads the owner that he has reported (S7.2).</summary>
internal sealed class TellOfReport(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<ProgressReported>(db, notifying)
{
    public static readonly NotificationKind Reported = new(
        "PROGRESS_REPORTED", a => new($"{a["by"]} has reported at {a.Day("date").English}: {a["objective"]}", $"{a["by"]}已填报 {a.Day("date").Chinese} 的进展：{a["objective"]}"),
        a => new($"{a["review"]}\nConfidence {a["confidence"]} of 5.", $"{a["review"]}\n信心 {a["confidence"]}（满分 5）。"));

    private readonly ExecutionMonitoringDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ProgressReported @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var report = await _db.ProgressReports.AsNoTracking().SingleAsync(r => r.Id == @event.ProgressReportId, cancellationToken);
        return
        [
            new(Reported, (await _notifying.LeadersOfAsync(objective.OwnerId, cancellationToken)).Where(p => p != @event.ById), "ProgressReport", report.Key, new()
            {
                ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["objective"] = objective.Title, ["date"] = $"{report.Date:yyyy-MM-dd}", ["review"] = report.SelfReview, ["confidence"] = $"{report.Confidence}",
            }),
        ];
    }
}

/// <summary>Tells who reported what he is answered (S7.2).</summary>
internal sealed class TellOfFollowUp(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<ProgressFollowedUp>(db, notifying)
{
    public static readonly NotificationKind FollowedUp = new(
        "PROGRESS_FOLLOWED_UP", a => new($"{a["by"]} has followed up your report of {a.Day("date").English}: {a["objective"]}", $"{a["by"]}跟进了您 {a.Day("date").Chinese} 的报告：{a["objective"]}"), a => a.AsItIs("guidance"));

    private readonly ExecutionMonitoringDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ProgressFollowedUp @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var report = await _db.ProgressReports.AsNoTracking().SingleAsync(r => r.Id == @event.ProgressReportId, cancellationToken);
        return
        [
            new(FollowedUp, [@event.ReportedById], "ProgressReport", report.Key, new()
            {
                ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["objective"] = objective.Title, ["date"] = $"{report.Date:yyyy-MM-dd}", ["guidance"] = report.Guidance ?? string.Empty,
            }),
        ];
    }
}

/// <summary>A control point without a report is told its owner, and escalates to his direct superior (S7.1).</summary>
internal sealed class TellOfMissedPoint(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<ControlPointMissed>(db, notifying)
{
    public static readonly NotificationKind Missed = new(
        "CONTROL_POINT_MISSED", a => new($"Your report at {a.Day("date").English} is missing: {a["objective"]}", $"您尚未填报 {a.Day("date").Chinese} 的进展：{a["objective"]}"),
        _ => new("Its time is over. Report now: your superior has been told.", "填报期限已过，请尽快填报。您的上级已收到提醒。"));

    public static readonly NotificationKind Escalated = new(
        "CONTROL_POINT_ESCALATED", a => new($"{a["owner"]} has not reported at {a.Day("date").English}: {a["objective"]}", $"{a["owner"]}未填报 {a.Day("date").Chinese} 的进展：{a["objective"]}"),
        _ => new("The time for it is over. Ask what is the matter.", "填报期限已过，请了解原因。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ControlPointMissed @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var arguments = new Dictionary<string, string> { ["owner"] = await _notifying.NameAsync(@event.OwnerId, cancellationToken), ["objective"] = objective.Title, ["date"] = $"{@event.Date:yyyy-MM-dd}" };
        return
        [
            new(Missed, [@event.OwnerId], "ControlPoint", @event.ControlPointId.Value, arguments),
            new(Escalated, await _notifying.LeadersOfAsync(@event.OwnerId, cancellationToken), "ControlPoint", @event.ControlPointId.Value, arguments),
        ];
    }
}
