using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features;

/// <summary>A module's part of the search: what it finds by words among the kinds that it holds and the caller may read.</summary>
public interface ISearchSource
{
    /// <summary>The contract's SearchKind names, in the order in which hits are listed.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken);
}

public sealed record SearchFindings(int Total, IReadOnlyList<SearchHit> Hits);

/// <param name="Type">The entity's name in the API.</param>
/// <param name="Snippet">The words around what was found.</param>
public sealed record SearchHit(string Type, Guid Id, string Snippet);

public sealed record SearchEdge(SearchHit Hit, string Cursor);

public sealed record SearchResult(IReadOnlyList<SearchEdge> Edges, PageInfo PageInfo, int TotalCount)
{
    public IEnumerable<SearchHit> Nodes => Edges.Select(e => e.Hit);
}

/// <summary>Any entity by words in its names, texts or codes. Hits are listed kind by kind; a cursor is a place in that list.</summary>
public static class Search
{
    public const int MaxLength = 100;

    [AllowedToEveryone]
    public sealed record Query(string Text, IReadOnlyList<string>? Kinds, PageRequest Page) : IQuery<SearchResult>;

    public sealed class Handler(IEnumerable<ISearchSource> sources) : IQueryHandler<Query, SearchResult>
    {
        public async Task<SearchResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var text = request.Text.Trim();
            if (text.Length is 0 or > MaxLength)
                throw new ApiException(ApiErrorCode.BadUserInput, new($"'text' has 1 to {MaxLength} characters.", $"“text”应为 1 至 {MaxLength} 个字符。"));
            var skip = request.Page.After is null ? 0
                : int.TryParse(request.Page.After, out var place) && place > 0 ? place
                : throw new ApiException(ApiErrorCode.BadUserInput, new("'after' is no cursor of this list.", "“after”不是此列表的游标。"));
            var (wanted, total, hits) = (request.Page.Size, 0, new List<SearchHit>());
            foreach (var source in sources)
            {
                foreach (var kind in source.Kinds.Where(k => request.Kinds is not { Count: > 0 } || request.Kinds.Contains(k)))
                {
                    var found = await source.FindAsync(text, kind, Math.Max(0, skip - total), wanted - hits.Count, cancellationToken);
                    total += found.Total;
                    hits.AddRange(found.Hits);
                }
            }
            var edges = hits.Select((hit, i) => new SearchEdge(hit, $"{skip + i + 1}")).ToList();
            return new(edges, new(skip + hits.Count < total, skip > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), total);
        }
    }

    /// <summary>The words around the first place where a text is found, for the list of hits.</summary>
    public static string SnippetOf(string content, string text)
    {
        const int around = 40;
        var at = content.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || content.Length <= around * 2)
            return content.Length <= around * 2 ? content : content[..(around * 2)] + "…";
        var (from, until) = (Math.Max(0, at - around), Math.Min(content.Length, at + text.Length + around));
        return (from > 0 ? "…" : string.Empty) + content[from..until] + (until < content.Length ? "…" : string.Empty);
    }
}
