using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Objectives by words in their titles, codes and descriptions; those that the caller may read.</summary>
internal sealed class SearchObjectives(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : ISearchSource
{
    private static readonly Keyset<Found> Order = new Keyset<Found>().By(f => f.Code, descending: true);

    public IReadOnlyList<string> Kinds => ["OBJECTIVE"];

    public async Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = db.Objectives.Where(sight.MayRead<Objective>()).Saying(text, Says<Objective>).Select(o => new Found(o.ObjectiveId.Value, o.Code, o.Title, o.Description));
        var hits = await Order.PageAsync(found, page, cancellationToken);
        return hits.Select(f => new SearchHit("Objective", f.Id, Search.SnippetOf($"{f.Code} {f.Title} {f.Description}".Trim(), text)));
    }

    public static Expression<Func<T, bool>> Says<T>(string word)
        where T : class, IObjectiveState
        => o => o.Title.ToLower().Contains(word) || o.Code.ToLower().Contains(word) || o.Description.ToLower().Contains(word);

    private sealed record Found(Guid Id, string Code, string Title, string Description);
}
