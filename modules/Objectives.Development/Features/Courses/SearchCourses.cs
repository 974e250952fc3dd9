using Microsoft.EntityFrameworkCore;
using Objectives.Development.Data;
using Objectives.Platform.Features;

namespace Objectives.Development.Features.Courses;

/// <summary>Courses by words in their titles, providers or codes.</summary>
internal sealed class SearchCourses(IDbContextFactory<DevelopmentDb> dbs) : ISearchSource
{
    public IReadOnlyList<string> Kinds => ["COURSE"];

    public async Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var lower = text.ToLowerInvariant();
        var found = db.Courses.Where(c => c.Title.ToLower().Contains(lower) || c.Code.ToLower().Contains(lower) || c.Provider.ToLower().Contains(lower));
        var total = await found.CountAsync(cancellationToken);
        var rows = take == 0 || total <= skip ? [] : await found.OrderBy(c => c.Code).Skip(skip).Take(take).Select(c => new { c.Id, c.Code, c.Title, c.Provider }).ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(c => new SearchHit("Course", c.Id.Value, Search.SnippetOf($"{c.Code} {c.Title} {c.Provider}", text))));
    }
}
