using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Counts what becomes of the rows, and keeps the first of them to tell.</summary>
internal sealed class ImportTally(int told)
{
    private readonly List<RowFinding> _rejected = [];
    private readonly List<RowTold> _rows = [];
    private readonly int[] _counts = new int[4];

    public int Settled => _counts.Sum();

    public int Accepted => Settled - Of(RowResult.Rejected);

    public void Reject(ImportRow row, string name) => Reject(row.Number, name, row.Errors);

    public void Reject(int number, string name, IReadOnlyList<RowFinding> errors)
    {
        Add(number, name, RowResult.Rejected);
        if (_rejected.Count < told)
            _rejected.AddRange(errors.Select(e => e with { Record = name }));
    }

    public void Add(int number, string name, RowResult result)
    {
        _counts[(int)result]++;
        if (_rows.Count < told)
            _rows.Add(new(number, name, result));
    }

    public int Of(RowResult result) => _counts[(int)result];

    public ImportOutcome Outcome(IReadOnlyList<RowFinding> passedOver, bool written, bool dryRun) => new(
        Of(RowResult.Created),
        Of(RowResult.Updated),
        Of(RowResult.Unchanged),
        Of(RowResult.Rejected),
        [.. _rejected.OrderBy(f => f.Row).Take(told)],
        [.. passedOver.Take(told)],
        [.. _rows.OrderBy(r => r.Row)],
        written,
        dryRun);
}
