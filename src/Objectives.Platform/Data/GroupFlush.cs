namespace Objectives.Platform.Data;

/// <summary>
/// Lets transactions on a SQLite file that end at about the same time share one flush of its write-ahead log. They commit without waiting for the disk; each answer
/// waits for a flush that began after its commit, so that nothing acknowledged is lost when the power fails.
/// </summary>
internal sealed class GroupFlush(string databaseFile)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;
    private bool _running;

    /// <summary>When all that was committed before the call is on the disk.</summary>
    public Task FlushedAsync()
    {
        lock (_lock)
        {
            _next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_running)
            {
                _running = true;
                _ = Task.Run(Run);
            }
            return _next.Task;
        }
    }

    private void Run()
    {
        while (Take() is { } waiting)
        {
            try
            {
                Flush();
                waiting.SetResult();
            }
            catch (Exception e)
            {
                waiting.SetException(e);
            }
        }
    }

    private TaskCompletionSource? Take()
    {
        lock (_lock)
        {
            var waiting = _next;
            _next = null;
            _running = waiting is not null;
            return waiting;
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
