using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

/// <summary>All that the findings of some objectives depend on.</summary>
internal sealed class Surroundings
{
    /// <summary>Of those that share a key the oldest: where there are more, the newer ones are duplicates of these all the same.</summary>
    public const int MaxAlike = 200;

    public required int Year { get; init; }

    public required bool TakesObjectives { get; init; }

    public required bool InExecution { get; init; }

    /// <summary>From which likeness on two are duplicates, 0 to 1: the cycle's policy.</summary>
    public required decimal Threshold { get; init; }

    public required IReadOnlyDictionary<MeasureId, MeasureFacts> Measures { get; init; }

    public required IReadOnlyDictionary<ObjectiveId, ObjectiveFacts> Objectives { get; init; }

    public required ILookup<ObjectiveId?, ObjectiveFacts> Children { get; init; }

    /// <summary>Who shares a likeness key with whom.</summary>
    public required ILookup<long, ObjectiveId> Alike { get; init; }

    /// <summary>Where team objectives stand that have not been withdrawn.</summary>
    public required IReadOnlySet<string> TeamPaths { get; init; }

    public required IReadOnlyDictionary<StrategyElementId, (int From, int Until)> Elements { get; init; }

    /// <summary>Units and positions that list responsibilities.</summary>
    public required IReadOnlySet<Guid> HoldersOfDuties { get; init; }

    /// <summary>Objectives with work items or milestones.</summary>
    public required IReadOnlySet<ObjectiveId> WorkPlans { get; init; }

    /// <summary>Objectives whose project has milestones.</summary>
    public required IReadOnlySet<ObjectiveId> Projects { get; init; }

    /// <summary>Objectives with requests for help that are not agreed.</summary>
    public required IReadOnlySet<ObjectiveId> OpenRequests { get; init; }

    /// <summary>How many competencies objectives need that their owners have not, and about which nothing is planned in time.</summary>
    public required IReadOnlyDictionary<ObjectiveId, int> UnplannedGaps { get; init; }

    /// <summary>How many sides have proposed, accepted or rejected a target since the negotiation was last opened.</summary>
    public required IReadOnlyDictionary<ObjectiveId, int> Sides { get; init; }

    /// <summary>What history says of targets.</summary>
    public required IReadOnlyDictionary<ObjectiveId, TargetVerdict> Verdicts { get; init; }

    /// <summary>Of the important ones those on a scorecard.</summary>
    public required IReadOnlySet<ObjectiveId> Appraised { get; init; }

    /// <summary>Owners of important ones for whom an incentive follows.</summary>
    public required IReadOnlySet<PersonId> Incentivised { get; init; }

    /// <summary>Whether its terms can be changed without a target revision.</summary>
    public bool MayStillSay(ObjectiveFacts objective) => TakesObjectives && !(InExecution && objective.Status == ObjectiveStatus.Committed);

    public ObjectiveFacts? Find(ObjectiveId id) => Objectives.GetValueOrDefault(id);

    public IEnumerable<ObjectiveFacts> ChildrenOf(ObjectiveId id) => Children[id];

    public IEnumerable<ObjectiveFacts> PeersOf(ObjectiveFacts objective)
        => objective.LikenessKeys(Threshold).SelectMany(k => Alike[k]).Where(id => id != objective.Id).Distinct().Select(Find).OfType<ObjectiveFacts>();

    public (int From, int Until)? YearsOf(StrategyElementId element) => Elements.TryGetValue(element, out var years) ? years : null;

    public bool IsTeamAt(string path) => TeamPaths.Contains(path);

    public bool HasDuties(ObjectiveFacts objective) => HoldersOfDuties.Contains(objective.UnitId.Value) || (objective.PositionId is { } position && HoldersOfDuties.Contains(position.Value));

    public TargetVerdict? VerdictOn(ObjectiveId id) => Verdicts.GetValueOrDefault(id);

    public int UnplannedGapsOf(ObjectiveId id) => UnplannedGaps.GetValueOrDefault(id);

    public int SidesOf(ObjectiveId id) => Sides.GetValueOrDefault(id);

    public bool HasWorkPlan(ObjectiveId id) => WorkPlans.Contains(id);

    public bool HasProject(ObjectiveId id) => Projects.Contains(id);
}

/// <param name="Expected">What history lets one expect, in the measure's unit.</param>
internal sealed record TargetVerdict(CalibrationVerdict Verdict, decimal Expected);
