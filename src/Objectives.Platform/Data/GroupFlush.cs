namespace Objectives.Platform.Data;

/// <summary>
/// Lets transactions on a SQLite file that end at about the same time share one flush of its write-ahead log. They commit without waiting for the disk; each answer
/// waits for a flush that began after its commit, so that nothing acknowledged is lost when the power fails. Flushes on a thread of its own, which does not wait for a processor behind all requests.
/// </summary>
internal sealed class GroupFlush(string databaseFile) : IDisposable
{
    private readonly object _lock = new();
    private List<TaskCompletionSource> _waiting = [];
    private Thread? _thread;
    private bool _ended;

    /// <summary>When all that was committed before the call is on the disk.</summary>
    public Task FlushedAsync()
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell([flushed]);
        return flushed.Task;
    }

    /// <summary>Tells each of them when all that was committed before the call is on the disk, or why it is not.</summary>
    public void Tell(IEnumerable<TaskCompletionSource> waiting)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            _waiting.AddRange(waiting);
            if (_thread is null)
            {
                _thread = new(Run) { IsBackground = true, Name = "Flush" };
                _thread.Start();
            }
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>After those who wait were told.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            Monitor.Pulse(_lock);
        }
        _thread?.Join();
    }

    private void Run()
    {
        while (Take() is { Count: > 0 } waiting)
        {
            Exception? failed = null;
            try
            {
                Flush();
            }
            catch (Exception e)
            {
                failed = e;
            }
            foreach (var one in waiting)
            {
                if (failed is null)
                    one.SetResult();
                else
                    one.SetException(failed);
            }
        }
    }

    /// <summary>Those who wait, as soon as there are some; none at the end.</summary>
    private List<TaskCompletionSource> Take()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_ended)
                Monitor.Wait(_lock);
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    /// <remarks>Where there is no log, or a new one, SQLite has taken the old one's content into the database file and flushed that.</remarks>
    private void Flush()
    {
        try
        {
            using var log = File.OpenHandle(databaseFile + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
            // As the remark says.
        }
    }
}
