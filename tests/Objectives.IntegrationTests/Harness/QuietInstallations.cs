using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Harness;

/// <summary>Installations of a test class's own, for those who count or compare: nobody else changes anything meanwhile.</summary>
public sealed class QuietInstallations : IAsyncDisposable
{
    private readonly Installations _own = new();

    public Task<Company> OnAsync(DatabaseKind kind) => _own.OnAsync(kind);

    public ValueTask DisposeAsync() => _own.DisposeAsync();
}
