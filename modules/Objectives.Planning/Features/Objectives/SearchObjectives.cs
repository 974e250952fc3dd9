using Microsoft.EntityFrameworkCore;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Features;

namespace Objectives.Planning.Features.Objectives;

/// <summary>Objectives by words in their titles, codes and descriptions; those that the caller may read.</summary>
internal sealed class SearchObjectives(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : ISearchSource
{
    public IReadOnlyList<string> Kinds => ["OBJECTIVE"];

    public async Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var lower = text.ToLowerInvariant();
        var found = db.Objectives.Where(sight.MayRead<Objective>())
            .Where(o => o.Title.ToLower().Contains(lower) || o.Code.ToLower().Contains(lower) || o.Description.ToLower().Contains(lower));
        var total = await found.CountAsync(cancellationToken);
        var rows = take == 0 ? [] : await found.OrderByDescending(o => o.Code).Skip(skip).Take(take).Select(o => new { o.ObjectiveId, o.Title, o.Code, o.Description }).ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(o => new SearchHit("Objective", o.ObjectiveId.Value, Search.SnippetOf($"{o.Code} {o.Title} {o.Description}".Trim(), text))));
    }
}
