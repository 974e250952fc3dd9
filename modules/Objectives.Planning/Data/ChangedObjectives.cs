using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;

namespace Objectives.Planning.Data;

/// <summary>What a transaction has changed, as far as findings go.</summary>
internal sealed class ChangedObjectives
{
    private readonly Dictionary<CycleId, Change> _changes = [];
    private readonly HashSet<ObjectiveId> _concerned = [];
    private readonly HashSet<StrategyElementId> _elements = [];

    /// <summary>Always in one order, so that two who take several wait rather than block each other.</summary>
    public IReadOnlyList<CycleId> Cycles => [.. _changes.Keys.OrderBy(id => id.Value)];

    /// <summary>What other modules are to know of it.</summary>
    public IEnumerable<RollUpChanged> RollUps => _changes.Where(c => c.Value.RolledInto.Count > 0).Select(c => new RollUpChanged(c.Key, [.. c.Value.RolledInto.OrderBy(id => id.Value)]));

    /// <summary>New ones, and those of which what they are held against, or who answers for them, is otherwise.</summary>
    public IEnumerable<ObjectiveTermsChanged> Terms => _changes.Where(c => c.Value.OfOtherTerms.Count > 0).Select(c => new ObjectiveTermsChanged(c.Key, [.. c.Value.OfOtherTerms.OrderBy(id => id.Value)]));

    public void Note(IReadOnlyList<EntityEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Entity is Objective objective)
                Note(entry, objective);
            else if (entry.Entity is IConcernsObjective about && (entry.State != EntityState.Modified || about.ConcernsBy?.Any(name => entry.Property(name).IsModified) != false))
                _concerned.Add(about.ObjectiveId);
            else if (entry is { Entity: StrategyElement element, State: EntityState.Modified })
                _elements.Add(element.Id);
        }
    }

    /// <summary>What something else than a change of Planning's own concerns.</summary>
    public void NoteConcerned(IEnumerable<ObjectiveId> ids) => _concerned.UnionWith(ids);

    /// <summary>All that was noted, which is then forgotten.</summary>
    public (IReadOnlyDictionary<CycleId, Change> Changes, IReadOnlyList<ObjectiveId> Concerned, IReadOnlyList<StrategyElementId> Elements) Take()
    {
        var taken = (_changes.ToDictionary(), _concerned.ToList(), _elements.ToList());
        _changes.Clear();
        _concerned.Clear();
        _elements.Clear();
        return taken;
    }

    private void Note(EntityEntry entry, Objective objective)
    {
        if (!_changes.TryGetValue(objective.CycleId, out var change))
            _changes[objective.CycleId] = change = new();
        change.Objectives.Add(objective.ObjectiveId);
        if (objective.ParentId is { } parent)
            change.Parents.Add(parent);
        if (entry.State == EntityState.Added || RolledUp.Any(name => entry.Property(name).IsModified) || (objective.Status == ObjectiveStatus.Withdrawn && entry.Property(nameof(Objective.Status)).IsModified))
            change.RolledInto.UnionWith(new[] { objective.ParentId, (ObjectiveId?)entry.Property(nameof(Objective.ParentId)).OriginalValue }.OfType<ObjectiveId>());
        if (entry.State == EntityState.Added)
            change.OfOtherTerms.Add(objective.ObjectiveId);
        if (entry.State != EntityState.Modified)
            return;
        if (TermsOf.Any(name => entry.Property(name).IsModified))
            change.OfOtherTerms.Add(objective.ObjectiveId);
        if (entry.Property(nameof(Objective.ParentId)).OriginalValue is ObjectiveId former)
            change.Parents.Add(former);
        if (entry.Property(nameof(Objective.Path)).IsModified)
            change.Moved.Add(objective.Path);
        if (ChildrenCare.Any(name => entry.Property(name).IsModified))
            change.WithChildren.Add(objective.ObjectiveId);
    }

    /// <summary>What the roll-up into its parent depends on.</summary>
    private static readonly string[] RolledUp = [nameof(Objective.ParentId), nameof(Objective.MeasureId), nameof(Objective.Target), nameof(Objective.RollUpWeight)];

    /// <summary>What progress is held against, and whose it is.</summary>
    private static readonly string[] TermsOf =
    [
        nameof(Objective.MeasureId), nameof(Objective.Target), nameof(Objective.Baseline), nameof(Objective.LowerBound), nameof(Objective.Phasing), nameof(Objective.Status), nameof(Objective.IsExempt),
        nameof(Objective.Level), nameof(Objective.OwnerId), nameof(Objective.UnitId), nameof(Objective.RegionId), nameof(Objective.CustomerId),
    ];

    /// <summary>What the findings of an objective depend on of its parent.</summary>
    private static readonly string[] ChildrenCare =
    [
        nameof(Objective.MeasureId), nameof(Objective.Title), nameof(Objective.Status), nameof(Objective.OwnerId), nameof(Objective.UnitId), nameof(Objective.RegionId), nameof(Objective.CustomerId),
        nameof(Objective.PositionId),
    ];

    internal sealed class Change
    {
        public HashSet<ObjectiveId> Objectives { get; } = [];

        /// <summary>Parents that they have or had.</summary>
        public HashSet<ObjectiveId> Parents { get; } = [];

        /// <summary>Of which other figures than before are made up.</summary>
        public HashSet<ObjectiveId> RolledInto { get; } = [];

        /// <summary>New, held against other terms than before, or another's.</summary>
        public HashSet<ObjectiveId> OfOtherTerms { get; } = [];

        /// <summary>Whose children's findings may change too.</summary>
        public HashSet<ObjectiveId> WithChildren { get; } = [];

        /// <summary>Where those now stand that were moved with all below them.</summary>
        public HashSet<string> Moved { get; } = [];
    }
}
