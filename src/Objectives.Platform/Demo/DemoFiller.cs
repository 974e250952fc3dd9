using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.Time;

namespace Objectives.Platform.Demo;

public enum DemoState
{
    /// <summary>The database holds no demo company.</summary>
    None,

    /// <summary>A fill was begun and not ended: the database is to be made anew.</summary>
    Unfinished,
    Done,
}

/// <summary>Fills an empty, migrated database with the demo company.</summary>
public sealed class DemoFiller(IDbContextFactory<PlatformDb> dbs, IEnumerable<IDemoSource> sources, BusinessClock clock)
{
    private const string SettingName = "demo";

    /// <summary>Whom a visitor may sign in as, from the top of the reporting lines down.</summary>
    public static IReadOnlyList<DemoPersona> Personas { get; } =
    [
        new("E0001", new("Chief executive", "总经理"), new("Stands at the top of the goal tree, reads and steers everything.", "位于目标树顶端，可查看并推动全公司目标。")),
        new("E0005", new("Second executive", "常务副总经理"), new("Signs with the chief executive where he has no superior; leads operations.", "总经理无上级时由其共同签署，分管运营。")),
        new("E0002", new("Head of human resources", "人力资源总监"), new("Runs cycles, scorecards and development.", "负责目标周期、考核表与人才发展。")),
        new("E0010", new("Pay and performance", "薪酬绩效主管"), new("Approves the incentive schemes that the head of human resources has saved.", "审批人力资源总监编制的激励方案。")),
        new("E0003", new("Auditor", "审计主管"), new("Reads everything, changes nothing; his reading is logged.", "可查看全部内容但不能修改，查阅行为会被记录。")),
        new("E0004", new("Administrator", "信息系统管理员"), new("Keeps organization, measures and imports.", "维护组织、指标与数据导入。")),
        new("E0100", new("Division leader", "事业部总经理"), new("Leads the service division: three departments, ten teams.", "负责客户服务事业部：三个部门、十个小组。")),
        new("E0110", new("Department leader", "部长"), new("Leads the field service department under the division leader.", "负责上门服务部，向事业部总经理汇报。")),
        new("E0111", new("Team leader", "组长"), new("Leads a field service team of eight under the department leader.", "带领八人上门服务组，向部长汇报。")),
        new("E0112", new("Member", "员工"), new("A senior service engineer with objectives of her own.", "高级服务工程师，有自己的个人目标。")),
    ];

    public async Task<DemoState> StateAsync(CancellationToken cancellationToken)
        => await ReadAsync(cancellationToken) switch { null => DemoState.None, { Done: true } => DemoState.Done, _ => DemoState.Unfinished };

    /// <summary>
    /// Does nothing when the company is there already. Throws <see cref="InvalidOperationException"/> when an earlier fill was not ended, or when the
    /// database holds something else.
    /// </summary>
    /// <param name="scale">1 for about 320 people and 1,500 objectives a cycle; 60 for about 100,000 objectives a cycle.</param>
    public async Task FillAsync(int scale, IDemoProgress progress, CancellationToken cancellationToken)
    {
        switch (await StateAsync(cancellationToken))
        {
            case DemoState.Done:
                return;
            case DemoState.Unfinished:
                throw new InvalidOperationException("An earlier fill of the demo company was interrupted. Start with an empty database.");
        }
        var company = new DemoCompany(DemoCompany.DefaultSeed, scale, clock.GetUtcNow());
        await BeginAsync(company, cancellationToken);
        foreach (var source in sources.OrderBy(s => s.Order))
            await source.FillAsync(company, progress, cancellationToken);
        await AnalyzeAsync(cancellationToken);
        await WriteAsync(new(Done: true, company.Seed, company.Scale, company.Year), cancellationToken);
    }

    private async Task BeginAsync(DemoCompany company, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.Changes.AnyAsync(cancellationToken))
            throw new InvalidOperationException("The database is in use: the demo company needs an empty one.");
        await WriteAsync(new(Done: false, company.Seed, company.Scale, company.Year), cancellationToken);
    }

    /// <summary>PostgreSQL plans by what it knows of its tables, which after so many rows at once is nothing until it looks by itself, minutes later.</summary>
    private async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (db.Kind == DatabaseKind.PostgreSql)
            await db.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
    }

    private async Task<Fill?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var value = await db.Settings.Where(s => s.Name == SettingName).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken);
        return value is null ? null : JsonSerializer.Deserialize<Fill>(value, JsonSerializerOptions.Web);
    }

    private async Task WriteAsync(Fill fill, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var value = JsonSerializer.Serialize(fill, JsonSerializerOptions.Web);
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == SettingName, cancellationToken) is { } setting)
            setting.Value = value;
        else
            db.Settings.Add(new() { Name = SettingName, Value = value });
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Fill(bool Done, int Seed, int Scale, int Year);
}
