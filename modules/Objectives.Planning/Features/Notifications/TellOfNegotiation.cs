using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Negotiation;
using Objectives.Platform.Features.Notifications;
using Objectives.Platform.Numbers;

namespace Objectives.Planning.Features.Notifications;

/// <summary>Tells the other side that a target was put on the table (S6.6).</summary>
internal sealed class TellOfProposal(PlanningDb db, Notifying notifying) : Notifier<TargetProposed>(db, notifying)
{
    public static readonly NotificationKind Proposed = new(
        "TARGET_PROPOSED",
        a => new($"{a["by"]} proposes {a["target"]} {a["unit"]}: {a["objective"]}", $"{a["by"]}提议目标值 {a["target"]} {a["unit"]}：{a["objective"]}"),
        a => a.AsItIs("text"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(TargetProposed @event, CancellationToken cancellationToken)
        => WordsOnTarget.ToOtherSideAsync(_db, _notifying, Proposed, @event.ObjectiveId, @event.ById, [NegotiationKind.Proposal, NegotiationKind.CounterProposal], cancellationToken);
}

/// <summary>Tells the other side that the target on the table was rejected, and why (S6.6).</summary>
internal sealed class TellOfRejection(PlanningDb db, Notifying notifying) : Notifier<TargetRejected>(db, notifying)
{
    public static readonly NotificationKind Rejected = new(
        "TARGET_REJECTED",
        a => new($"{a["by"]} rejects {a["target"]} {a["unit"]}: {a["objective"]}", $"{a["by"]}拒绝目标值 {a["target"]} {a["unit"]}：{a["objective"]}"),
        a => a.AsItIs("text"));

    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override Task<IReadOnlyList<Notice>> NoticesOfAsync(TargetRejected @event, CancellationToken cancellationToken)
        => WordsOnTarget.ToOtherSideAsync(_db, _notifying, Rejected, @event.ObjectiveId, @event.ById, [NegotiationKind.Rejected], cancellationToken);
}

/// <summary>What one side said of the target, told to the other.</summary>
internal static class WordsOnTarget
{
    public static async Task<IReadOnlyList<Notice>> ToOtherSideAsync(
        PlanningDb db, Notifying notifying, NotificationKind notice, ObjectiveId id, PersonId by, IReadOnlyList<NegotiationKind> kinds, CancellationToken cancellationToken)
    {
        var about = await db.Objectives.Where(o => o.ObjectiveId == id).Join(db.Measures, o => o.MeasureId, m => m.Id, (o, m) => new { o.Title, o.OwnerId, m.UnitOfMeasure }).SingleAsync(cancellationToken);
        var said = await db.NegotiationEntries.AsNoTracking().Where(e => e.ObjectiveId == id && e.ById == by && kinds.Contains(e.Kind))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync(cancellationToken);
        var to = about.OwnerId == by ? await notifying.LeadersOfAsync(about.OwnerId, cancellationToken) : [about.OwnerId];
        return
        [
            new(notice, to, "Objective", id.Value, new()
            {
                ["by"] = await notifying.NameAsync(by, cancellationToken), ["objective"] = about.Title, ["target"] = Quantity.Format(said.Target!.Value), ["unit"] = about.UnitOfMeasure, ["text"] = said.Text,
            }),
        ];
    }
}

/// <summary>Tells those who sign an objective what became of its agreement.</summary>
internal abstract class TellSignatories<TEvent>(PlanningDb db, NegotiationParties parties, Notifying notifying, NotificationKind kind) : Notifier<TEvent>(db, notifying)
    where TEvent : IIntegrationEvent
{
    private readonly PlanningDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(TEvent @event, CancellationToken cancellationToken)
    {
        var id = new ObjectiveId(@event.AggregateId);
        var objective = await _db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == id, cancellationToken);
        var signatories = (await parties.OfAsync(objective, cancellationToken)).Signatories;
        IReadOnlyList<PersonId> leaders = signatories.LeaderId is { } leader ? [leader] : await _notifying.LeadersOfAsync(objective.OwnerId, cancellationToken);
        return [new(kind, [objective.OwnerId, .. leaders, .. signatories.MemberIds], "Objective", id.Value, new() { ["objective"] = objective.Title })];
    }
}

/// <summary>What both sides accepted waits for their signatures (S5.6).</summary>
internal sealed class TellOfAgreement(PlanningDb db, NegotiationParties parties, Notifying notifying) : TellSignatories<ObjectiveAgreed>(db, parties, notifying, Agreed)
{
    public static readonly NotificationKind Agreed = new(
        "OBJECTIVE_AGREED", a => new($"Agreed, to be signed: {a["objective"]}", $"已达成一致，待签署：{a["objective"]}"), _ => new("Read what it says, and sign it.", "请查看目标内容并签署承诺。"));
}

/// <summary>Everyone has signed (S5.6).</summary>
internal sealed class TellOfCommitment(PlanningDb db, NegotiationParties parties, Notifying notifying) : TellSignatories<ObjectiveCommitted>(db, parties, notifying, Committed)
{
    public static readonly NotificationKind Committed = new(
        "OBJECTIVE_COMMITTED", a => new($"Committed: {a["objective"]}", $"目标已承诺：{a["objective"]}"), _ => new("Everyone who must has signed it.", "所有签署人均已签署。"));
}

/// <summary>What was signed says something else now (S5.6).</summary>
internal sealed class TellOfVoiding(PlanningDb db, NegotiationParties parties, Notifying notifying) : TellSignatories<CommitmentVoided>(db, parties, notifying, Voided)
{
    public static readonly NotificationKind Voided = new(
        "COMMITMENT_VOIDED", a => new($"Changed since it was agreed: {a["objective"]}", $"目标在达成一致后有变化：{a["objective"]}"),
        _ => new("Signatures given before no longer count.", "此前的签署不再有效。"));
}
