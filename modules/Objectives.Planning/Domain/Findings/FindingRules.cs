using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

/// <summary>Every rule by which findings arise from what planning knows (S6.11), one method a rule. What an objective's findings are depends on nothing but its surroundings.</summary>
internal static class FindingRules
{
    public static IEnumerable<FindingOf> Of(ObjectiveFacts objective, Surroundings around)
    {
        if (!objective.IsLive)
            return [];
        var below = around.ChildrenOf(objective.Id).Where(c => c.IsLive).ToList();
        var parent = objective.ParentId is { } id ? around.Find(id) : null;
        var coverage = Coverage.Of(objective.AsTarget, below.Select(c => c.AsTarget), around.Measures);
        return ((IEnumerable<FindingOf?>)
        [
            Shortfall(objective, below, coverage, around),
            NotExecuted(objective, below, around),
            PeriodMismatch(objective, below, coverage, around),
            .. parent is null ? [] : BesidesParent(objective, parent, around),
            DuplicateVertical(objective, parent, around),
            DuplicateHorizontal(objective, around),
            WrongWay(objective, parent, around),
            NoResponsibility(objective, around),
            NoTeamObjective(objective, around),
            NotPhased(objective, around),
            NoStrategy(objective),
            Uncalibrated(objective, around),
            SupportOpen(objective, around),
            OneSided(objective, around),
            ImportantWithoutProject(objective, around),
            ImportantNotAppraised(objective, around),
            ImportantWithoutIncentive(objective, around),
            CompetencyGapWithoutPlan(objective, around),
        ]).OfType<FindingOf>();
    }

    /// <summary>S6.1: what those below are to reach does not make up the target.</summary>
    private static FindingOf? Shortfall(ObjectiveFacts o, List<ObjectiveFacts> below, Coverage coverage, Surroundings around) => coverage.Shortfall > 0
        ? new(o.Id, FindingKind.CoverageShortfall, FindingSeverity.Blocking, Few(coverage.Counted), coverage.Shortfall, coverage.RolledUp, o.Target, Repairable: CoverageRepair.IsPlain(around.Measures[o.MeasureId]) && below.TrueForAll(around.MayStillSay))
        : null;

    /// <summary>S6.5: nobody below carries it out, and it has no work plan of its own. A customer's, a position's and a person's own are carried out by whoever owns them.</summary>
    private static FindingOf? NotExecuted(ObjectiveFacts o, List<ObjectiveFacts> below, Surroundings around)
        => o.Level is ObjectiveLevel.Company or ObjectiveLevel.Team or ObjectiveLevel.Region && below.Count == 0 && !around.HasWorkPlan(o.Id)
            ? new(o.Id, FindingKind.GapNotExecuted, FindingSeverity.Warning, [])
            : null;

    /// <summary>
    /// S6.1, S6.5: its strategy element is for other years than the cycle's; or those below make up the year's target but, as they are phased, not what is to be reached by the end
    /// of a quarter.
    /// </summary>
    private static FindingOf? PeriodMismatch(ObjectiveFacts o, List<ObjectiveFacts> below, Coverage coverage, Surroundings around)
    {
        if (o.StrategyElementId is { } element && around.YearsOf(element) is var (from, until) && (around.Year < from || around.Year > until))
            return new(o.Id, FindingKind.PeriodMismatch, FindingSeverity.Warning, [], Value: from, Limit: until);
        var measure = around.Measures[o.MeasureId];
        if (coverage.RolledUp is null || coverage.Shortfall > 0 || measure is not { Aggregation: Aggregation.Sum, Direction: MeasureDirection.Increase } || o.Phasing is null)
            return null;
        var counted = below.Where(c => coverage.Counted.Contains(c.Id)).ToList();
        if (counted.Exists(c => c.Phasing is null))
            return null;
        var wanted = PhasedMonths.Read(o.Phasing);
        var offered = counted.SelectMany(c => PhasedMonths.Read(c.Phasing)).ToLookup(m => m.Period, m => m.Value);
        var (lag, sum) = (0m, 0m);
        foreach (var month in wanted)
        {
            sum += month.Value - offered[month.Period].Sum();
            if (month.Period.Number % 3 == 0)
                lag = Math.Max(lag, sum);
        }
        return lag > 0 ? new(o.Id, FindingKind.PeriodMismatch, FindingSeverity.Warning, Few(coverage.Counted), lag) : null;
    }

