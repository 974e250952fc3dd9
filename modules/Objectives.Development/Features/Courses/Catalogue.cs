using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Plans;

namespace Objectives.Development.Features.Courses;

/// <summary>The whole catalogue: there are hundreds of courses, not thousands.</summary>
internal static class Catalogue
{
    public static async Task<CourseGraph> CourseGraphAsync(this DevelopmentDb db, CancellationToken cancellationToken)
        => new((await db.CoursePrerequisites.Select(p => new { p.CourseId, p.PrerequisiteId }).ToListAsync(cancellationToken)).Select(p => (p.CourseId, p.PrerequisiteId)));

    public static async Task<IReadOnlyDictionary<CourseId, CourseOffer>> OffersAsync(this DevelopmentDb db, CancellationToken cancellationToken)
    {
        var graph = await db.CourseGraphAsync(cancellationToken);
        var courses = await db.Courses.Select(c => new { c.Id, c.Code, c.Title, c.Hours, c.CompetencyId, c.ReachesLevel }).ToListAsync(cancellationToken);
        return courses.ToDictionary(c => c.Id, c => new CourseOffer(c.Id, c.Code, c.Title, c.Hours, c.CompetencyId, c.ReachesLevel, [.. graph.Before(c.Id)]));
    }
}
