using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Development.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Development.Features.Notifications;

/// <summary>Reminds of what is soon due; of what was due and is not done, whoever leads the person is told too (S5.4).</summary>
internal sealed class TellOfDue(DevelopmentDb db, Notifying notifying) : Notifier<DevelopmentDue>(db, notifying)
{
    public static readonly NotificationKind Due = new(
        "DEVELOPMENT_DUE", a => new($"Due on {a.Day("due").English}: {a["title"]}", $"{a.Day("due").Chinese} 到期：{a["title"]}"), _ => new("It is in your development plan.", "该项目在您的发展计划中。"));

    public static readonly NotificationKind Overdue = new(
        "DEVELOPMENT_OVERDUE", a => new($"It was due on {a.Day("due").English}: {a["title"]}", $"已于 {a.Day("due").Chinese} 到期：{a["title"]}"),
        _ => new("Agree on another date with your superior, or have it completed.", "请与上级商定新的日期，或尽快完成。"));

    public static readonly NotificationKind OverdueOfMember = new(
        "DEVELOPMENT_OVERDUE_OF_MEMBER", a => new($"{a["person"]}: it was due on {a.Day("due").English}: {a["title"]}", $"{a["person"]}：已于 {a.Day("due").Chinese} 到期：{a["title"]}"),
        _ => new("Ask what is in the way; complete it, or plan it anew.", "请了解原因，登记结果或另行安排。"));

    private readonly DevelopmentDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(DevelopmentDue @event, CancellationToken cancellationToken)
    {
        var item = await _db.DevelopmentItems.AsNoTracking().SingleAsync(i => i.Id == @event.DevelopmentItemId, cancellationToken);
        if (!item.IsOpen || item.Due != @event.Due)
            return [];
        var arguments = new Dictionary<string, string> { ["due"] = $"{item.Due:yyyy-MM-dd}", ["title"] = item.Title };
        if (!@event.IsOverdue)
            return [new(Due, [item.PersonId], "DevelopmentItem", item.Id.Value, arguments)];
        var ofMember = new Dictionary<string, string>(arguments) { ["person"] = await _notifying.NameAsync(item.PersonId, cancellationToken) };
        return
        [
            new(Overdue, [item.PersonId], "DevelopmentItem", item.Id.Value, arguments),
            new(OverdueOfMember, await _notifying.LeadersOfAsync(item.PersonId, cancellationToken), "DevelopmentItem", item.Id.Value, ofMember),
        ];
    }
}

/// <summary>Tells the person how what he did was judged (S5.4).</summary>
internal sealed class TellOfOutcome(DevelopmentDb db, Notifying notifying) : Notifier<DevelopmentCompleted>(db, notifying)
{
    public static readonly NotificationKind Passed = new("DEVELOPMENT_PASSED", a => new($"Passed: {a["title"]}", $"已通过：{a["title"]}"), a => new($"{a["by"]}: {a["result"]}", $"{a["by"]}：{a["result"]}"));

    public static readonly NotificationKind Failed = new(
        "DEVELOPMENT_FAILED", a => new($"Not passed: {a["title"]}", $"未通过：{a["title"]}"),
        a => new($"{a["by"]}: {a["result"]}\nThe gap is open again; plan the next step together.", $"{a["by"]}：{a["result"]}\n能力差距仍然存在，请共同安排下一步。"));

    private readonly DevelopmentDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(DevelopmentCompleted @event, CancellationToken cancellationToken)
    {
        var item = await _db.DevelopmentItems.AsNoTracking().SingleAsync(i => i.Id == @event.DevelopmentItemId, cancellationToken);
        return
        [
            new(@event.Passed ? Passed : Failed, [item.PersonId], "DevelopmentItem", item.Id.Value, new()
            {
                ["title"] = item.Title, ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["result"] = item.Result ?? string.Empty,
            }),
        ];
    }
}
