using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Improvement.Features.Notifications;

/// <summary>Owner and superior are told that the causes of a deviation are being found out (S7.7).</summary>
internal sealed class TellOfOpened(ImprovementDb db, Notifying notifying) : Notifier<ImprovementCaseOpened>(db, notifying)
{
    public static readonly NotificationKind Opened = new(
        "IMPROVEMENT_OPENED", a => new($"Find the root cause: {a["objective"]}", $"请查找根本原因：{a["objective"]}"), a => new($"{a["by"]} has opened an improvement case.", $"{a["by"]}已建立改善案例。"));

    private readonly ImprovementDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ImprovementCaseOpened @event, CancellationToken cancellationToken)
        => [CaseNotices.Of(
            Opened, await CaseNotices.OwnerAndLeadersAsync(_notifying, @event.OwnerId, @event.ById, cancellationToken), @event.ImprovementCaseId, await _db.TitleAsync(@event.ImprovementCaseId, cancellationToken),
            ("by", await _notifying.NameAsync(@event.ById, cancellationToken)))];
}

/// <summary>Whoever is to carry a countermeasure out is told, and the owner (S7.9).</summary>
internal sealed class TellOfDecision(ImprovementDb db, Notifying notifying) : Notifier<CountermeasureDecided>(db, notifying)
{
    public static readonly NotificationKind Assigned = new(
        "IMPROVEMENT_ASSIGNED", a => new($"You carry out by {a.Day("due").English}: {a["measure"]}", $"请于 {a.Day("due").Chinese} 前完成改善对策：{a["measure"]}"),
        a => new($"{a["by"]} has decided it for: {a["objective"]}. A report is due every {a["every"]} days.", $"{a["by"]}为目标“{a["objective"]}”作出决定。请每 {a["every"]} 天提交一次改善报告。"));

    public static readonly NotificationKind Decided = new(
        "IMPROVEMENT_DECIDED", a => new($"Decided for {a["objective"]}: {a["measure"]}", $"目标“{a["objective"]}”的改善对策已定：{a["measure"]}"),
        a => new($"{a["responsible"]} carries it out by {a.Day("due").English}.", $"由{a["responsible"]}负责，于 {a.Day("due").Chinese} 前完成。"));

    private readonly ImprovementDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(CountermeasureDecided @event, CancellationToken cancellationToken)
    {
        var known = await _db.Cases.AsNoTracking().Include(c => c.Countermeasures).SingleAsync(c => c.Id == @event.ImprovementCaseId, cancellationToken);
        (string, string)[] arguments =
        [
            ("measure", known.ChosenId is { } chosen ? known.CountermeasureOf(chosen)?.Title ?? string.Empty : string.Empty), ("due", $"{@event.Due:yyyy-MM-dd}"), ("every", $"{known.ReportEveryDays}"),
            ("by", await _notifying.NameAsync(@event.ById, cancellationToken)), ("responsible", await _notifying.NameAsync(@event.ResponsibleId, cancellationToken)),
        ];
        return
        [
            CaseNotices.Of(Assigned, CaseNotices.But(@event.ById, @event.ResponsibleId), known.Id, known.Title, arguments),
            CaseNotices.Of(Decided, CaseNotices.But(@event.ResponsibleId, @event.OwnerId), known.Id, known.Title, arguments),
        ];
    }
}

/// <summary>Owner and superior are told how far it has come; that it is done also means that it is to be verified (S7.10).</summary>
internal sealed class TellOfReport(ImprovementDb db, Notifying notifying) : Notifier<ImprovementReported>(db, notifying)
{
    public static readonly NotificationKind Reported = new(
        "IMPROVEMENT_REPORTED", a => new($"{a["percent"]} % done: {a["objective"]}", $"改善进度 {a["percent"]}%：{a["objective"]}"), a => new($"{a["by"]}: {a["done"]}", $"{a["by"]}：{a["done"]}"));

    public static readonly NotificationKind Done = new(
        "IMPROVEMENT_DONE", a => new($"The countermeasure is carried out: {a["objective"]}", $"改善对策已完成：{a["objective"]}"),
        a => new($"{a["by"]}: {a["done"]}\nWhether it helped can be verified from {a.Day("from").English} on.", $"{a["by"]}：{a["done"]}\n自 {a.Day("from").Chinese} 起可以验证成效。"));

    private readonly ImprovementDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ImprovementReported @event, CancellationToken cancellationToken)
    {
        var report = await _db.Reports.AsNoTracking().SingleAsync(r => r.Id == @event.ImprovementReportId, cancellationToken);
        var known = await _db.Cases.Where(c => c.Id == @event.ImprovementCaseId).Select(c => new { c.Title, c.VerifiableFrom }).SingleAsync(cancellationToken);
        return
        [
            CaseNotices.Of(
                report.PercentComplete == ImprovementCase.Done ? Done : Reported, await CaseNotices.OwnerAndLeadersAsync(_notifying, @event.OwnerId, @event.ById, cancellationToken), @event.ImprovementCaseId, known.Title,
                ("percent", $"{report.PercentComplete}"), ("by", await _notifying.NameAsync(@event.ById, cancellationToken)), ("done", report.Done), ("from", $"{known.VerifiableFrom:yyyy-MM-dd}")),
        ];
    }
}

/// <summary>Owner and responsible person are told whether it helped (S7.10).</summary>
internal sealed class TellOfVerdict(ImprovementDb db, Notifying notifying) : Notifier<ImprovementVerified>(db, notifying)
{
    public static readonly NotificationKind Closed = new(
        "IMPROVEMENT_CLOSED", a => new($"The improvement is closed: {a["objective"]}", $"改善案例已结案：{a["objective"]}"), _ => new("What was learned now helps others with like deviations.", "经验教训现可供遇到类似偏差的同事参考。"));

    public static readonly NotificationKind Reopened = new(
        "IMPROVEMENT_REOPENED", a => new($"The gap is still open: {a["objective"]}", $"差距仍未消除：{a["objective"]}"), _ => new("Find another countermeasure.", "请重新研究改善对策。"));

    private readonly ImprovementDb _db = db;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ImprovementVerified @event, CancellationToken cancellationToken)
        => [CaseNotices.Of(
            @event.IsClosed ? Closed : Reopened, CaseNotices.But(@event.ById, @event.OwnerId, @event.ResponsibleId), @event.ImprovementCaseId, await _db.TitleAsync(@event.ImprovementCaseId, cancellationToken))];
}

internal static class CaseNotices
{
    public static async Task<IReadOnlyList<PersonId>> OwnerAndLeadersAsync(Notifying notifying, PersonId owner, PersonId but, CancellationToken cancellationToken)
        => But(but, [owner, .. await notifying.LeadersOfAsync(owner, cancellationToken)]);

    public static IReadOnlyList<PersonId> But(PersonId one, params IEnumerable<PersonId> people) => [.. people.Distinct().Where(p => p != one)];

    public static Task<string> TitleAsync(this ImprovementDb db, ImprovementCaseId id, CancellationToken cancellationToken) => db.Cases.Where(c => c.Id == id).Select(c => c.Title).SingleAsync(cancellationToken);

    public static Notice Of(NotificationKind kind, IReadOnlyList<PersonId> to, ImprovementCaseId id, string title, params IEnumerable<(string Name, string Value)> arguments)
        => new(kind, to, "ImprovementCase", id.Value, arguments.Append(("objective", title)).ToDictionary());
}
