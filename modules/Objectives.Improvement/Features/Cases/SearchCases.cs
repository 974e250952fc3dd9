using Microsoft.EntityFrameworkCore;
using Objectives.Improvement.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Improvement.Features.Cases;

/// <summary>Improvement cases of all cycles by words in titles, causes, countermeasures and lessons, the newest first.</summary>
internal sealed class SearchCases(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : ISearchSource
{
    private static readonly Keyset<Found> Order = new Keyset<Found>().By(f => f.OpenedAt, descending: true).By(f => f.Id, descending: true);

    public IReadOnlyList<string> Kinds => ["IMPROVEMENT_CASE"];

    public async Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = db.Cases.Where(await sight.MayReadAsync(cancellationToken)).Saying(db, text).Select(c => new Found((Guid)(object)c.Id, c.OpenedAt, c.Title, c.Symptoms, c.Lessons));
        var hits = await Order.PageAsync(found, page, cancellationToken);
        return hits.Select(f => new SearchHit("ImprovementCase", f.Id, Search.SnippetOf(string.Join(' ', new[] { f.Title, f.Symptoms, f.Lessons }.OfType<string>()), text)));
    }

    private sealed record Found(Guid Id, DateTimeOffset OpenedAt, string Title, string? Symptoms, string? Lessons);
}
