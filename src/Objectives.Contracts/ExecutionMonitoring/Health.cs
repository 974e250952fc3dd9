namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>How an objective does (S7.3).</summary>
public enum Health
{
    /// <summary>Within the policy's tolerance.</summary>
    OnTrack,

    /// <summary>The forecast misses the target.</summary>
    AtRisk,

    /// <summary>Outside the tolerance.</summary>
    OffTrack,

    Achieved,

    /// <summary>Nothing is on record.</summary>
    Unknown,

    /// <summary>An external cause was accepted (S7.5).</summary>
    Exempt,
}