    /// <summary>S6.1, S6.5: it cannot be added to its parent, and does not say how else it contributes; said, it is only noted that it does not count.</summary>
    private static IEnumerable<FindingOf?> BesidesParent(ObjectiveFacts o, ObjectiveFacts parent, Surroundings around)
    {
        var (own, upper) = (around.Measures[o.MeasureId], around.Measures[parent.MeasureId]);
        if (own.Id == upper.Id || own.AddsTo(upper))
            yield break;
        var severity = o.StatesContribution ? FindingSeverity.Info : FindingSeverity.Warning;
        if (own.UnitOfMeasure != upper.UnitOfMeasure)
            yield return new(o.Id, FindingKind.UnitMismatch, severity, [parent.Id]);
        if (!o.StatesContribution)
            yield return new(o.Id, FindingKind.GapDetached, FindingSeverity.Warning, [parent.Id]);
    }

    /// <summary>S6.1: it is to move the other way than its parent's measure in the same unit, or than its own measure says.</summary>
    private static FindingOf? WrongWay(ObjectiveFacts o, ObjectiveFacts? parent, Surroundings around)
    {
        var measure = around.Measures[o.MeasureId];
        if (o.Baseline is { } baseline && ((measure.Direction == MeasureDirection.Increase && o.Target < baseline) || (measure.Direction == MeasureDirection.Decrease && o.Target > baseline)))
            return new(o.Id, FindingKind.DirectionConflict, FindingSeverity.Warning, [], Math.Abs(o.Target - baseline), o.Target, baseline);
        if (parent is null || around.Measures[parent.MeasureId] is not { } upper || upper.UnitOfMeasure != measure.UnitOfMeasure || !measure.Opposes(upper))
            return null;
        return new(o.Id, FindingKind.DirectionConflict, o.StatesContribution ? FindingSeverity.Info : FindingSeverity.Warning, [parent.Id]);
    }

    /// <summary>S6.4, vertical: it says the same as its parent.</summary>
    private static FindingOf? DuplicateVertical(ObjectiveFacts o, ObjectiveFacts? parent, Surroundings around)
        => parent is { IsLive: true } && o.LikenessTo(parent) is var likeness and > 0 && likeness >= around.Threshold
            ? new(o.Id, FindingKind.DuplicateVertical, FindingSeverity.Warning, [parent.Id], likeness, Repairable: o.Status is ObjectiveStatus.Draft or ObjectiveStatus.Negotiating)
            : null;

    /// <summary>
    /// S6.4, horizontal: another of its level says the same. It stands at the newer of the two. Parts that were allocated of one measure are no duplicates of each other, though two channels may
    /// have a part for the same region; nor are objectives that stand above one another.
    /// </summary>
    private static FindingOf? DuplicateHorizontal(ObjectiveFacts o, Surroundings around)
    {
        var (related, most) = (new List<ObjectiveId>(), 0m);
        foreach (var other in around.PeersOf(o).Where(p => p.IsLive && p.Level == o.Level && Age.Order.Compare(p.Id, o.Id) < 0).OrderBy(p => p.Id, Age.Order))
        {
            if ((o.Origin == ObjectiveOrigin.Allocated && other.Origin == ObjectiveOrigin.Allocated && (o.ParentId == other.ParentId || o.MeasureId == other.MeasureId))
                || TreePath.IsWithin(o.Path, other.Path) || TreePath.IsWithin(other.Path, o.Path))
            {
                continue;
            }
            var likeness = o.LikenessTo(other);
            if (likeness == 0 || likeness < around.Threshold)
                continue;
            most = Math.Max(most, likeness);
            related.Add(other.Id);
        }
        return related.Count == 0
            ? null
            : new(o.Id, FindingKind.DuplicateHorizontal, FindingSeverity.Warning, Few(related), most, Repairable: o.Status is ObjectiveStatus.Draft or ObjectiveStatus.Negotiating);
    }

    /// <summary>S6.3: it names no responsibility of its unit or position that it serves. The company as a whole has no such duties.</summary>
    private static FindingOf? NoResponsibility(ObjectiveFacts o, Surroundings around) => o.Level != ObjectiveLevel.Company && o.ResponsibilityId is null
        ? new(o.Id, FindingKind.NoResponsibility, FindingSeverity.Warning, [], Repairable: around.HasDuties(o))
        : null;

