using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>Which part of a list: forwards by first and after, backwards by last and before.</summary>
/// <param name="WantsTotal">Whether the client selected the total, which costs a count.</param>
public sealed record PageRequest(int? First = null, string? After = null, int? Last = null, string? Before = null, bool WantsTotal = true)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 500;

    public bool Backward => Last is not null || (First is null && Before is not null);

    public int Size
    {
        get
        {
            if (First is not null && Last is not null)
                throw new ApiException(ApiErrorCode.BadUserInput, new("Give first or last, not both.", "first 与 last 只能填写其一。"));
            var size = First ?? Last ?? DefaultSize;
            var refusal = new Text($"first and last are between 0 and {MaxSize}; you sent {size}.", $"first 与 last 应在 0 与 {MaxSize} 之间，您填写的是 {size}。");
            return size switch
            {
                < 0 => throw new ApiException(ApiErrorCode.BadUserInput, refusal),
                > MaxSize => throw new ApiException(ApiErrorCode.LimitExceeded, refusal, new("limit", "pageSize"), new("allowed", MaxSize), new("actual", size)),
                _ => size,
            };
        }
    }
}

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

public interface IEdge
{
    object? Node { get; }

    string Cursor { get; }
}

public interface IPage
{
    IEnumerable<IEdge> Edges { get; }

    IEnumerable<object?> Nodes { get; }

    PageInfo PageInfo { get; }

    int TotalCount { get; }
}

public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}

/// <summary>A part of a list as the contract's connections give it.</summary>
public sealed record Page<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo, int TotalCount) : IPage
{
    IEnumerable<IEdge> IPage.Edges => (IEnumerable<IEdge>)Edges;

    IEnumerable<object?> IPage.Nodes => Edges.Select(e => (object?)e.Node);

    public IEnumerable<T> Nodes => Edges.Select(e => e.Node);

    public static Page<T> Empty { get; } = new([], new(false, false, null, null), 0);

    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Edges.Select(e => new Edge<TOther>(map(e.Node), e.Cursor))], PageInfo, TotalCount);
}

/// <summary>Pages of lists that are in memory.</summary>
public static class Page
{
    /// <param name="items">Each with the text by which it is ordered, bytewise; it is unique and serves as the cursor.</param>
    public static Page<T> Of<T>(IEnumerable<(string Key, T Value)> items, PageRequest page)
    {
        var all = items.OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
        var rest = page.After is null ? all : all.FindAll(i => string.CompareOrdinal(i.Key, page.After) > 0);
        var size = page.Size;
        List<Edge<T>> edges = [.. rest.Take(size).Select(i => new Edge<T>(i.Value, i.Key))];
        return new(edges, new(rest.Count > size, page.After is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), all.Count);
    }
}
