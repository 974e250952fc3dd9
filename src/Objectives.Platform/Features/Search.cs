using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features;

/// <summary>A module's part of the search: what it finds by words among the kinds that it holds and the caller may read.</summary>
public interface ISearchSource
{
    /// <summary>The contract's SearchKind names, in the order in which hits are listed.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <param name="text">Words, of which each must be found.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="page">Forwards, and always with the total.</param>
    Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken);
}

/// <param name="Type">The entity's name in the API.</param>
/// <param name="Snippet">The words around what was found.</param>
public sealed record SearchHit(string Type, Guid Id, string Snippet);

public sealed record SearchEdge(SearchHit Hit, string Cursor);

public sealed record SearchResult(IReadOnlyList<SearchEdge> Edges, PageInfo PageInfo, int TotalCount)
{
    public IEnumerable<SearchHit> Nodes => Edges.Select(e => e.Hit);
}

/// <summary>Any entity by words in its names, texts or codes. Hits are listed kind by kind; a cursor is a kind and its place in the list of that kind.</summary>
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
            var kinds = sources.SelectMany(s => s.Kinds.Select(kind => (Source: s, Kind: kind))).Where(k => request.Kinds is not { Count: > 0 } || request.Kinds.Contains(k.Kind)).ToList();
            var (last, place) = Decode(request.Page.After);
            var before = last is null ? -1 : kinds.FindIndex(k => k.Kind == last);
            if (last is not null && before < 0)
                throw NoCursor();
            var (total, more, edges) = (0, false, new List<SearchEdge>());
            for (var i = 0; i < kinds.Count; i++)
            {
                var (source, kind) = kinds[i];
                var wanted = i < before ? 0 : request.Page.Size - edges.Count;
                var found = await source.FindAsync(text, kind, new(First: wanted, After: i == before ? place : null), cancellationToken);
                total += found.TotalCount;
                edges.AddRange(found.Edges.Select(e => new SearchEdge(e.Node, $"{kind}:{e.Cursor}")));
                more |= found.PageInfo.HasNextPage || (i > before && found.TotalCount > found.Edges.Count);
            }
            return new(edges, new(more, last is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), total);
        }

        private static (string? Kind, string? Place) Decode(string? cursor) => cursor?.Split(':', 2) switch
        {
            null => default,
            [var kind, var place] => (kind, place),
            _ => throw NoCursor(),
        };

        private static ApiException NoCursor() => new(ApiErrorCode.BadUserInput, new("'after' is no cursor of this list.", "“after”不是此列表的游标。"));
    }

    /// <summary>The words around the first place where one of the words is found, for the list of hits.</summary>
    public static string SnippetOf(string content, string text)
    {
        const int around = 40;
        var (at, word) = Words.Of(text).Select(w => (At: content.IndexOf(w, StringComparison.OrdinalIgnoreCase), w)).Where(f => f.At >= 0).DefaultIfEmpty((-1, string.Empty)).Min();
        if (at < 0 || content.Length <= around * 2)
            return content.Length <= around * 2 ? content : content[..(around * 2)] + "…";
        var (from, until) = (Math.Max(0, at - around), Math.Min(content.Length, at + word.Length + around));
        return (from > 0 ? "…" : string.Empty) + content[from..until] + (until < content.Length ? "…" : string.Empty);
    }
}
