namespace Objectives.Planning.Domain;

/// <summary>Thresholds; every one has a default, none is hidden in code.</summary>
/// <param name="UnacknowledgedBriefing">What an unread briefing does to setting (S4.2).</param>
/// <param name="ReadinessThreshold">1–5: below it a person cannot commit (S4.1).</param>
/// <param name="IndividualShareLimit">Per cent, 0–100: an incentive scheme's individual share above it is a finding (S5.5).</param>
/// <param name="Tolerance">Per cent, 0–100: how far attainment may lag before a deviation opens (S7.4).</param>
/// <param name="FollowUpWorkingDays">Within which a leader follows a report up (S7.2).</param>
/// <param name="ReportGraceDays">After a control point before it is missed (S7.1).</param>
/// <param name="DuplicateSimilarity">0–1: titles as alike as this are duplicates (S6.4).</param>
/// <param name="PaperworkMinutesPerMonth">Per person: more is too much paperwork (S5.7.8).</param>
/// <param name="AtRiskProbability">0–1: an objective less likely than this to reach its target is at risk (S7.3).</param>
/// <param name="TooLowPercentile">0–100, of the history's forecast: a target under it is too low (S5.1).</param>
/// <param name="TooHighPercentile">0–100: a target over it is too high (S5.1).</param>
/// <param name="StretchPercentile">0–100: stretch begins here (S5.1).</param>
/// <param name="EscalationDays">Days on each level before the next is told.</param>
/// <param name="RebalanceBound">Points by which a member may ask a weight to move (S7.6).</param>
internal sealed record CyclePolicy(
    PolicyAction UnacknowledgedBriefing,
    decimal ReadinessThreshold,
    decimal IndividualShareLimit,
    decimal Tolerance,
    int FollowUpWorkingDays,
    int ReportGraceDays,
    decimal DuplicateSimilarity,
    int PaperworkMinutesPerMonth,
    decimal AtRiskProbability,
    decimal TooLowPercentile,
    decimal TooHighPercentile,
    decimal StretchPercentile,
    int EscalationDays,
    decimal RebalanceBound)
{
    public static CyclePolicy Default { get; } = new(PolicyAction.Warn, 3, 60, 10, 3, 5, 0.8m, 120, 0.5m, 20, 95, 70, 7, 10);
}
