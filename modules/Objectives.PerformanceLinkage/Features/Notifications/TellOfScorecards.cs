using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.Platform.Features.Notifications;

namespace Objectives.PerformanceLinkage.Features.Notifications;

/// <summary>Tells the person that his scorecard counts from now on (S4.3).</summary>
internal sealed class TellOfActivation(PerformanceLinkageDb db, IMediator mediator, Notifying notifying) : Notifier<ScorecardActivated>(db, notifying)
{
    public static readonly NotificationKind Activated = new(
        "SCORECARD_ACTIVATED", a => new($"Your scorecard is in force: {a["cycle"]}", $"您的考核表已生效：{a["cycle"]}"),
        _ => new("See by which objectives you are appraised, and how much each weighs.", "请查看考核所依据的目标及各自权重。"));

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(ScorecardActivated @event, CancellationToken cancellationToken)
        => [new(Activated, [@event.PersonId], "Scorecard", @event.ScorecardId.Value, new() { ["cycle"] = await CycleNames.OfAsync(mediator, @event.CycleId, cancellationToken) })];
}

/// <summary>Tells whoever is to say something about new weights, and the person what was decided (S7.6).</summary>
internal sealed class TellOfRebalance(PerformanceLinkageDb db, IMediator mediator, Notifying notifying) : Notifier<RebalanceMoved>(db, notifying)
{
    public static readonly NotificationKind Proposed = new(
        "REBALANCE_PROPOSED", a => new($"New weights are proposed for {a["person"]}: {a["cycle"]}", $"建议调整{a["person"]}的考核权重：{a["cycle"]}"),
        _ => new("An objective became exempt, or is assessed again. The member may ask for other weights; the leader confirms.", "有目标免于考核或恢复考核。本人可提出调整意见，由上级确认。"));

    public static readonly NotificationKind Requested = new(
        "REBALANCE_REQUESTED", a => new($"{a["person"]} asks for weights: {a["cycle"]}", $"{a["person"]}提出权重调整意见：{a["cycle"]}"), _ => new("Confirm them, or give others: then HR decides.", "请确认；如另行提出，将由人力资源裁定。"));

    public static readonly NotificationKind ToDecide = new(
        "REBALANCE_TO_DECIDE", a => new($"The weights of {a["person"]} are for HR to decide: {a["cycle"]}", $"{a["person"]}的考核权重待人力资源裁定：{a["cycle"]}"),
        _ => new("Nothing is left to carry the weight, or leader and member do not agree.", "已无可承担权重的目标，或上级与本人意见不一致。"));

    public static readonly NotificationKind Decided = new(
        "REBALANCE_DECIDED", a => new($"The weights of your scorecard are settled: {a["cycle"]}", $"您的考核权重已确定：{a["cycle"]}"), _ => new("See how much each objective weighs now.", "请查看各目标的最新权重。"));

    private readonly PerformanceLinkageDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(RebalanceMoved @event, CancellationToken cancellationToken)
    {
        if (!await _db.Rebalances.AnyAsync(r => r.Id == @event.RebalanceId, cancellationToken))
            return [];
        var arguments = new Dictionary<string, string> { ["person"] = await _notifying.NameAsync(@event.PersonId, cancellationToken), ["cycle"] = await CycleNames.OfAsync(mediator, @event.CycleId, cancellationToken) };
        Notice To(NotificationKind kind, IEnumerable<PersonId> people) => new(kind, people.Where(p => p != @event.ById), "Rebalance", @event.RebalanceId.Value, arguments);
        return @event.Step switch
        {
            RebalanceStep.Proposed => [To(Proposed, [@event.PersonId, .. await _notifying.LeadersOfAsync(@event.PersonId, cancellationToken)])],
            RebalanceStep.Requested => [To(Requested, await _notifying.LeadersOfAsync(@event.PersonId, cancellationToken))],
            RebalanceStep.LeftToHr => [To(ToDecide, (await mediator.Send(new HoldersOf(Role.Hr), cancellationToken)).Append(@event.PersonId))],
            _ => [To(Decided, [@event.PersonId])],
        };
    }
}

/// <summary>Tells whoever takes the next step of an appraisal.</summary>
internal sealed class TellOfAppraisal(PerformanceLinkageDb db, IMediator mediator, Notifying notifying) : Notifier<AppraisalMoved>(db, notifying)
{
    public static readonly NotificationKind SelfAppraised = new(
        "SELF_APPRAISED", a => new($"{a["person"]} has appraised himself: {a["cycle"]}", $"{a["person"]}已完成自评：{a["cycle"]}"), _ => new("Now it is for you to appraise.", "请您完成考核。"));

    public static readonly NotificationKind Released = new(
        "APPRAISAL_RELEASED", a => new($"Your appraisal is released: {a["cycle"]}", $"您的考核结果已发布：{a["cycle"]}"), _ => new("Read it, then sign or dispute it.", "请查阅后签字确认，或提出异议。"));

    public static readonly NotificationKind Disputed = new(
        "APPRAISAL_DISPUTED", a => new($"{a["person"]} disputes the appraisal: {a["cycle"]}", $"{a["person"]}对考核结果提出异议：{a["cycle"]}"), _ => new("HR or a higher leader decides.", "由人力资源或更高一级领导裁定。"));

    public static readonly NotificationKind Resolved = new(
        "DISPUTE_RESOLVED", a => new($"The dispute about the appraisal of {a["person"]} is resolved: {a["cycle"]}", $"{a["person"]}的考核异议已处理：{a["cycle"]}"), _ => new("Read what was found, then sign.", "请查阅处理结果并签字。"));

    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(AppraisalMoved @event, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, string> { ["person"] = await _notifying.NameAsync(@event.PersonId, cancellationToken), ["cycle"] = await CycleNames.OfAsync(mediator, @event.CycleId, cancellationToken) };
        Notice To(NotificationKind kind, IEnumerable<PersonId> people) => new(kind, people.Where(p => p != @event.ById), "Scorecard", @event.ScorecardId.Value, arguments);
        return @event.Step switch
        {
            AppraisalStep.SelfAppraised => [To(SelfAppraised, await _notifying.LeadersOfAsync(@event.PersonId, cancellationToken))],
            AppraisalStep.Calibrated => [To(Released, [@event.PersonId])],
            AppraisalStep.Disputed => [To(Disputed, (await mediator.Send(new HoldersOf(Role.Hr), cancellationToken)).Concat(await _notifying.LeadersOfAsync(@event.PersonId, cancellationToken)))],
            AppraisalStep.Resolved => [To(Resolved, [@event.PersonId, .. await _notifying.LeadersOfAsync(@event.PersonId, cancellationToken)])],
            _ => [],
        };
    }
}

internal static class CycleNames
{
    public static async Task<string> OfAsync(IMediator mediator, CycleId cycle, CancellationToken cancellationToken)
        => (await mediator.Send(new AppraisalCalendars([cycle]), cancellationToken)).GetValueOrDefault(cycle)?.Name ?? string.Empty;
}
