using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>The figures that are known while those above them are made up.</summary>
internal sealed class KnownMonths
{
    private readonly Dictionary<ObjectiveId, Dictionary<DateOnly, KeptMonth>> _months = [];

    public void Add(IEnumerable<KeptMonth> months)
    {
        foreach (var month in months)
        {
            if (!_months.TryGetValue(month.ObjectiveId, out var ofObjective))
                _months[month.ObjectiveId] = ofObjective = [];
            ofObjective[month.Month] = month;
        }
    }

    /// <summary>An objective's figures: those recorded for it, when there are any, else those of the given months, or of all, as its children make them up; which are known then too.</summary>
    public IReadOnlyCollection<KeptMonth> MakeUp(RollUpNode node, IReadOnlySet<DateOnly>? months)
    {
        if (_months.TryGetValue(node.Id, out var own))
            return own.Values;
        var below = node.Children.Select(c => (Child: c, Months: _months.GetValueOrDefault(c.Id))).ToList();
        var made = new List<KeptMonth>();
        foreach (var month in months ?? below.SelectMany(b => b.Months?.Keys ?? Enumerable.Empty<DateOnly>()).ToHashSet())
        {
            var parts = below.ConvertAll(b => new RolledPart(b.Child.Target, b.Child.Weight, b.Months?.GetValueOrDefault(month)?.Figure));
            if (RollUp.Of(month, node.Aggregation, node.Direction, parts) is { } figure)
                made.Add(KeptMonth.Of(node, figure, rolledUp: true, below.Max(b => b.Months?.GetValueOrDefault(month)?.ReportedAt ?? DateTimeOffset.MinValue)));
        }
        Add(made);
        return made;
    }
}
