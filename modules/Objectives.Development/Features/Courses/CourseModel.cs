using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Courses;

internal sealed record CourseModel(CourseId CourseId, string Code, string Title, string Provider, int Hours, CompetencyId CompetencyId, int ReachesLevel, bool MboBasics) : IEntityModel
{
    public static readonly Expression<Func<Course, CourseModel>> Of = c => new(c.Id, c.Code, c.Title, c.Provider, c.Hours, c.CompetencyId, c.ReachesLevel, c.MboBasics);

    public Guid Id => CourseId.Value;
}

internal static class CoursesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CourseModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CourseModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CourseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CourseId(id)).ToList();
            return await db.Courses.Where(c => ids.Contains(c.Id)).Select(CourseModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>Which courses come directly before each, by code.</summary>
internal static class PrerequisitesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<CourseId> Ids) : IQuery<IReadOnlyDictionary<CourseId, IReadOnlyList<CourseId>>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<CourseId, IReadOnlyList<CourseId>>>
    {
        public async Task<IReadOnlyDictionary<CourseId, IReadOnlyList<CourseId>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var before = await (
                from p in db.CoursePrerequisites.Where(p => EF.Parameter(request.Ids).Contains(p.CourseId))
                join c in db.Courses on p.PrerequisiteId equals c.Id
                orderby c.Code
                select new { p.CourseId, p.PrerequisiteId }).ToListAsync(cancellationToken);
            return before.GroupBy(p => p.CourseId).ToDictionary(g => g.Key, g => (IReadOnlyList<CourseId>)[.. g.Select(p => p.PrerequisiteId)]);
        }
    }
}

/// <summary>Courses by code, a page at a time.</summary>
internal static class ListCourses
{
    [AllowedToEveryone]
    public sealed record Query(string? Text, CompetencyId? CompetencyId, PageRequest Page) : IQuery<Page<CourseModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, Page<CourseModel>>
    {
        private static readonly Keyset<CourseModel> ByCode = new Keyset<CourseModel>().By(c => c.Code);

        public async Task<Page<CourseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var courses = db.Courses.Saying(request.Text, SearchCourses.Says);
            if (request.CompetencyId is { } competency)
                courses = courses.Where(c => c.CompetencyId == competency);
            return await ByCode.PageAsync(courses.Select(CourseModel.Of), request.Page, cancellationToken);
        }
    }
}
