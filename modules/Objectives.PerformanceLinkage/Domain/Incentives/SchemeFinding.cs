using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>What whoever approves a scheme has to know and give a reason for (S5.5).</summary>
internal sealed record SchemeFinding(string Kind, Text Message);

/// <summary>What is known of a scheme's participants beside the scheme.</summary>
/// <param name="TargetsMinor">All targets together.</param>
/// <param name="WithoutTarget">Those whose target is nothing.</param>
/// <param name="Gone">Those who no longer work here.</param>
/// <param name="Elsewhere">Those who work neither in the scheme's unit nor below it.</param>
/// <param name="InOthers">Those who take part in another scheme of the cycle too.</param>
/// <param name="SaverTakesPart">Whether who saved it last is one of them.</param>
internal readonly record struct ParticipantFacts(int Count, decimal TargetsMinor, int WithoutTarget, int Gone, int Elsewhere, int InOthers, bool SaverTakesPart);

/// <summary>What is unbalanced or unusual about a scheme.</summary>
internal static class SchemeFindings
{
    public const string IndividualShareTooHigh = "INDIVIDUAL_SHARE_TOO_HIGH";
    public const string RanksPeople = "RANKS_PEOPLE";
    public const string TargetsOverBudget = "TARGETS_OVER_BUDGET";
    public const string PayoutMayExceedBudget = "PAYOUT_MAY_EXCEED_BUDGET";
    public const string NoRules = "NO_RULES";
    public const string FullScorePaysOtherwise = "FULL_SCORE_PAYS_OTHERWISE";
    public const string NoParticipants = "NO_PARTICIPANTS";
    public const string ParticipantsWithoutTarget = "PARTICIPANTS_WITHOUT_TARGET";
    public const string ParticipantsGone = "PARTICIPANTS_GONE";
    public const string ParticipantsElsewhere = "PARTICIPANTS_ELSEWHERE";
    public const string InSeveralSchemes = "IN_SEVERAL_SCHEMES";
    public const string SavedByParticipant = "SAVED_BY_PARTICIPANT";

    private const decimal FullScore = 100;

    /// <param name="individualShareLimit">The policy's, in per cent.</param>
    public static IReadOnlyList<SchemeFinding> Of(Shares shares, bool ranksPeople, Money budget, PayoutCurve curve, ParticipantFacts people, decimal individualShareLimit)
    {
        var findings = new List<SchemeFinding>();
        void Find(bool stands, string kind, string english, string chinese)
        {
            if (stands)
                findings.Add(new(kind, new(english, chinese)));
        }

        var individual = Shares.Percent(shares.Individual);
        var (full, most) = (curve.PercentAt(FullScore), curve.HighestPercent);
        var (targets, highest) = (new Money((long)Math.Min(people.TargetsMinor, long.MaxValue), budget.Currency), people.TargetsMinor * most / 100);
        Find(individual > individualShareLimit, IndividualShareTooHigh, $"The individual share is {individual:0.##} %, over the policy's {individualShareLimit:0.##} %.", $"个人占比为 {individual:0.##}%，超过制度规定的 {individualShareLimit:0.##}%。");
        Find(ranksPeople, RanksPeople, "It ranks people against one another: who helps another loses by it.", "方案对员工排名：帮助同事的人反而吃亏。");
        Find(people.TargetsMinor > budget.Minor, TargetsOverBudget, $"The targets come to {targets}, more than the budget of {budget}: even awards on target would be cut.", $"目标奖金合计 {targets}，超过预算 {budget}：即使达标也会被削减。");
        Find(people.TargetsMinor <= budget.Minor && highest > budget.Minor, PayoutMayExceedBudget,
            $"If all did their best the awards would come to {most:0.##} % of the targets, more than the budget of {budget}: they would be cut in proportion.", $"若全员取得最高得分，奖金将达目标的 {most:0.##}%，超过预算 {budget}，届时按比例缩减。");
        Find(curve.Rules.Count == 0, NoRules, "No rule says from which score on anything is paid.", "没有规定从多少得分起发放奖金。");
        Find(curve.Rules.Count > 0 && full != FullScore, FullScorePaysOtherwise, $"A score of 100 pays {full:0.######} % of the target, not the whole target.", $"得分 100 时发放目标的 {full:0.######}%，而不是全部目标奖金。");
        Find(people.Count == 0, NoParticipants, "Nobody takes part.", "没有参与人。");
        Find(people.WithoutTarget > 0, ParticipantsWithoutTarget, $"{people.WithoutTarget} of the participants have a target of nothing.", $"有 {people.WithoutTarget} 名参与人的目标奖金为零。");
        Find(people.Gone > 0, ParticipantsGone, $"{people.Gone} of the participants no longer work here.", $"有 {people.Gone} 名参与人已离职。");
        Find(people.Elsewhere > 0, ParticipantsElsewhere, $"{people.Elsewhere} of the participants work outside the scheme's unit.", $"有 {people.Elsewhere} 名参与人不在方案所属单位。");
        Find(people.InOthers > 0, InSeveralSchemes, $"{people.InOthers} of the participants take part in another scheme of the cycle too.", $"有 {people.InOthers} 名参与人同时参与本周期的其他方案。");
        Find(people.SaverTakesPart, SavedByParticipant, "Who saved it last takes part in it.", "最后保存方案的人本人也参与该方案。");
        return findings;
    }
}
