using System.Security.Cryptography;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

internal enum FindingKind
{
    CoverageShortfall,
    DuplicateVertical,
    DuplicateHorizontal,
    GapNotExecuted,
    GapDetached,
    UnitMismatch,
    DirectionConflict,
    PeriodMismatch,
    NoResponsibility,
    NoTeamObjective,
    TargetTooLow,
    TargetTooHigh,
    ImportantNotAppraised,
    ImportantWithoutIncentive,
    SupportOpen,
    CompetencyGapWithoutPlan,
    NotPhased,
    OneSided,
    NoStrategy,
    ImportantWithoutProject,
}

/// <summary>How bad: <see cref="Blocking"/> stops commitment until it is mended or waived.</summary>
internal enum FindingSeverity
{
    Info,
    Warning,
    Blocking,
}

/// <summary>Something that does not fit in what an objective says, given all around it (S6.11). It follows from the records and is brought up to date with them.</summary>
/// <param name="Related">The others that it is about, at most <see cref="MaxRelated"/>.</param>
/// <param name="Magnitude">By how much: a shortfall in the measure's unit, a similarity from 0 to 1.</param>
/// <param name="Value">What is, where the text names it: of a shortfall what those below make up.</param>
/// <param name="Limit">What should be.</param>
/// <param name="Repairable">Whether <c>repairFinding</c> can mend it by itself.</param>
internal sealed record FindingOf(
    ObjectiveId ObjectiveId, FindingKind Kind, FindingSeverity Severity, IReadOnlyList<ObjectiveId> Related, decimal? Magnitude = null, decimal? Value = null, decimal? Limit = null, bool Repairable = false)
{
    public const int MaxRelated = 20;

    /// <summary>The same finding has the same id, however often it is looked for.</summary>
    public FindingId Id => IdOf(ObjectiveId, Kind);

    public static FindingId IdOf(ObjectiveId objectiveId, FindingKind kind)
    {
        Span<byte> bytes = stackalloc byte[17];
        objectiveId.Value.TryWriteBytes(bytes);
        bytes[16] = (byte)kind;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return new(new Guid(hash[..16]));
    }
}

/// <summary>A finding as it is kept.</summary>
internal sealed class Finding
{
    private Finding()
    {
    }

    public FindingId Id { get; private set; }

    public ObjectiveId ObjectiveId { get; private set; }

    public CycleId CycleId { get; private set; }

    public FindingKind Kind { get; private set; }

    public FindingSeverity Severity { get; private set; }

    /// <summary>0 for the worst severity, so that lists begin with it.</summary>
    public int Rank { get; private set; }

    public List<Guid> Related { get; private set; } = [];

    public decimal? Magnitude { get; private set; }

    public decimal? Value { get; private set; }

    public decimal? Limit { get; private set; }

    public bool Repairable { get; private set; }

    public bool Waived { get; private set; }

    public static Finding Keep(FindingOf found, CycleId cycleId)
    {
        var finding = new Finding { Id = found.Id, ObjectiveId = found.ObjectiveId, CycleId = cycleId, Kind = found.Kind };
        finding.Update(found, waived: false);
        return finding;
    }

    /// <returns>Whether that is news.</returns>
    public bool Update(FindingOf found, bool waived)
    {
        var before = (Severity, Rank, Magnitude, Value, Limit, Repairable, Waived);
        var related = found.Related.Select(r => r.Value).ToList();
        var others = !related.SequenceEqual(Related);
        if (others)
            Related = related;
        (Severity, Rank, Magnitude, Value, Limit, Repairable, Waived) = (found.Severity, FindingSeverity.Blocking - found.Severity, found.Magnitude, found.Value, found.Limit, found.Repairable, waived);
        return others || before != (Severity, Rank, Magnitude, Value, Limit, Repairable, Waived);
    }

    public void Waive() => Waived = true;
}
