using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.Platform.Demo;

namespace Objectives.PerformanceLinkage.Demo;

/// <summary>Enters how the demo company's people were recognised, last year and this, while they worked (S4.7): praise by leaders and colleagues, milestones, learning, and now and then an award with money.</summary>
internal sealed class RecognitionsDemo(IDbContextFactory<PerformanceLinkageDb> dbs) : IDemoSource
{
    /// <summary>Of so many objectives on which something was reported one leads to a recognition.</summary>
    private const int OneOf = 3;

    private static readonly (RecognitionKind Kind, string Chinese, string English)[] Texts =
    [
        (RecognitionKind.Praise, "主动支援兄弟小组，周末两天完成积压工单。", "Helped another team and cleared the backlog in one weekend."),
        (RecognitionKind.Praise, "客户来电致谢：上门准时、讲解耐心，值得大家学习。", "A customer called to say thank you: on time, and patient in explaining."),
        (RecognitionKind.Praise, "把备件前置清单整理成模板，全组上门一次修复率明显提高。", "Turned the parts list into a template; the whole team repairs more at the first visit."),
        (RecognitionKind.Praise, "数据核对细致，提前发现了对账差异。", "Checked the figures with care and found the difference early."),
        (RecognitionKind.Milestone, "本季度目标提前达成，节奏稳、质量好。", "The quarter's target was reached early, steadily and well."),
        (RecognitionKind.Milestone, "新网点按期开通，首月即达到服务标准。", "The new outlet opened on time and met the service standard in its first month."),
        (RecognitionKind.Learning, "带教新同事三个月，两人均已独立接单。", "Mentored two new colleagues for three months; both work alone now."),
        (RecognitionKind.Learning, "完成变频压缩机维修培训，并向全组做了分享。", "Completed the training on inverter compressors and shared it with the team."),
        (RecognitionKind.Award, "旺季连续三个月零投诉，授予服务之星。", "Three months of peak season without a complaint: service star."),
        (RecognitionKind.Award, "重点客户续约攻坚奖。", "Award for keeping a key customer."),
    ];

    public int Order => 46;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var colleagues = company.People.ToLookup(p => p.Unit);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var done = 0;
        foreach (var cycle in company.Cycles.Where(c => c.Year <= company.Year))
        {
            foreach (var objective in company.Objectives(cycle).Where(o => o.Actuals.Count > 0 && Draw(o, 0, OneOf) == 0))
            {
                if (Add(company, writer, cycle, objective, [.. colleagues[objective.Owner.Unit].Where(p => p != objective.Owner && p.Role != Contracts.Organization.Role.Auditor)]) && ++done % 200 == 0)
                    progress.Report("recognitions", done, company.GoalCount * 2 / OneOf);
                await writer.FlushIfFullAsync(cancellationToken);
            }
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static bool Add(DemoCompany company, PastWriter writer, DemoCycle cycle, DemoObjective objective, IReadOnlyList<DemoPerson> colleagues)
    {
        var at = new DateTimeOffset(cycle.Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(14 + Draw(objective, 1, 345)).AddHours(9).AddMinutes(Draw(objective, 2, 540)).ToUniversalTime();
        if (at >= company.Now)
            return false;
        var (kind, chinese, english) = Texts[Draw(objective, 3, Texts.Length)];
        var by = kind == RecognitionKind.Award || colleagues.Count == 0 || Draw(objective, 4, 2) == 0 ? objective.Owner.Superior : colleagues[Draw(objective, 5, colleagues.Count)];
        if (by is null || by.Role == Contracts.Organization.Role.Auditor)
            return false;
        Money? amount = kind == RecognitionKind.Award ? new Money((200 + (100 * Draw(objective, 6, 9))) * 100L, company.Currency) : null;
        var recognition = Recognition.Give(
            objective.Owner.Id, objective.Owner.Unit.Id, by.Id, kind, $"{chinese}（{english}）", objective.Id, null, amount, at, new RecognitionId(company.IdAt(at, objective.Id.Value, 9)));
        writer.Add(recognition, [], "recognise", by.Id, at);
        return true;
    }

    /// <summary>0 to <paramref name="below"/> − 1, the same in each fill: from what of the objective's id is drawn.</summary>
    private static int Draw(DemoObjective objective, int what, int below)
    {
        Span<byte> id = stackalloc byte[16];
        objective.Id.Value.TryWriteBytes(id, bigEndian: true, out _);
        var mixed = (BinaryPrimitives.ReadUInt64BigEndian(id[8..]) ^ BinaryPrimitives.ReadUInt64BigEndian(id)) * (0x9E3779B97F4A7C15 + ((ulong)what * 0xBF58476D1CE4E5B8));
        return (int)((mixed >> 33) % (ulong)below);
    }
}
