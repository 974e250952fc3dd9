using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Features.Levels;

namespace Objectives.Development.Features.Gaps;

/// <summary>The gaps of objectives, by the same three statements however many objectives and people there are.</summary>
internal static class GapReader
{
    /// <param name="by">The last day of each objective's cycle.</param>
    public static async Task<IReadOnlyList<Gap>> GapsAsync(
        this DevelopmentDb db, IReadOnlyDictionary<ObjectiveId, PersonId> owners, Func<CycleId, DateOnly> by, CancellationToken cancellationToken)
        => [.. (await db.StandingsAsync(owners, by, cancellationToken)).Where(g => g.IsOpen)];

    /// <summary>What objectives need against what their owners have, met or not.</summary>
    /// <param name="by">The last day of each objective's cycle.</param>
    public static async Task<IReadOnlyList<Gap>> StandingsAsync(
        this DevelopmentDb db, IReadOnlyDictionary<ObjectiveId, PersonId> owners, Func<CycleId, DateOnly> by, CancellationToken cancellationToken)
    {
        if (owners.Count == 0)
            return [];
        var ids = owners.Keys.ToList();
        var needed = await (
            from n in db.NeededCompetencies.Where(n => EF.Parameter(ids).Contains(n.ObjectiveId))
            join c in db.Competencies on n.CompetencyId equals c.Id
            orderby c.Code
            select new { n.ObjectiveId, n.CycleId, n.CompetencyId, n.Level }).ToListAsync(cancellationToken);
        if (needed.Count == 0)
            return [];
        var needs = needed.ConvertAll(n => new Need(n.ObjectiveId, owners[n.ObjectiveId], n.CompetencyId, n.Level, by(n.CycleId)));
        var people = needs.Select(n => n.OwnerId).Distinct().ToList();
        var levels = await db.LevelsInForceAsync(people, cancellationToken);
        var open = await db.DevelopmentItems.Where(i => EF.Parameter(people).Contains(i.PersonId) && (i.Status == DevelopmentItemStatus.Planned || i.Status == DevelopmentItemStatus.InProgress))
            .Select(i => new OpenItem(i.PersonId, i.CompetencyId, i.TargetLevel, i.Due)).ToListAsync(cancellationToken);
        return [.. CompetencyGaps.Against(needs, levels.ToDictionary(l => l.Key, l => l.Value.Level), open.ToLookup(i => (i.PersonId, i.CompetencyId)))];
    }
}
