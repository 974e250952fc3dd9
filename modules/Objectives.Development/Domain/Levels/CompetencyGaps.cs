using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Development.Domain.Levels;

/// <summary>What an objective needs of its owner.</summary>
/// <param name="By">The last day on which it is of use: the last of the objective's cycle.</param>
internal sealed record Need(ObjectiveId ObjectiveId, PersonId OwnerId, CompetencyId CompetencyId, int Level, DateOnly By);

/// <summary>What is being done about a competency: neither passed, failed nor cancelled.</summary>
internal sealed record OpenItem(PersonId PersonId, CompetencyId CompetencyId, int TargetLevel, DateOnly Due);

/// <summary>What an objective needs against what its owner has.</summary>
/// <param name="Current">The level in force, 0 where nobody has assessed any.</param>
/// <param name="Planned">Whether what is being done is to reach the level in time.</param>
internal sealed record Gap(Need Need, int Current, bool Planned)
{
    public bool IsOpen => Need.Level > Current;
}

internal static class CompetencyGaps
{
    /// <summary>
    /// A gap is a level that an objective needs and its owner has not. It is planned when something open is to bring the competency to that level or above, due not later than the objective's last day.
    /// </summary>
    public static IReadOnlyList<Gap> Of(IEnumerable<Need> needs, IReadOnlyDictionary<(PersonId, CompetencyId), int> levels, ILookup<(PersonId, CompetencyId), OpenItem> open)
        => [.. Against(needs, levels, open).Where(g => g.IsOpen)];

    /// <summary>Every need, those that are met too.</summary>
    public static IEnumerable<Gap> Against(IEnumerable<Need> needs, IReadOnlyDictionary<(PersonId, CompetencyId), int> levels, ILookup<(PersonId, CompetencyId), OpenItem> open)
        => from need in needs
           let key = (need.OwnerId, need.CompetencyId)
           select new Gap(need, levels.GetValueOrDefault(key), open[key].Any(i => i.TargetLevel >= need.Level && i.Due <= need.By));
}
