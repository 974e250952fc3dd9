using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Objectives.Development.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Import;

/// <summary>Competencies as files have them, by code.</summary>
internal static class ExportCompetencies
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await foreach (var c in db.Competencies.OrderBy(c => c.Code).Select(c => new { c.Code, c.Name, c.Levels }).AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return [c.Code, c.Name, string.Join('\n', c.Levels)];
        }
    }
}

/// <summary>Courses as files have them, by code.</summary>
internal static class ExportCourses
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var before = (await (
                from p in db.CoursePrerequisites
                join c in db.Courses on p.PrerequisiteId equals c.Id
                orderby c.Code
                select new { p.CourseId, c.Code }).ToListAsync(cancellationToken)).ToLookup(p => p.CourseId, p => p.Code);
            var courses = from course in db.Courses
                          join competency in db.Competencies on course.CompetencyId equals competency.Id
                          orderby course.Code
                          select new { course.Id, course.Code, course.Title, course.Provider, course.Hours, Competency = competency.Code, course.ReachesLevel, course.MboBasics };
            await foreach (var c in courses.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return [c.Code, c.Title, c.Provider, c.Hours, c.Competency, c.ReachesLevel, string.Join('\n', before[c.Id]), c.MboBasics];
        }
    }
}
