using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Domain;

internal enum CycleStatus
{
    Preparation,
    Setting,
    Execution,
    Appraisal,
    Closed,
}

internal static class CycleStatuses
{
    public static Text Name(this CycleStatus status) => status switch
    {
        CycleStatus.Preparation => new("preparation", "准备"),
        CycleStatus.Setting => new("setting", "制定"),
        CycleStatus.Execution => new("execution", "执行"),
        CycleStatus.Appraisal => new("appraisal", "考核"),
        _ => new("closed", "关闭"),
    };
}

internal enum PolicyAction
{
    Allow,
    Warn,
    Block,
}

/// <summary>A span of time for which objectives are set, followed and appraised. Its dates are read in the time zone that the company had when it opened.</summary>
internal sealed class Cycle : Aggregate
{
    public const int MaxNameLength = 100;
    public const int MaxMonths = 24;
    public const int MaxReasonLength = 1000;

    private Cycle()
    {
    }

    public CycleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = string.Empty;

    public int Year { get; private set; }

    public DateOnly Start { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly End { get; private set; }

    public CycleStatus Status { get; private set; }

    /// <summary>What its objectives' codes begin with: the year, with a number from the second cycle of a year on. Unique, so that codes are.</summary>
    public string CodePrefix { get; private set; } = string.Empty;

    public string TimeZone { get; private set; } = string.Empty;

    public CyclePolicy Policy { get; private set; } = CyclePolicy.Default;

    /// <summary>The day on which it first came into execution; null before.</summary>
    public DateOnly? CarriedOutFrom { get; private set; }

    /// <summary>The months that were closed, as <see cref="CycleMonths"/> writes them; null while none is.</summary>
    public string? ClosedMonths { get; private set; }

    /// <summary>Whether objectives can be drafted and moved: until appraisal begins.</summary>
    public bool TakesObjectives => Status is CycleStatus.Preparation or CycleStatus.Setting or CycleStatus.Execution;

    /// <summary>Whether actuals are recorded.</summary>
    public bool IsCarriedOut => Status is CycleStatus.Execution or CycleStatus.Appraisal;

    public static Cycle Open(string name, int year, DateOnly start, DateOnly end, string codePrefix, string timeZone, CyclePolicy policy, CycleId? id = null)
        => new() { Id = id ?? CycleId.New(), Name = name.Trim(), Year = year, Start = start, End = end, CodePrefix = codePrefix, TimeZone = timeZone, Policy = policy };

    /// <summary>One step forward or, to mend a mistake, one step back; what is closed stays closed.</summary>
    /// <remarks>Not back to setting while months are closed: there what was committed can be agreed and phased anew, which would rewrite them.</remarks>
    public Result MoveTo(CycleStatus to, DateOnly today)
    {
        if (Status == CycleStatus.Closed || Math.Abs(to - Status) != 1)
            return new Error(
                ErrorCode.ForbiddenByState,
                new($"A cycle goes step by step through preparation, setting, execution, appraisal and closed; its stage is {Status.Name().English}.", $"周期须依次经过准备、制定、执行、考核、关闭，当前阶段为“{Status.Name().Chinese}”。"),
                "to");
        if (to == CycleStatus.Setting && ClosedMonths is not null)
            return new Error(
                ErrorCode.PeriodClosed,
                new($"Months are closed: {ClosedMonths}. Reopen them first, for in setting their targets could be changed.", $"已有关闭的月份：{ClosedMonths}。请先重新开放，因为在制定阶段这些月份的目标可能被修改。"),
                "to");
        Status = to;
        Raise(new CycleMoved(Id));
        if (to == CycleStatus.Execution)
            CarriedOutFrom ??= today;
        return Result.Success;
    }

    /// <summary>Closes the months of a period that it holds, which then take no actuals, revisions or reports, only corrections with a reason (S7.3).</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (neither in execution nor in appraisal, or not over), INVALID (no month of the cycle), PERIOD_CLOSED (closed already). All of them or none.</remarks>
    public Result ClosePeriod(Period period, DateOnly today)
    {
        if (CheckMonthsMove() is { } fixedNow)
            return fixedNow;
        var months = MonthsOf(period);
        if (months.Count == 0)
            return NoPeriod(period);
        if (months.Find(m => Over(m) > today) is { Year: > 0 } open)
            return new Error(ErrorCode.ForbiddenByState, new($"{open} is not over yet.", $"{open} 尚未结束。"), "period");
        var closed = CycleMonths.Read(ClosedMonths);
        if (months.TrueForAll(closed.Contains))
            return new Error(ErrorCode.PeriodClosed, new($"{period} is closed already.", $"{period} 已经关闭。"), "period");
        ClosedMonths = CycleMonths.Write(closed.Union(months));
        return Result.Success;
    }

    /// <summary>Opens the closed months of a period again.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (the cycle is closed, or none of them is), INVALID (no month of the cycle).</remarks>
    public Result ReopenPeriod(Period period)
    {
        if (CheckMonthsMove() is { } fixedNow)
            return fixedNow;
        var months = MonthsOf(period);
        if (months.Count == 0)
            return NoPeriod(period);
        var closed = CycleMonths.Read(ClosedMonths);
        if (!months.Exists(closed.Contains))
            return new Error(ErrorCode.ForbiddenByState, new($"{period} is not closed.", $"{period} 未关闭。"), "period");
        ClosedMonths = CycleMonths.Write(closed.Except(months));
        return Result.Success;
    }

    public void SetPolicy(CyclePolicy policy)
    {
        Policy = policy;
        Raise(new CyclePolicyChanged(Id));
    }

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>The day that an instant falls on where the cycle is.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => BusinessClock.DayOf(instant, TimeZone);

    /// <summary>For data that comes with its history: the demo company's past cycles.</summary>
    internal void RestoreStatus(CycleStatus status)
    {
        Status = status;
        if (status >= CycleStatus.Execution)
            CarriedOutFrom ??= Start;
    }

    private List<Period> MonthsOf(Period period) => [.. CycleMonths.Of(Start, End).Where(month => period.Contains(month.Start))];

    /// <summary>The first day after a month, or after the cycle where it ends within the month.</summary>
    private DateOnly Over(Period month) => month.End <= End ? month.End : End.AddDays(1);

    private Error? CheckMonthsMove() => Status is CycleStatus.Execution or CycleStatus.Appraisal
        ? null
        : new Error(
            ErrorCode.ForbiddenByState,
            new("Months are closed and reopened while the cycle is in execution or appraisal.", "仅在执行或考核阶段可以关闭或重新开放月份。"),
            "cycleId");

    private static Error NoPeriod(Period period) => Error.Invalid("period", new($"{period} is no period of the cycle.", $"{period} 不在该周期内。"));
}

/// <summary>The row that drafts, moves and withdrawals of a cycle's objectives take first, so that the tree changes one step at a time.</summary>
internal sealed class CycleTree
{
    public CycleId CycleId { get; set; }

    /// <summary>The last number given to an objective of the cycle.</summary>
    public int LastNumber { get; set; }
}
