using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Demo;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Demo;

/// <summary>Enters what the demo company's people answered in last year's quarters and this year's that are over: three of four answered, more content with their leaders than with the paperwork.</summary>
internal sealed class PulseDemo(IDbContextFactory<ImprovementDb> dbs) : IDemoSource
{
    private static readonly string[] Comments = ["报表太多，同一个数要填三遍（Too many forms: the same figure three times）", "组长每周都来帮忙，很好（Our leader helps each week）", "旺季目标偏高（Targets of the season are too high）"];

    public int Order => 48;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        foreach (var cycle in company.Cycles.Where(c => c.Year <= company.Year))
        {
            foreach (var quarter in Enumerable.Range(1, 4).Select(n => new Period(cycle.Year, PeriodGranularity.Quarter, n)).Where(q => At(q) < company.Now))
            {
                foreach (var person in company.People.Where(p => p.Role != Role.Auditor))
                    AddAnswer(writer, company, cycle, quarter, person);
                await writer.FlushIfFullAsync(cancellationToken);
            }
            progress.Report($"survey of {cycle.Year}", 1, 1);
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static void AddAnswer(PastWriter writer, DemoCompany company, DemoCycle cycle, Period quarter, DemoPerson person)
    {
        var id = company.IdAt(At(quarter), person.Id.Value, quarter.Number);
        var dice = id.ToByteArray(bigEndian: true);
        if (dice[15] < 64)
            return;
        writer.Add(new PulseReceipt { PersonId = person.Id, CycleId = cycle.Id, Period = quarter });
        writer.Add(new PulseAnswer
        {
            Id = id, CycleId = cycle.Id, Period = quarter, UnitId = person.Unit.Id, Attainable = About(3, (byte)Math.Min(dice[9] + 40, 255)), ExecutiveSupport = About(4, dice[10]), TrustInLeader = About(4, dice[11]), Fairness = About(3, dice[12]),
            Encouragement = About(3, dice[13]), Paperwork = About(2, dice[14]), Comment = dice[15] % 32 == 0 ? Comments[dice[14] % Comments.Length] : null,
        });
    }

    /// <summary>Half of them at the middle, a quarter one lower, a quarter one higher.</summary>
    private static int About(int middle, byte dice) => middle + (dice < 64 ? -1 : dice >= 192 ? 1 : 0);

    private static DateTimeOffset At(Period quarter) => new(quarter.End.AddDays(-10).ToDateTime(new(2, 0)), TimeSpan.Zero);
}
