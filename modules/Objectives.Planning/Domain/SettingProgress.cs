using Objectives.Contracts;
using Objectives.Contracts.Organization;

namespace Objectives.Planning.Domain;

/// <summary>The seven steps of S6.8, in their order.</summary>
internal enum SettingStepKind
{
    Strategy,
    Team,
    Region,
    Customer,
    Position,
    Period,
    Personal,
}

/// <summary>What a subject still lacks for a step.</summary>
internal enum SettingLack
{
    /// <summary>It has none of the step's level; of a plan of the strategy, no company objective hangs from it.</summary>
    Objective,

    /// <summary>Not all that it has are agreed.</summary>
    Agreement,

    /// <summary>The target is not spread over the months.</summary>
    Phasing,
}

/// <summary>What others must do first.</summary>
internal enum SettingBlock
{
    /// <summary>Publish the briefings that its unit misses.</summary>
    Briefing,

    /// <summary>Answer a request for help.</summary>
    Support,

    /// <summary>Tie the plan to a vision.</summary>
    Strategy,
}

/// <summary>What is not done of a step.</summary>
/// <param name="SubjectType">A StrategyElement, Unit, Region, Customer, Position, Objective or Person.</param>
/// <param name="BlockedBy">Null where nothing is in the way.</param>
internal sealed record OpenSubject(string SubjectType, Guid SubjectId, SettingLack Lacks, SettingBlock? BlockedBy);

/// <param name="Done">Of the total.</param>
/// <param name="Blocked">Of those not done: they wait for something that others must do first.</param>
/// <param name="Open">What is not done, the blocked first, at most <see cref="MaxOpen"/>.</param>
internal sealed record SettingStep(SettingStepKind Step, int Done, int Total, int Blocked, IReadOnlyList<OpenSubject> Open)
{
    public const int MaxOpen = 50;
}

/// <summary>How many live objectives a subject has at a step's level, how many of them are agreed or further, and whether one waits for help.</summary>
internal readonly record struct SubjectCount(int Live, int Settled, bool Waits);

/// <summary>
/// How each step is counted, for a unit with all below it.
/// STRATEGY: the annual plans of the cycle's year; done, when a company objective of the cycle hangs from it; blocked, when its chain does not reach a vision. It is the same for every unit.
/// TEAM, REGION, CUSTOMER, POSITION, PERSONAL: the active units, regions, customers (of these regions), positions and people; done, when the subject has an objective of that level (a
/// unit: of level TEAM or COMPANY) and all that it has are agreed or further; blocked, when it is not done and its unit's briefings are missing, or an objective of it waits for help.
/// PERIOD: the live objectives; done, when the target is phased; blocked, when it is not and the unit's briefings are missing.
/// Withdrawn objectives count nowhere.
/// </summary>
internal static class SettingSteps
{
    /// <param name="type">Of the subjects.</param>
    /// <param name="closed">Units whose briefings are missing.</param>
    public static SettingStep Of<TKey>(SettingStepKind step, string type, IReadOnlyDictionary<TKey, UnitId> subjects, IReadOnlyDictionary<TKey, SubjectCount> counts, IReadOnlySet<UnitId> closed)
        where TKey : struct, IEntityId<TKey>
    {
        var open = new List<OpenSubject>();
        foreach (var (subject, unit) in subjects)
        {
            var count = counts.GetValueOrDefault(subject);
            if (count.Live > 0 && count.Settled == count.Live)
                continue;
            SettingBlock? blockedBy = closed.Contains(unit) ? SettingBlock.Briefing : count.Waits ? SettingBlock.Support : null;
            open.Add(new(type, subject.Value, count.Live == 0 ? SettingLack.Objective : SettingLack.Agreement, blockedBy));
        }
        return Of(step, subjects.Count, open);
    }

    /// <param name="open">All that is not done of the total.</param>
    public static SettingStep Of(SettingStepKind step, int total, IReadOnlyList<OpenSubject> open)
        => new(step, total - open.Count, total, open.Count(o => o.BlockedBy is not null), [.. open.OrderBy(o => o.BlockedBy is null).ThenBy(o => o.Lacks).ThenBy(o => o.SubjectId).Take(SettingStep.MaxOpen)]);
}
