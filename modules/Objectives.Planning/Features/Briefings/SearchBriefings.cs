using Microsoft.EntityFrameworkCore;
using Objectives.Planning.Data;
using Objectives.Platform.Features;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Briefings by words in their titles and bodies; those that the caller may read.</summary>
internal sealed class SearchBriefings(IDbContextFactory<PlanningDb> dbs, BriefingAccess access) : ISearchSource
{
    public IReadOnlyList<string> Kinds => ["BRIEFING"];

    public async Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var lower = text.ToLowerInvariant();
        var found = db.Briefings.Where(sight.MayRead).Where(b => b.Title.ToLower().Contains(lower) || b.Body.ToLower().Contains(lower));
        var total = await found.CountAsync(cancellationToken);
        var rows = take == 0 ? [] : await found.OrderByDescending(b => b.PublishedAt).ThenBy(b => b.Id).Skip(skip).Take(take).Select(b => new { b.Id, b.Title, b.Body }).ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(b => new SearchHit("Briefing", b.Id.Value, Search.SnippetOf($"{b.Title} {b.Body}", text))));
    }
}
