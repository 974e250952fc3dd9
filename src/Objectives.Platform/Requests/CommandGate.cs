using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Objectives.Platform.Data;

namespace Objectives.Platform.Requests;

/// <summary>
/// How many commands of this program are in their transactions at once. On a server each holds a connection and, while it asks other modules, needs one more:
/// were there as many as the pool has connections, all would wait for each other. A SQLite file takes one writer at a time: here they wait in the order in which they
/// came, instead of trying its lock again and again.
/// </summary>
public sealed class CommandGate : IDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly GroupFlush? _flush;
    private readonly LogCheckpoint? _checkpoint;

    public CommandGate(Database database, ILogger<CommandGate> log)
    {
        _places = new(database.Kind == DatabaseKind.Sqlite ? 1 : Math.Max(16, Environment.ProcessorCount * 2));
        if (database.Kind != DatabaseKind.Sqlite)
            return;
        _flush = new(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
        _checkpoint = new(database.ConnectionString, _places, log);
    }

    /// <summary>Waits for a place, which is free again when the turn ends.</summary>
    /// <param name="db">Whose connection is set for the turn.</param>
    /// <param name="cancellationToken">While waiting.</param>
    public async Task<Turn> EnterAsync(ModuleDb db, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        db.Database.AutoSavepointsEnabled = false; // What fails is rolled back and done again as a whole.
        var turn = new Turn(this, db);
        try
        {
            if (_flush is not null)
                await turn.OpenAsync(cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something in a turn, on a thread that has nothing else to do and a connection to the SQLite file that is set for it.</summary>
    internal void Alone(Action act)
    {
        _places.Wait();
        try
        {
            act();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>On SQLite: tells each when all that this program has committed before the call is safe.</summary>
    internal void TellFlushed(IEnumerable<TaskCompletionSource> waiting) => _flush!.Tell(waiting);

    public void Dispose()
    {
        _flush?.Dispose();
        _checkpoint?.Dispose();
        _places.Dispose();
    }

    private Task FlushedAsync() => _flush?.FlushedAsync() ?? Task.CompletedTask;

    private void Leave()
    {
        _places.Release();
        _checkpoint?.Due();
    }

    /// <summary>One command's time at the database.</summary>
    public sealed class Turn(CommandGate gate, ModuleDb db) : IAsyncDisposable
    {
        /// <summary>Of a SQLite connection in its turn: a commit neither waits for the disk nor takes the log over into the file, and a lock held by what has no turn is asked for again soon.</summary>
        internal const string Settings = "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA busy_timeout=10000";

        private bool _opened;
        private bool _ended;

        /// <summary>Ends the turn, and waits until what was committed in it is safe: others take their turns meanwhile.</summary>
        public async Task KeptAsync()
        {
            await DisposeAsync();
            await gate.FlushedAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (_ended)
                return;
            _ended = true;
            try
            {
                if (_opened)
                {
                    await SetAsync("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000", CancellationToken.None);
                    await db.Database.CloseConnectionAsync();
                }
            }
            finally
            {
                gate.Leave();
            }
        }

        internal async Task OpenAsync(CancellationToken cancellationToken)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            _opened = true;
            await SetAsync(Settings, cancellationToken);
        }

        private async Task SetAsync(string pragmas, CancellationToken cancellationToken)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable S2077 // Only ever the two texts above.
            command.CommandText = pragmas;
#pragma warning restore S2077
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
