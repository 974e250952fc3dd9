namespace Objectives.Platform.Import.Files;

/// <summary>Reads an upload piece by piece from the database, from wherever it is asked to.</summary>
internal sealed class ChunkStream(Func<int, ChunkQuery> chunk, long length) : Stream
{
    private byte[] _bytes = [];
    private int _number = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("Before the beginning.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Wanted() is { } number)
            (_bytes, _number) = (chunk(number).Read(), number);
        return Copy(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Wanted() is { } number)
            (_bytes, _number) = (await chunk(number).ReadAsync(cancellationToken), number);
        return Copy(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length };

    public override void Flush()
    {
        // Nothing is ever written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The piece that the position lies in, when it is not the one at hand.</summary>
    private int? Wanted()
    {
        var number = (int)(_position / UploadStore.ChunkSize);
        return _position < length && number != _number ? number : null;
    }

    private int Copy(Span<byte> buffer)
    {
        if (_position >= length)
            return 0;
        var from = _bytes.AsSpan((int)(_position % UploadStore.ChunkSize));
        var count = Math.Min(from.Length, buffer.Length);
        from[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
