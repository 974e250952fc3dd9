using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Objectives.Platform.Data;

/// <summary>
/// Takes what stands in the write-ahead log of a SQLite file over into the file, so that no commit has to do it while others wait for their turn: first beside those who write, and then, in a turn, what they
/// have written meanwhile, after which the log begins anew.
/// </summary>
/// <param name="turns">One place: who has it is the only writer.</param>
internal sealed partial class LogCheckpoint(string connectionString, SemaphoreSlim turns, ILogger log) : IDisposable
{
    /// <summary>How long it waits for company: rows that belong together stand on the same pages, and these are written once.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _ending = new();
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
            await TakeOverAsync(connection);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The write-ahead log could not be taken over into the database file")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
