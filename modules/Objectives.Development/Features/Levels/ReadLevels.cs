using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Levels;

internal sealed record PersonCompetencyModel(CompetencyId CompetencyId, int Level, CompetencySource Source, string? Evidence, PersonId AssessedById, DateTimeOffset AssessedAt);

internal static class LevelReading
{
    /// <summary>The levels in force of some people, by one statement.</summary>
    public static async Task<IReadOnlyDictionary<(PersonId, CompetencyId), AssessedLevel>> LevelsInForceAsync(this DevelopmentDb db, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var assessments = await db.Assessments.Where(a => EF.Parameter(people).Contains(a.PersonId))
            .Select(a => new AssessedLevel(a.Id, a.PersonId, a.CompetencyId, a.Level, a.Source, a.AssessedById, a.At)).ToListAsync(cancellationToken);
        return assessments.GroupBy(a => (a.PersonId, a.CompetencyId)).ToDictionary(g => g.Key, g => LevelInForce.Of(g)!);
    }
}

/// <summary>The levels in force of people whose development the caller may read, by the competencies' codes.</summary>
internal static class LevelsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> People) : IQuery<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonCompetencyModel>>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, IReadOnlyList<PersonCompetencyModel>>>
    {
        public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonCompetencyModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = await sight.ReadableAsync(request.People, cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var rows = await (
                from a in db.Assessments.Where(a => EF.Parameter(people).Contains(a.PersonId))
                join c in db.Competencies on a.CompetencyId equals c.Id
                select new { a.Id, a.PersonId, a.CompetencyId, c.Code, a.Level, a.Source, a.Evidence, a.AssessedById, a.At }).ToListAsync(cancellationToken);
            var inForce = rows.GroupBy(r => (r.PersonId, r.CompetencyId))
                .Select(g => LevelInForce.Of(g.Select(a => new AssessedLevel(a.Id, a.PersonId, a.CompetencyId, a.Level, a.Source, a.AssessedById, a.At)))!.Id).ToHashSet();
            return rows.Where(r => inForce.Contains(r.Id)).GroupBy(r => r.PersonId).ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<PersonCompetencyModel>)[.. g.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => new PersonCompetencyModel(r.CompetencyId, r.Level, r.Source, r.Evidence, r.AssessedById, r.At))]);
        }
    }
}
