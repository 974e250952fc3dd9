using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Objectives.Platform.Data;

/// <summary>
/// Takes what stands in the write-ahead log of a SQLite file over into the file, so that no commit has to do it while others wait for their turn: first beside those who write, and then, in a turn, the little that they
/// have written meanwhile, after which the log begins anew.
/// </summary>
/// <param name="turns">One place: who has it is the only writer.</param>
internal sealed partial class LogCheckpoint(string connectionString, SemaphoreSlim turns, ILogger log) : IDisposable
{
    /// <summary>How long it waits for company: rows that belong together stand on the same pages, and these are written once.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(500);

    /// <summary>How often it takes over beside those who write; each time leaves what was written meanwhile, which is less and less.</summary>
    private const int Passes = 3;

    private readonly CancellationTokenSource _ending = new();
    private SafeFileHandle? _file;
    private int _due;

    /// <summary>Something was written.</summary>
    public void Due()
    {
        if (Interlocked.Exchange(ref _due, 1) == 0)
            _ = Task.Run(RunAsync, CancellationToken.None);
    }

    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            var ending = _ending.Token;
            await Task.Delay(Gather, ending);
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(ending);
            for (var pass = 0; pass < Passes; pass++)
            {
                await TakeOverAsync(connection);
                FlushFile();
            }
            await turns.WaitAsync(ending);
            try
            {
                Volatile.Write(ref _due, 0); // What is written from now on is for the next time.
                await TakeOverAsync(connection);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The program ends; SQLite does it as the last connection is closed.
        }
        catch (Exception e)
        {
            LogFailed(log, e);
            Volatile.Write(ref _due, 0); // It is tried again after the next write, and nothing is lost until then.
        }
    }

    /// <summary>As much as can be without waiting for those who read.</summary>
    private static async Task TakeOverAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Brings to the disk what was taken over: SQLite does so only when it has taken over all, which would be in the turn.</summary>
    /// <remarks>The file stays open until the program ends: on Unix, closing it would give up all locks that SQLite holds on it in this program.</remarks>
    private void FlushFile()
    {
        _file ??= File.OpenHandle(new SqliteConnectionStringBuilder(connectionString).DataSource, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(_file);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The write-ahead log could not be taken over into the database file")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
