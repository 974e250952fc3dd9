using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum CycleStatus
{
    Preparation,
    Setting,
    Execution,
    Appraisal,
    Closed,
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

    /// <summary>Whether objectives can be drafted and moved: until appraisal begins.</summary>
    public bool TakesObjectives => Status is CycleStatus.Preparation or CycleStatus.Setting or CycleStatus.Execution;

    public static Cycle Open(string name, int year, DateOnly start, DateOnly end, string codePrefix, string timeZone, CyclePolicy policy, CycleId? id = null)
        => new() { Id = id ?? CycleId.New(), Name = name.Trim(), Year = year, Start = start, End = end, CodePrefix = codePrefix, TimeZone = timeZone, Policy = policy };

    /// <summary>One step forward or, to mend a mistake, one step back; what is closed stays closed.</summary>
    public Result MoveTo(CycleStatus to)
    {
        if (Status == CycleStatus.Closed || Math.Abs(to - Status) != 1)
            return new Error(
                ErrorCode.ForbiddenByState,
                new($"A cycle goes step by step through preparation, setting, execution, appraisal and closed; this one is in {Status}.", $"周期须依次经过准备、制定、执行、考核、关闭,当前阶段为 {Status}。"),
                "to");
        Status = to;
        return Result.Success;
    }

    public void SetPolicy(CyclePolicy policy)
    {
        Policy = policy;
        Raise(new CyclePolicyChanged(Id));
    }

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>For data that comes with its history: the demo company's past cycles.</summary>
    internal void RestoreStatus(CycleStatus status) => Status = status;
}

/// <summary>The row that drafts, moves and withdrawals of a cycle's objectives take first, so that the tree changes one step at a time.</summary>
internal sealed class CycleTree
{
    public CycleId CycleId { get; set; }

    /// <summary>The last number given to an objective of the cycle.</summary>
    public int LastNumber { get; set; }
}
