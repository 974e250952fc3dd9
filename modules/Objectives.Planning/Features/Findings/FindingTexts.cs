using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Planning.Features.Findings;

/// <summary>What a finding says, and what it proposes, with its figures.</summary>
internal static class FindingTexts
{
    /// <param name="Unit">Of the objective's measure.</param>
    /// <param name="Others">The codes of the related objectives.</param>
    public sealed record Figures(FindingKind Kind, decimal? Magnitude, decimal? Value, decimal? Limit, string Unit, string Others);

    public static Text Message(Figures f) => f.Kind switch
    {
        FindingKind.CoverageShortfall => new(
            $"What those below are to reach makes up {N(f.Value)} of {N(f.Limit)} {f.Unit}: {N(f.Magnitude)} {f.Unit} short of the target.",
            $"下级目标合计为 {N(f.Value)} {f.Unit}，目标值为 {N(f.Limit)} {f.Unit}，差 {N(f.Magnitude)} {f.Unit}。"),
        FindingKind.DuplicateVertical => new($"It says the same as the objective above it, {f.Others} (likeness {N(f.Magnitude)}).", $"与上级目标 {f.Others} 重复（相似度 {N(f.Magnitude)}）。"),
        FindingKind.DuplicateHorizontal => new($"Others of its level say the same: {f.Others} (likeness {N(f.Magnitude)}).", $"与同级目标重复：{f.Others}(相似度 {N(f.Magnitude)})。"),
        FindingKind.GapNotExecuted => new("Nobody below carries it out, and it has no work plan of its own.", "没有下级目标承接，也没有自己的工作计划。"),
        FindingKind.GapDetached => new($"Its measure is not that of {f.Others} above it, and it does not say how it contributes.", $"指标与上级目标 {f.Others} 不同，且未说明如何支撑上级目标。"),
        FindingKind.UnitMismatch => new($"It is measured in another unit ({f.Unit}) than {f.Others} above it, so it does not count towards that target.", $"计量单位（{f.Unit}）与上级目标 {f.Others} 不同，不计入上级目标的汇总。"),
        FindingKind.DirectionConflict when f.Others.Length > 0 => new($"It is to move the other way than {f.Others} above it.", $"目标方向与上级目标 {f.Others} 相反。"),
        FindingKind.DirectionConflict => new($"Its target {N(f.Value)} {f.Unit} lies on the wrong side of its baseline {N(f.Limit)} {f.Unit}.", $"目标值 {N(f.Value)} {f.Unit} 与基线 {N(f.Limit)} {f.Unit} 的方向不符。"),
        FindingKind.PeriodMismatch when f.Limit is not null => new($"Its strategy element is for {f.Value:0} to {f.Limit:0}, not for this cycle's year.", $"所属战略要素的期间为 {f.Value:0} 至 {f.Limit:0} 年，不含本周期年度。"),
        FindingKind.PeriodMismatch => new(
            $"Those below make up the year's target, but at the end of a quarter they are {N(f.Magnitude)} {f.Unit} behind what is to be reached by then.", $"下级目标全年可达成，但按分期计划，某季度末累计少 {N(f.Magnitude)} {f.Unit}。"),
        FindingKind.NoResponsibility => new("It names no responsibility of its unit or position that it serves.", "未指明所对应的部门或岗位职责。"),
        FindingKind.NoTeamObjective => new("No team objective stands above it.", "其上级中没有团队目标。"),
        FindingKind.TargetTooLow => new($"The target {N(f.Value)} {f.Unit} asks less than history lets one expect anyway ({N(f.Limit)} {f.Unit}).", $"目标值 {N(f.Value)} {f.Unit} 的要求低于按历史可预期的水平（{N(f.Limit)} {f.Unit}）。"),
        FindingKind.TargetTooHigh => new($"By history the target {N(f.Value)} {f.Unit} is hardly to be reached (expected: {N(f.Limit)} {f.Unit}).", $"按历史推算，目标值 {N(f.Value)} {f.Unit} 难以达成（预期 {N(f.Limit)} {f.Unit}）。"),
        FindingKind.SupportOpen => new("Help that it needs has been asked for and is not agreed yet.", "所需支持尚未达成一致。"),
        FindingKind.NotPhased => new("Its target is not spread over the months.", "目标值尚未分解到各月。"),
        FindingKind.OneSided => new("Only one side has said something in its negotiation.", "协商中只有一方参与。"),
        FindingKind.NoStrategy => new("It hangs on no element of the strategy.", "未关联战略要素。"),
        FindingKind.ImportantWithoutProject => new("It is important, and no project carries it.", "重要目标尚未立项。"),
        FindingKind.ImportantNotAppraised => new("It is important, and no scorecard item appraises it.", "重要目标未纳入绩效考核。"),
        FindingKind.ImportantWithoutIncentive => new("It is important, and no incentive follows from it.", "重要目标没有配套激励。"),
        FindingKind.CompetencyGapWithoutPlan => new($"Its owner is short of {N(f.Magnitude)} of the competencies that it needs, and no plan closes the gap.", $"负责人有 {N(f.Magnitude)} 项所需能力不足，且没有发展计划。"),
        _ => throw new ArgumentOutOfRangeException(nameof(f), f.Kind, null),
    };

