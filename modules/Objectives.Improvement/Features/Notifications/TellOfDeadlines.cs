using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Improvement.Features.Notifications;

/// <summary>The responsible person is reminded before a deadline; that it has passed, or that a report is missing, escalates to his superior and to whoever decided (S7.9, S7.10).</summary>
internal sealed class TellOfDeadlines(ImprovementDb db, Notifying notifying) : Notifier<ImprovementReminded>(db, notifying)
{
    public static readonly NotificationKind Near = new(
        "IMPROVEMENT_DUE", a => new($"Due on {a.Day("day").English}: the countermeasure for {a["objective"]}", $"{a.Day("day").Chinese} 到期：目标“{a["objective"]}”的改善对策"), _ => new("Carry it out and report it.", "请按期完成并提交改善报告。"));

    public static readonly NotificationKind Passed = new(
        "IMPROVEMENT_OVERDUE", a => new($"It was due on {a.Day("day").English}: the countermeasure for {a["objective"]}", $"已于 {a.Day("day").Chinese} 到期：目标“{a["objective"]}”的改善对策"),
        _ => new("Report how far it is: your superior has been told.", "请报告进度，您的上级已收到提醒。"));

    public static readonly NotificationKind PassedOfMember = new(
        "IMPROVEMENT_OVERDUE_OF_MEMBER", a => new($"{a["person"]}: it was due on {a.Day("day").English}: the countermeasure for {a["objective"]}", $"{a["person"]}：已于 {a.Day("day").Chinese} 到期：目标“{a["objective"]}”的改善对策"),
        _ => new("Ask what is in the way; if need be, decide another day or someone else.", "请了解原因，必要时重新确定期限或责任人。"));

    public static readonly NotificationKind Missed = new(
        "IMPROVEMENT_REPORT_MISSED", a => new($"Your improvement report of {a.Day("day").English} is missing: {a["objective"]}", $"您尚未提交 {a.Day("day").Chinese} 的改善报告：{a["objective"]}"),
        _ => new("Its time is over. Report now: your superior has been told.", "报告期限已过，请尽快提交。您的上级已收到提醒。"));

    public static readonly NotificationKind MissedOfMember = new(
        "IMPROVEMENT_REPORT_ESCALATED", a => new($"{a["person"]} has not filed the improvement report of {a.Day("day").English}: {a["objective"]}", $"{a["person"]}未提交 {a.Day("day").Chinese} 的改善报告：{a["objective"]}"),
        _ => new("The time for it is over. Ask what is the matter.", "报告期限已过，请了解原因。"));

    private readonly ImprovementDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ImprovementReminded @event, CancellationToken cancellationToken)
    {
        var known = await _db.Cases.AsNoTracking().SingleAsync(c => c.Id == @event.ImprovementCaseId, cancellationToken);
        var promised = @event.Kind == ImprovementReminder.ReportMissed ? known.NextReportDue : known.Due;
        if (known.Status != ImprovementStatus.InProgress || known.ResponsibleId != @event.ResponsibleId || promised != @event.Day)
            return [];
        (string, string)[] arguments = [("day", $"{@event.Day:yyyy-MM-dd}"), ("person", await _notifying.NameAsync(@event.ResponsibleId, cancellationToken))];
        if (@event.Kind == ImprovementReminder.DeadlineNear)
            return [CaseNotices.Of(Near, [@event.ResponsibleId], known.Id, known.Title, arguments)];
        var (told, escalated) = @event.Kind == ImprovementReminder.ReportMissed ? (Missed, MissedOfMember) : (Passed, PassedOfMember);
        var above = CaseNotices.But(@event.ResponsibleId, [.. await _notifying.LeadersOfAsync(@event.ResponsibleId, cancellationToken), known.DecidedById!.Value]);
        return [CaseNotices.Of(told, [@event.ResponsibleId], known.Id, known.Title, arguments), CaseNotices.Of(escalated, above, known.Id, known.Title, arguments)];
    }
}
