using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Objectives.Gateway.Transport;

/// <summary>Documents known by the SHA-256 of their text (64 hexadecimal digits in lower case), so that the page need not send them.</summary>
internal interface ITrustedDocuments
{
    bool TryGet(string sha256, [NotNullWhen(true)] out string? query);
}

/// <summary>The documents that the page's build wrote beside it; none where there is no such file.</summary>
internal sealed class TrustedDocuments : ITrustedDocuments
{
    private readonly FrozenDictionary<string, string> _documents;

    public TrustedDocuments(IWebHostEnvironment environment, IOptions<GraphQlLimits> options)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(options.Value.TrustedDocuments);
        if (!file.Exists)
        {
            _documents = FrozenDictionary<string, string>.Empty;
            return;
        }
        using var stream = file.CreateReadStream();
        _documents = (JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool TryGet(string sha256, [NotNullWhen(true)] out string? query) => _documents.TryGetValue(sha256, out query);
}
