namespace Objectives.Platform.Import.Files;

/// <summary>A file's bytes, which can be read again from their beginning.</summary>
public interface IFileSource
{
    /// <summary>By which the same request is recognised when it is sent again.</summary>
    string Identity { get; }

    long Length { get; }

    /// <summary>From the beginning; seekable.</summary>
    Stream Open();
}

/// <summary>A file sent within the request.</summary>
public sealed class SentFile(byte[] bytes) : IFileSource
{
    public string Identity { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    public long Length => bytes.Length;

    public Stream Open() => new MemoryStream(bytes, writable: false);
}
