using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import.Files;

/// <summary>Keeps files that are sent ahead of the request that uses them, in pieces: no more than one piece is ever in memory.</summary>
public sealed class UploadStore(IDbContextFactory<PlatformDb> dbs, TimeProvider systemClock, IOptions<ImportLimits> limits)
{
    internal const int ChunkSize = 256 * 1024;
    private const int MaxNameLength = 255;

    /// <summary>Each piece is a transaction of its own, so that a slow sender holds nobody up. Fails with LIMIT_EXCEEDED, or REQUIRED for an empty file.</summary>
    public async Task<Result<UploadId>> SaveAsync(PersonId owner, string fileName, Stream content, CancellationToken cancellationToken)
    {
        var id = UploadId.New();
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
        {
            db.Uploads.Add(new() { Id = id.Value, OwnerId = owner.Value, FileName = fileName.Length > MaxNameLength ? fileName[^MaxNameLength..] : fileName, Length = 0, At = systemClock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }
        try
        {
            var length = await SaveChunksAsync(id, content, cancellationToken);
            if (length > 0)
            {
                await using var db = await dbs.CreateDbContextAsync(cancellationToken);
                await db.Uploads.Where(u => u.Id == id.Value).ExecuteUpdateAsync(s => s.SetProperty(u => u.Length, length), cancellationToken);
                return id;
            }
            await DeleteAsync(id);
            return length == 0
                ? Error.Required("file")
                : new Error(ErrorCode.LimitExceeded, new($"A file may have {limits.Value.UploadBytes >> 20} MB.", $"文件不得超过 {limits.Value.UploadBytes >> 20} MB。"), "file");
        }
        catch
        {
            await DeleteAsync(id);
            throw;
        }
    }

    /// <summary>Null when there is none, or it is another person's.</summary>
    public async Task<IFileSource?> FindAsync(UploadId id, PersonId owner, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var length = await db.Uploads.Where(u => u.Id == id.Value && u.OwnerId == owner.Value).Select(u => u.Length).SingleOrDefaultAsync(cancellationToken);
        return length > 0 ? new UploadedFile(dbs, id, length) : null;
    }

    /// <summary>The file's length; less than 0 when it is longer than allowed.</summary>
    private async Task<long> SaveChunksAsync(UploadId id, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[ChunkSize];
        var length = 0L;
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, cancellationToken);
            length += read;
            if (length > limits.Value.UploadBytes)
                return -1;
            if (read > 0)
            {
                await using var db = await dbs.CreateDbContextAsync(cancellationToken);
                db.UploadChunks.Add(new() { UploadId = id.Value, Number = number, Bytes = buffer[..read] });
                await db.SaveChangesAsync(cancellationToken);
            }
            if (read < ChunkSize)
                return length;
        }
    }

    private async Task DeleteAsync(UploadId id)
    {
        await using var db = await dbs.CreateDbContextAsync(CancellationToken.None);
        await db.UploadChunks.Where(c => c.UploadId == id.Value).ExecuteDeleteAsync(CancellationToken.None);
        await db.Uploads.Where(u => u.Id == id.Value).ExecuteDeleteAsync(CancellationToken.None);
    }

    private sealed class UploadedFile(IDbContextFactory<PlatformDb> dbs, UploadId id, long length) : IFileSource
    {
        public string Identity => id.Value.ToString("N");

        public long Length => length;

        public Stream Open() => new ChunkStream(number => new(dbs.CreateDbContext(), id.Value, number), length);
    }
}

/// <summary>One piece of an upload, still to be read.</summary>
internal sealed record ChunkQuery(PlatformDb Db, Guid UploadId, int Number)
{
    private IQueryable<byte[]> Bytes => Db.UploadChunks.Where(c => c.UploadId == UploadId && c.Number == Number).Select(c => c.Bytes);

    public byte[] Read()
    {
        using (Db)
            return Bytes.SingleOrDefault() ?? throw Gone();
    }

    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using (Db)
            return await Bytes.SingleOrDefaultAsync(cancellationToken) ?? throw Gone();
    }

    private static UnreadableFileException Gone() => new(new("The upload was deleted; send it again.", "上传的文件已被删除，请重新上传。"), "uploadId", ErrorCode.NotFound);
}
