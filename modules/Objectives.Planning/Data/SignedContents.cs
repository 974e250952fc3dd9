using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

/// <summary>Keeps agreements and signatures true to what they were given for, whichever command changes an objective (S5.6).</summary>
internal static class SignedContents
{
    private static readonly string[] Terms =
        [nameof(Objective.Title), nameof(Objective.MeasureId), nameof(Objective.Target), nameof(Objective.LowerBound), nameof(Objective.ParentId), nameof(Objective.OwnerId)];

    private static readonly string[] Signed = [.. Terms, nameof(Objective.Phasing)];

    /// <summary>The signatures of an agreed or committed objective whose content or owner a transaction changes are void; with other terms, or another owner, the agreement is too.</summary>
    public static async Task VoidOutdatedAsync(this PlanningDb db, IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outdated = changed.Where(e => e is { State: EntityState.Modified, Entity: Objective } && IsSettled(e) && Differs(e, Signed)).ToList();
        if (outdated.Count == 0)
            return;
        var cycles = outdated.Select(e => ((Objective)e.Entity).CycleId).Distinct().ToList();
        var status = await db.Cycles.Where(c => cycles.Contains(c.Id)).Select(c => new { c.Id, c.Status }).ToDictionaryAsync(c => c.Id, c => c.Status, cancellationToken);
        foreach (var entry in outdated)
        {
            var objective = (Objective)entry.Entity;
            if (Differs(entry, Terms))
                objective.LoseAgreement(status[objective.CycleId]);
            else
                objective.LoseSignatures(status[objective.CycleId]);
            entry.DetectChanges();
        }
        await db.VoidSignaturesAsync([.. outdated.Select(e => ((Objective)e.Entity).ObjectiveId)], now, cancellationToken);
    }

    /// <summary>For changes of what belongs to the content but not to the objective's row.</summary>
    public static async Task ContentChangedAsync(this PlanningDb db, Objective objective, Cycle cycle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (objective.Status is not (ObjectiveStatus.Agreed or ObjectiveStatus.Committed))
            return;
        objective.LoseSignatures(cycle.Status);
        await db.VoidSignaturesAsync([objective.ObjectiveId], now, cancellationToken);
    }

    public static Task VoidSignaturesAsync(this PlanningDb db, IReadOnlyList<ObjectiveId> objectives, DateTimeOffset now, CancellationToken cancellationToken)
        => db.Signatures.Where(s => EF.Parameter(objectives).Contains(s.ObjectiveId) && s.VoidedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.VoidedAt, now), cancellationToken);

    private static bool Differs(EntityEntry entry, string[] names) => names.Any(name => !Equals(entry.Property(name).OriginalValue, entry.Property(name).CurrentValue));

    /// <summary>It was agreed or committed, and this change is not what makes or unmakes that.</summary>
    private static bool IsSettled(EntityEntry entry)
    {
        var status = entry.Property(nameof(Objective.Status));
        return status.OriginalValue is ObjectiveStatus.Agreed or ObjectiveStatus.Committed && Equals(status.OriginalValue, status.CurrentValue);
    }
}