    public static Text Proposal(Figures f) => f.Kind switch
    {
        FindingKind.CoverageShortfall => new("Share the shortfall among those below in proportion to their targets, or add an objective that makes it up.", "将差额按下级目标的比例分摊，或增加下级目标。"),
        FindingKind.DuplicateVertical => new("Withdraw one of the two, or say in title and measure what this one is to reach of the other.", "撤回其中一个，或在标题与指标中体现所承担的部分。"),
        FindingKind.DuplicateHorizontal => new("Merge them: withdraw this one and put those below it under the other.", "合并：撤回本目标，将其下级目标移到另一目标之下。"),
        FindingKind.GapNotExecuted => new("Allocate the target, draft objectives under it, or give it a work plan.", "分解目标、新增下级目标或制定工作计划。"),
        FindingKind.GapDetached => new("State its contribution, use the measure of the objective above, or put it under another one.", "填写对上级目标的支撑说明、改用上级目标的指标，或移到其他目标之下。"),
        FindingKind.UnitMismatch => new("Use a measure in the same unit if it is to count; otherwise leave it as support and let others make up the target.", "若应计入汇总，请改用相同单位的指标；否则作为支撑目标保留，由其他下级目标完成汇总。"),
        FindingKind.DirectionConflict when f.Others.Length > 0 => new("Check the measure's direction, or state how moving the other way contributes.", "请检查指标方向，或说明反方向变化如何支撑上级目标。"),
        FindingKind.DirectionConflict => new("Correct target, baseline or the measure's direction.", "请更正目标值、基线或指标方向。"),
        FindingKind.PeriodMismatch when f.Limit is not null => new("Name a strategy element that is for the cycle's year.", "请选择包含本周期年度的战略要素。"),
        FindingKind.PeriodMismatch => new("Phase those below earlier, or the objective itself later.", "将下级目标的分期提前，或调整本目标的分期。"),
        FindingKind.NoResponsibility => new("Name the responsibility that it serves; if none fits, ask whether it belongs here.", "请指明对应的职责；若无合适职责，请考虑是否应由本单位承担。"),
        FindingKind.NoTeamObjective => new("Put it under an objective of its team.", "请移到所在团队的目标之下。"),
        FindingKind.TargetTooLow => new("Ask for more: bring the target towards what history lets one expect.", "建议参照历史预期提高要求。"),
        FindingKind.TargetTooHigh => new("Ask for less, or say what will be different this time.", "建议降低要求，或说明本期有何不同。"),
        FindingKind.SupportOpen => new("Have the request answered, or take it to the common superior.", "请尽快答复支持请求，或提交共同上级协调。"),
        FindingKind.NotPhased => new("Phase it: evenly, by season, by working days or by hand.", "请分期：平均、按季节、按工作日或手工。"),
        FindingKind.OneSided => new("Let the other side answer: a proposal, a counter-proposal or an acceptance.", "请对方回应：提议、反提议或接受。"),
        FindingKind.NoStrategy => new("Name the strategy element that it carries out.", "请选择所落实的战略要素。"),
        FindingKind.ImportantWithoutProject => new("Give it a project with milestones.", "请为其立项并设置里程碑。"),
        FindingKind.ImportantNotAppraised => new("Put it on its owner's scorecard.", "请纳入负责人的考核表。"),
        FindingKind.ImportantWithoutIncentive => new("Let an incentive scheme's rule follow from it.", "请在激励方案中设置对应规则。"),
        FindingKind.CompetencyGapWithoutPlan => new("Make a development plan that closes the gap.", "请制定发展计划弥补差距。"),
        _ => throw new ArgumentOutOfRangeException(nameof(f), f.Kind, null),
    };

    private static string N(decimal? value) => value is { } number ? number.Grouped() : "?";
}
