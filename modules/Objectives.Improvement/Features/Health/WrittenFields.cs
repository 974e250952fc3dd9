using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Platform.Data;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Health;

/// <summary>How many fields people wrote in each month of a cycle, by the history of all modules (S5.7.8), but for what came from files. One statement.</summary>
internal sealed class WrittenFields(IDbContextFactory<ImprovementDb> dbs)
{
    /// <param name="people">Null is everyone.</param>
    public async Task<IReadOnlyList<int>> CountAsync(CycleCalendar calendar, CountedMonths months, IReadOnlyCollection<PersonId>? people, CancellationToken cancellationToken)
    {
        var (from, until) = (BusinessClock.EndOf(months.First.AddDays(-1), calendar.TimeZone), months.Ends[^1]);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var changes = db.Changes.Where(c => c.At >= from && c.At < until && c.By != null && c.After != null && !c.Action.StartsWith("import"));
        if (people is not null)
            changes = changes.Where(c => EF.Parameter(people).Contains(c.By!.Value));
        // Each field of the entry's JSON has one name, which ends with a quotation mark and a colon.
        var counts = await changes.GroupBy(months.KeyOf<ChangeEntry>(c => c.At)).Select(g => new { g.Key, Fields = g.Sum(c => (c.After!.Length - c.After.Replace("\":", "").Length) / 2) }).ToListAsync(cancellationToken);
        var all = new int[months.Last + 1];
        foreach (var count in counts)
            all[count.Key] = count.Fields;
        return all;
    }
}
