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

/// <param name="Done">Of the total.</param>
/// <param name="Blocked">Of those not done: they wait for something that others must do first.</param>
internal sealed record SettingStep(SettingStepKind Step, int Done, int Total, int Blocked);

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
    public static SettingStep Of<TKey>(SettingStepKind step, IReadOnlyDictionary<TKey, UnitId> subjects, IReadOnlyDictionary<TKey, SubjectCount> counts, IReadOnlySet<UnitId> closed)
        where TKey : notnull
    {
        var (done, blocked) = (0, 0);
        foreach (var (subject, unit) in subjects)
        {
            var count = counts.GetValueOrDefault(subject);
            if (count.Live > 0 && count.Settled == count.Live)
                done++;
            else if (count.Waits || closed.Contains(unit))
                blocked++;
        }
        return new(step, done, subjects.Count, blocked);
    }
}
