using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Features.Courses;

/// <summary>Courses by words in their titles, providers or codes.</summary>
internal sealed class SearchCourses(IDbContextFactory<DevelopmentDb> dbs) : ISearchSource
{
    private static readonly Keyset<Found> Order = new Keyset<Found>().By(f => f.Code);

    public IReadOnlyList<string> Kinds => ["COURSE"];

    public async Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = db.Courses.Saying(text, Says).Select(c => new Found(c.Id.Value, c.Code, c.Title, c.Provider));
        var hits = await Order.PageAsync(found, page, cancellationToken);
        return hits.Select(f => new SearchHit("Course", f.Id, Search.SnippetOf($"{f.Code} {f.Title} {f.Provider}", text)));
    }

    public static Expression<Func<Course, bool>> Says(string word) => c => c.Title.ToLower().Contains(word) || c.Code.ToLower().Contains(word) || c.Provider.ToLower().Contains(word);

    private sealed record Found(Guid Id, string Code, string Title, string Provider);
}
