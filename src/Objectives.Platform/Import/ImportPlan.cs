using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>The order in which a file's rows take effect: a row after the one that it refers to. Holds a few bytes and the key of each row, never the row.</summary>
internal sealed class ImportPlan
{
    private readonly List<State> _states = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _numbers = [];

    private enum State : byte
    {
        Waiting,
        Taken,
        Accepted,
        Rejected,
    }

    public int Count => _states.Count;

    public int Waiting { get; private set; }

    /// <summary>Reads the file once: which rows there are, which of them are one record, which refer to which.</summary>
    public static async Task<ImportPlan> ScanAsync(ImportRun run, RecordImporter importer, ImportTally tally, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan();
        var keys = new Dictionary<string, int>();
        var references = new Dictionary<string, int>();
        var wanted = new List<ParentReference?>();
        await foreach (var row in run.RowsAsync(cancellationToken))
        {
            if (row.Errors.Count == 0)
                plan.Recognise(row, importer, keys);
            var parent = row.Errors.Count == 0 ? importer.ParentOf(row) : null;
            wanted.Add(parent);
            references.TryAdd(row.Reference, plan.Count);
            plan.Add(row, row.Errors.Count > 0);
            if (row.Errors.Count > 0)
                tally.Reject(row, importer.NameOf(row));
        }
        if (plan.Count == 0)
            throw new Files.UnreadableFileException(new("The file has a header but no rows.", "文件只有表头，没有数据行。"));
        foreach (var parent in wanted)
            plan._parents.Add(parent is not { } p ? -1 : p.Key is not null ? keys.GetValueOrDefault(p.Key, -1) : references.GetValueOrDefault(p.Row!, -1));
        return plan;
    }

    /// <summary>Takes a row that waits, if the row that it refers to is no longer waiting.</summary>
    public bool TryTake(int row)
    {
        if (_states[row] != State.Waiting || IsHeldUp(row))
            return false;
        _states[row] = State.Taken;
        Waiting--;
        return true;
    }

    public bool IsHeldUp(int row) => _parents[row] is var parent and >= 0 && _states[parent] == State.Waiting;

    public void PutBack(int row)
    {
        _states[row] = State.Waiting;
        Waiting++;
    }

    public void Settle(int row, bool accepted) => _states[row] = accepted ? State.Accepted : State.Rejected;

    public bool IsWaiting(int row) => _states[row] == State.Waiting;

    /// <summary>The row that this one refers to; null when that is none of the file's.</summary>
    public int? ParentNumber(int row) => _parents[row] is var parent and >= 0 ? _numbers[parent] : null;

    /// <summary>Which of the rows that still wait refer to one another in a circle.</summary>
    public HashSet<int> Circles()
    {
        var circles = new HashSet<int>();
        var seen = new Dictionary<int, int>();
        for (var start = 0; start < Count; start++)
        {
            var row = start;
            while (row >= 0 && _states[row] == State.Waiting && seen.TryAdd(row, start))
                row = _parents[row];
            if (row < 0 || _states[row] != State.Waiting || seen[row] != start)
                continue;
            for (var member = row; circles.Add(member); member = _parents[member])
            {
                // Once around.
            }
        }
        return circles;
    }

    private void Recognise(ImportRow row, RecordImporter importer, Dictionary<string, int> keys)
    {
        if (importer.KeyOf(row) is not { } key)
            row.Fail(importer.KeyField, Error.Required(importer.KeyField).Message);
        else if (!keys.TryAdd(key, Count))
            row.Fail(importer.KeyField, new($"Row {_numbers[keys[key]]} is the same record.", $"与第 {_numbers[keys[key]]} 行是同一记录。"));
    }

    private void Add(ImportRow row, bool rejected)
    {
        _numbers.Add(row.Number);
        _states.Add(rejected ? State.Rejected : State.Waiting);
        if (!rejected)
            Waiting++;
    }
}