    /// <summary>S4.4: no team objective stands above a personal one.</summary>
    private static FindingOf? NoTeamObjective(ObjectiveFacts o, Surroundings around) => o.Level == ObjectiveLevel.Personal && !TreePath.AncestorsOf(o.Path).Any(around.IsTeamAt)
        ? new(o.Id, FindingKind.NoTeamObjective, FindingSeverity.Warning, [])
        : null;

    /// <summary>S6.9: its target is not spread over the months.</summary>
    private static FindingOf? NotPhased(ObjectiveFacts o, Surroundings around) => o.Phasing is null
        ? new(o.Id, FindingKind.NotPhased, FindingSeverity.Warning, [], Repairable: around.MayStillSay(o))
        : null;

    /// <summary>S5.3: a company objective hangs on no element of the strategy.</summary>
    private static FindingOf? NoStrategy(ObjectiveFacts o) => o.Level == ObjectiveLevel.Company && o.StrategyElementId is null
        ? new(o.Id, FindingKind.NoStrategy, FindingSeverity.Warning, [])
        : null;

    /// <summary>S6.2: help that it needs was asked for and is not answered yet.</summary>
    private static FindingOf? SupportOpen(ObjectiveFacts o, Surroundings around) => around.OpenRequests.Contains(o.Id)
        ? new(o.Id, FindingKind.SupportOpen, FindingSeverity.Blocking, [])
        : null;

    /// <summary>S4.5: it is negotiated, and only one side has said anything of weight.</summary>
    private static FindingOf? OneSided(ObjectiveFacts o, Surroundings around) => o.Status == ObjectiveStatus.Negotiating && around.SidesOf(o.Id) == 1
        ? new(o.Id, FindingKind.OneSided, FindingSeverity.Blocking, [])
        : null;

    /// <summary>S5.3: it is important, and no project with a milestone carries it.</summary>
    private static FindingOf? ImportantWithoutProject(ObjectiveFacts o, Surroundings around) => o.Important && !around.HasProject(o.Id)
        ? new(o.Id, FindingKind.ImportantWithoutProject, FindingSeverity.Warning, [])
        : null;

    /// <summary>S4.3: it is important, and on no scorecard, not even a draft.</summary>
    private static FindingOf? ImportantNotAppraised(ObjectiveFacts o, Surroundings around) => o.Important && !around.Appraised.Contains(o.Id)
        ? new(o.Id, FindingKind.ImportantNotAppraised, FindingSeverity.Blocking, [])
        : null;

    /// <summary>S4.3: it is important, and its owner takes part in no incentive scheme.</summary>
    private static FindingOf? ImportantWithoutIncentive(ObjectiveFacts o, Surroundings around) => o.Important && !around.Incentivised.Contains(o.OwnerId)
        ? new(o.Id, FindingKind.ImportantWithoutIncentive, FindingSeverity.Blocking, [])
        : null;

    /// <summary>S5.7.2: its owner lacks competencies that it needs, and nothing is planned that would bring them in time.</summary>
    private static FindingOf? CompetencyGapWithoutPlan(ObjectiveFacts o, Surroundings around) => around.UnplannedGapsOf(o.Id) is > 0 and var gaps
        ? new(o.Id, FindingKind.CompetencyGapWithoutPlan, FindingSeverity.Warning, [], gaps)
        : null;

    /// <summary>S5.1: history says that its target is too low, or too high, to be a good one. What is committed is followed, and no longer weighed.</summary>
    private static FindingOf? Uncalibrated(ObjectiveFacts o, Surroundings around) => !o.IsBeingSet ? null : around.VerdictOn(o.Id) switch
    {
        { Verdict: CalibrationVerdict.TooLow } verdict => new(o.Id, FindingKind.TargetTooLow, FindingSeverity.Warning, [], Math.Abs(o.Target - verdict.Expected), o.Target, verdict.Expected),
        { Verdict: CalibrationVerdict.TooHigh } verdict => new(o.Id, FindingKind.TargetTooHigh, FindingSeverity.Warning, [], Math.Abs(o.Target - verdict.Expected), o.Target, verdict.Expected),
        _ => null,
    };

    private static IReadOnlyList<ObjectiveId> Few(IReadOnlyList<ObjectiveId> ids) => ids.Count <= FindingOf.MaxRelated ? ids : [.. ids.Take(FindingOf.MaxRelated)];
}
