using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

/// <summary>From which end objectives are proposed (S5.2, S6.7).</summary>
internal enum SettingApproach
{
    TopDown,
    BottomUp,
    Both,
}

/// <summary>A cycle's approach for a unit and those below it that have none of their own. Where nothing is said it is <see cref="SettingApproach.Both"/>.</summary>
internal sealed class UnitApproach : IPart
{
    private UnitApproach()
    {
    }

    public UnitId UnitId { get; private set; }

    public CycleId CycleId { get; private set; }

    public Guid Root => CycleId.Value;

    public SettingApproach Approach { get; private set; }

    public static UnitApproach Of(CycleId cycle, UnitId unit, SettingApproach approach) => new() { CycleId = cycle, UnitId = unit, Approach = approach };

    public void Change(SettingApproach approach) => Approach = approach;

    /// <summary>Of the nearest unit of a line from one up to the root.</summary>
    public static SettingApproach Nearest(IReadOnlyDictionary<UnitId, SettingApproach> stated, IReadOnlyList<UnitId> line)
    {
        foreach (var unit in line)
        {
            if (stated.TryGetValue(unit, out var approach))
                return approach;
        }
        return SettingApproach.Both;
    }
}
