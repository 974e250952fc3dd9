using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.Planning.Features.Notifications;

/// <summary>Tells who leads the requester that a target revision waits for him (S7.5).</summary>
internal sealed class TellOfRevisionRequest(PlanningDb db, IMediator mediator, Notifying notifying) : Notifier<TargetRevisionRequested>(db, notifying)
{
    public static readonly NotificationKind Requested = new(
        "TARGET_REVISION_REQUESTED", a => new($"{a["by"]} asks to revise the target: {a["objective"]}", $"{a["by"]}申请修订目标：{a["objective"]}"), _ => new("You decide.", "请您审批。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(TargetRevisionRequested @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        var deciders = (await _notifying.LeadersOfAsync(@event.RequestedById, cancellationToken)).Where(p => p != @event.OwnerId);
        return
        [
            new(Requested, deciders, "TargetRevision", @event.TargetRevisionId.Value, new() { ["by"] = await _notifying.NameAsync(@event.RequestedById, cancellationToken), ["objective"] = objective.Title }),
        ];
    }
}

/// <summary>Tells the owner and the requester what became of it (S7.5).</summary>
internal sealed class TellOfRevisionDecision(PlanningDb db, IMediator mediator, Notifying notifying) : Notifier<TargetRevisionDecided>(db, notifying)
{
    public static readonly NotificationKind Decided = new(
        "TARGET_REVISION_DECIDED", a => a["outcome"] switch
        {
            nameof(TargetRevisionOutcome.Approved) => new($"{a["by"]} has approved the target revision: {a["objective"]}", $"{a["by"]}已批准目标修订：{a["objective"]}"),
            nameof(TargetRevisionOutcome.Rejected) => new($"{a["by"]} has rejected the target revision: {a["objective"]}", $"{a["by"]}已驳回目标修订：{a["objective"]}"),
            nameof(TargetRevisionOutcome.Withdrawn) => new($"{a["by"]} no longer asks to revise the target: {a["objective"]}", $"{a["by"]}已撤回目标修订申请：{a["objective"]}"),
            _ => new($"{a["by"]} has taken the target revision back: {a["objective"]}", $"{a["by"]}已撤销目标修订：{a["objective"]}"),
        },
        a => a["outcome"] == nameof(TargetRevisionOutcome.Approved) ? new("The objective is exempt from appraisal.", "该目标免于考核。") : new("The former target holds.", "原目标继续有效。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(TargetRevisionDecided @event, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new ObjectiveNamesOf([@event.ObjectiveId]), cancellationToken)).GetValueOrDefault(@event.ObjectiveId) is not { } objective)
            return [];
        IEnumerable<PersonId> to = [@event.OwnerId, @event.RequestedById];
        return
        [
            new(Decided, to.Where(p => p != @event.ById), "TargetRevision", @event.TargetRevisionId.Value, new()
            {
                ["by"] = await _notifying.NameAsync(@event.ById, cancellationToken), ["objective"] = objective.Title, ["outcome"] = @event.Outcome.ToString(),
            }),
        ];
    }
}
