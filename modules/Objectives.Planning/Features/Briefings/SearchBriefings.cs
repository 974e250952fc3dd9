using Microsoft.EntityFrameworkCore;
using Objectives.Planning.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Briefings by words in their titles and bodies; those that the caller may read.</summary>
internal sealed class SearchBriefings(IDbContextFactory<PlanningDb> dbs, BriefingAccess access) : ISearchSource
{
    private static readonly Keyset<Found> Order = new Keyset<Found>().By(f => f.PublishedAt, descending: true).By(f => f.Id);

    public IReadOnlyList<string> Kinds => ["BRIEFING"];

    public async Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = db.Briefings.Where(sight.MayRead).Saying(text, word => b => b.Title.ToLower().Contains(word) || b.Body.ToLower().Contains(word))
            .Select(b => new Found((Guid)(object)b.Id, b.PublishedAt, b.Title, b.Body));
        var hits = await Order.PageAsync(found, page, cancellationToken);
        return hits.Select(f => new SearchHit("Briefing", f.Id, Search.SnippetOf($"{f.Title} {f.Body}", text)));
    }

    private sealed record Found(Guid Id, DateTimeOffset PublishedAt, string Title, string Body);
}
