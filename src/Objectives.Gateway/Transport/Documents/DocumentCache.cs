using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Objectives.Gateway.Transport;

/// <summary>Documents that need no parsing and no validation again, the longest unused given up first; bounded by number and by bytes.</summary>
internal sealed class DocumentCache(IOptions<GraphQlLimits> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    public int Count
    {
        get
        {
            lock (_gate)
                return _byUse.Count;
        }
    }

    public bool TryGet(string query, [NotNullWhen(true)] out KnownDocument? document)
    {
        lock (_gate)
        {
            if (!_byText.TryGetValue(query, out var node))
            {
                document = null;
                return false;
            }
            if (node != _byUse.First)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }
            document = node.Value.Document;
            return true;
        }
    }

    public void Add(string query, KnownDocument document)
    {
        var limits = options.Value;
        if (document.Bytes > limits.CachedDocumentBytes)
            return;
        lock (_gate)
        {
            if (_byText.ContainsKey(query))
                return;
            _byText[query] = _byUse.AddFirst(new Entry(query, document));
            _bytes += document.Bytes;
            while (_byUse.Count > limits.CachedDocuments || _bytes > limits.CachedDocumentBytes)
                RemoveOldest();
        }
    }

    private void RemoveOldest()
    {
        var oldest = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byText.Remove(oldest.Query);
        _bytes -= oldest.Document.Bytes;
    }

    private sealed record Entry(string Query, KnownDocument Document);
}
