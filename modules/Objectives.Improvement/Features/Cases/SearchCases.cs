using Microsoft.EntityFrameworkCore;
using Objectives.Improvement.Data;
using Objectives.Platform.Features;

namespace Objectives.Improvement.Features.Cases;

/// <summary>Improvement cases of all cycles by words in titles, causes, countermeasures and lessons, the newest first.</summary>
internal sealed class SearchCases(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : ISearchSource
{
    public IReadOnlyList<string> Kinds => ["IMPROVEMENT_CASE"];

    public async Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = db.Cases.Where(await sight.MayReadAsync(cancellationToken)).Saying(db, text);
        var total = await found.CountAsync(cancellationToken);
        var rows = take == 0 || total <= skip
            ? []
            : await found.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Skip(skip).Take(take).Select(c => new { c.Id, c.Title, c.Symptoms, c.Lessons }).ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(c => new SearchHit("ImprovementCase", c.Id.Value, Search.SnippetOf(string.Join(' ', new[] { c.Title, c.Symptoms, c.Lessons }.OfType<string>()), text))));
    }
}
