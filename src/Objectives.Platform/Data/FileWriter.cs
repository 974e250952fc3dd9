using Microsoft.Data.Sqlite;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Data;

/// <summary>
/// Writes into a SQLite file what commands have added, on a thread of its own, which does not wait for a processor behind all requests; what it has committed is flushed while it writes the next already.
/// It waits a moment for those who are about to come, so that they share a transaction.
/// </summary>
internal sealed class FileWriter(string connectionString, CommandGate gate, Memories memories) : IDisposable
{
    /// <summary>How long the first who came wait for others at most.</summary>
    private const int LongestGather = 2; // Milliseconds.

    private readonly StandingConnection _connection = new(connectionString);
    private readonly object _lock = new();
    private List<WaitingRows> _waiting = [];
    private Thread? _thread;
    private int _begun;
    private int _brought;
    private bool _ended;

    /// <summary>Of those who have begun and not yet brought anything there are more than have.</summary>
    private bool MoreAreComing => _begun - _brought > _waiting.Count;

    /// <summary>A command has begun that will bring rows, until it ends.</summary>
    public IDisposable Expect()
    {
        lock (_lock)
            _begun++;
        return new Expected(this);
    }

    /// <summary>Until it is on the disk.</summary>
    public async Task WriteAsync(WaitingRows rows)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            _waiting.Add(rows);
            _brought++;
            if (_thread is null)
            {
                _thread = new(Run) { IsBackground = true, Name = "Write" };
                _thread.Start();
            }
            Monitor.Pulse(_lock);
        }
        try
        {
            await rows.Written.Task;
        }
        finally
        {
            lock (_lock)
                _brought--;
        }
    }

    /// <summary>After all that was brought is written.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            Monitor.Pulse(_lock);
        }
        _thread?.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        while (Take() is { Count: > 0 } taken)
            Write(taken);
    }

    /// <summary>What was brought, as soon as there is some; nothing at the end.</summary>
    private List<WaitingRows> Take()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_ended)
                Monitor.Wait(_lock);
            for (var until = Environment.TickCount64 + LongestGather; MoreAreComing && !_ended && Environment.TickCount64 < until;)
                Monitor.Wait(_lock, LongestGather);
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    private void Write(IReadOnlyList<WaitingRows> group)
    {
        try
        {
            gate.Alone(() => _connection.Insert(WaitingRows.ByTable(group)));
            foreach (var dbType in group.Select(w => w.DbType).Distinct())
                memories.Forget(dbType);
            gate.TellFlushed(group.Select(w => w.Written));
        }
        catch (SqliteException) when (group.Count > 1)
        {
            foreach (var one in group)
                Write([one]);
        }
        catch (Exception e)
        {
            foreach (var one in group)
                one.Written.TrySetException(e);
        }
    }

    private sealed class Expected(FileWriter writer) : IDisposable
    {
        public void Dispose()
        {
            lock (writer._lock)
            {
                writer._begun--;
                Monitor.Pulse(writer._lock);
            }
        }
    }
}
