using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Development.Domain.Readying;

/// <summary>Whether a person knows enough of management, and of managing himself, to commit to objectives (S4.1).</summary>
internal sealed class Readiness : Aggregate
{
    public const int Least = 1;
    public const int Most = 5;
    public const int MaxTextLength = 4000;

    private Readiness()
    {
    }

    public Guid Id { get; private init; }

    public override Guid Key => Id;

    public PersonId PersonId { get; private init; }

    public int ManagementKnowledge { get; private set; }

    public int SelfManagement { get; private set; }

    public string Evidence { get; private set; } = string.Empty;

    public PersonId AssessedById { get; private set; }

    public DateTimeOffset AssessedAt { get; private set; }

    /// <summary>When he passed what teaches the basics, after he was assessed.</summary>
    public DateTimeOffset? TrainedAt { get; private set; }

    public PersonId? WaivedById { get; private set; }

    public string? WaiverReason { get; private set; }

    public DateTimeOffset? WaivedAt { get; private set; }

    public static Readiness Of(PersonId person, Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), PersonId = person };

    /// <summary>Says it anew: what was learned or waived before counts no more.</summary>
    public void Assess(int managementKnowledge, int selfManagement, string evidence, PersonId by, DateTimeOffset now)
    {
        (ManagementKnowledge, SelfManagement, Evidence, AssessedById, AssessedAt) = (managementKnowledge, selfManagement, evidence.Trim(), by, now);
        (TrainedAt, WaivedById, WaiverReason, WaivedAt) = (null, null, null, null);
    }

    public void Train(DateTimeOffset now)
    {
        if (now >= AssessedAt)
            TrainedAt = now;
    }

    /// <remarks>Fails with DUPLICATE.</remarks>
    public Result Waive(string reason, PersonId by, DateTimeOffset now)
    {
        if (WaivedAt is not null)
            return new Error(ErrorCode.Duplicate, new("It has been waived already.", "已予豁免，无需重复。"), "personId");
        (WaivedById, WaiverReason, WaivedAt) = (by, reason.Trim(), now);
        return Result.Success;
    }

    public bool IsReady(decimal threshold) => ReadinessRule.IsReady(ManagementKnowledge, SelfManagement, TrainedAt is not null, WaivedAt is not null, threshold);
}

internal static class ReadinessRule
{
    /// <summary>S4.1: both figures reach the threshold; or he has been trained since he was assessed; or a higher leader has waived it.</summary>
    public static bool IsReady(int managementKnowledge, int selfManagement, bool trained, bool waived, decimal threshold)
        => trained || waived || (managementKnowledge >= threshold && selfManagement >= threshold);
}
