using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.ExecutionMonitoring.Features.Notifications;

/// <summary>Tells the owner and who leads him of a deviation; what endangers the company also the leader of its root (S7.4).</summary>
internal sealed class TellOfDeviation(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<DeviationOpened>(db, notifying)
{
    public static readonly NotificationKind Opened = new(
        "DEVIATION_OPENED", a => new($"Deviation: {a["objective"]}", $"出现偏差：{a["objective"]}"), DeviationNews.Severity);

    private readonly Notifying _notifying = notifying;

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(DeviationOpened @event, CancellationToken cancellationToken)
        => DeviationNews.OfAsync(Opened, @event.DeviationId, @event.ObjectiveId, @event.OwnerId, @event.Severity, mediator, _notifying, cancellationToken);
}

/// <summary>The same of one that endangers more than before, or is open again.</summary>
internal sealed class TellOfWorse(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<DeviationWorsened>(db, notifying)
{
    public static readonly NotificationKind Worsened = new(
        "DEVIATION_WORSENED", a => new($"The deviation needs attention again: {a["objective"]}", $"偏差需再次关注：{a["objective"]}"), DeviationNews.Severity);

    private readonly Notifying _notifying = notifying;

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(DeviationWorsened @event, CancellationToken cancellationToken)
        => DeviationNews.OfAsync(Worsened, @event.DeviationId, @event.ObjectiveId, @event.OwnerId, @event.Severity, mediator, _notifying, cancellationToken);
}

/// <summary>Tells the owner how his deviation is handled, whom it names, and the leaders of units whose help is coordinated (S7.4).</summary>
internal sealed class TellOfRoute(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<DeviationRouted>(db, notifying)
{
    public static readonly NotificationKind Routed = new(
        "DEVIATION_ROUTED", a => new($"{a["by"]} has decided how the deviation is handled: {a["objective"]}", $"{a["by"]}已决定偏差处理方式：{a["objective"]}"),
        a => a["route"] switch
        {
            nameof(DeviationRoute.SettleTogether) => new("Owner and superior settle it together.", "由责任人与直接上级协商解决。"),
            nameof(DeviationRoute.Coordinate) => new("The units concerned are asked to help.", "协调有关单位共同解决。"),
            nameof(DeviationRoute.OfficeMeeting) => new("The office meeting resolves it.", "提交办公会议议决。"),
            _ => new("The target is to be revised.", "申请修订目标。"),
        });

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(DeviationRouted @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var leaders = await mediator.Send(new LeadersOf(@event.CoordinatedUnitIds), cancellationToken);
        IEnumerable<PersonId> to = [@event.OwnerId, .. leaders.Values, .. @event.SupervisorId is { } supervisor ? [supervisor] : Array.Empty<PersonId>()];
        return
        [
            new(Routed, to.Where(p => p != @event.ById), "Deviation", @event.DeviationId.Value, new()
            {
                ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["objective"] = objective.Title, ["route"] = @event.Route.ToString(),
            }),
        ];
    }
}

/// <summary>Tells each side that the other has signed (S7.2).</summary>
internal sealed class TellOfSettlement(ExecutionMonitoringDb db, IMediator mediator, Notifying notifying) : Notifier<DeviationSettled>(db, notifying)
{
    public static readonly NotificationKind Settled = new(
        "DEVIATION_SETTLED", a => new($"{a["by"]} has signed the settlement: {a["objective"]}", $"{a["by"]}已签署偏差解决方案：{a["objective"]}"),
        a => a["both"].Length > 0 ? new("Both have signed; the next actuals will show it.", "双方均已签署，以后续实际值为准。") : new("Your signature is missing.", "请您签署。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(DeviationSettled @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        IEnumerable<PersonId> to = @event.ById == @event.OwnerId ? await _notifying.LeadersOfAsync(@event.OwnerId, cancellationToken) : [@event.OwnerId];
        return
        [
            new(Settled, to, "Deviation", @event.DeviationId.Value, new()
            {
                ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["objective"] = objective.Title, ["both"] = @event.ByBoth ? "1" : string.Empty,
            }),
        ];
    }
}

/// <summary>Tells those who are to attend an office meeting of it (S7.4).</summary>
internal sealed class TellOfMeeting(ExecutionMonitoringDb db, Notifying notifying) : Notifier<OfficeMeetingScheduled>(db, notifying)
{
    public static readonly NotificationKind Called = new(
        "OFFICE_MEETING_CALLED", a => new($"Office meeting on {a.Day("date").English}", $"办公会议：{a.Day("date").Chinese}"), _ => new("You are asked to attend.", "请您出席。"));

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(OfficeMeetingScheduled @event, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Notice>>([new(Called, @event.AttendeeIds, "OfficeMeeting", @event.OfficeMeetingId.Value, new() { ["date"] = $"{@event.Date:yyyy-MM-dd}" })]);
}

/// <summary>Tells whoever is responsible what the meeting resolved (S7.4).</summary>
internal sealed class TellOfResolutions(ExecutionMonitoringDb db, Notifying notifying) : Notifier<OfficeMeetingHeld>(db, notifying)
{
    public static readonly NotificationKind Resolved = new(
        "RESOLUTION_MADE", a => new($"To be done by {a.Day("due").English}: {a["text"]}", $"请于 {a.Day("due").Chinese} 前落实：{a["text"]}"), _ => new("The office meeting has resolved it.", "办公会议决议。"));

    private readonly ExecutionMonitoringDb _db = db;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(OfficeMeetingHeld @event, CancellationToken cancellationToken)
    {
        var made = await _db.Resolutions.AsNoTracking().Where(r => r.MeetingId == @event.OfficeMeetingId).OrderBy(r => r.Ordinal).ToListAsync(cancellationToken);
        return made.ConvertAll(r => new Notice(Resolved, [r.ResponsibleId], "Resolution", r.Id.Value, new() { ["due"] = $"{r.Due:yyyy-MM-dd}", ["text"] = r.Text }));
    }
}

internal static class DeviationNews
{
    public static Platform.Results.Text Severity(NotificationArguments a) => a["severity"] switch
    {
        nameof(DeviationSeverity.Company) => new("It endangers objectives of the company.", "影响公司目标。"),
        nameof(DeviationSeverity.Department) => new("It endangers objectives of a unit.", "影响部门目标。"),
        _ => new("It endangers only this objective.", "仅影响本目标。"),
    };

    public static async Task<IReadOnlyList<Notice>> OfAsync(
        NotificationKind kind, DeviationId id, ObjectiveId objectiveId, PersonId owner, DeviationSeverity severity, IMediator mediator, Notifying notifying, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([objectiveId]), cancellationToken)).GetValueOrDefault(objectiveId) is not { } objective)
            return [];
        var to = (await notifying.LeadersOfAsync(owner, cancellationToken)).Append(owner).ToList();
        if (severity == DeviationSeverity.Company && await mediator.Send(new RootUnit(), cancellationToken) is { } root)
            to.AddRange((await mediator.Send(new LeadersOf([root]), cancellationToken)).Values);
        return [new(kind, to.Distinct(), "Deviation", id.Value, new() { ["objective"] = objective.Title, ["severity"] = severity.ToString() })];
    }
}
