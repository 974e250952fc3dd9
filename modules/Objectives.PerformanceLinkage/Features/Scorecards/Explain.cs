using MediatR;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <param name="Contribution">Together they are the score.</param>
internal sealed record ScoreStepModel(ScorecardItemModel Item, Text Text, decimal Weight, decimal? RuleScore, decimal? Adjustment, decimal? Contribution);

/// <summary>Item by item, how scores came about.</summary>
internal static class Explain
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Ids) : IQuery<IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScoreStepModel>>>;

    public sealed class Handler(SheetReader sheets, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScoreStepModel>>>
    {
        public async Task<IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScoreStepModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await sheets.ReadAsync(request.Ids, cancellationToken);
            var names = await mediator.Send(new ObjectiveNamesOf([.. found.Values.SelectMany(s => s.Items).Select(i => i.ObjectiveId).Distinct()]), cancellationToken);
            return found.ToDictionary(s => s.Key, s => StepsOf(s.Value, names));
        }

        private static IReadOnlyList<ScoreStepModel> StepsOf(CardSheet sheet, IReadOnlyDictionary<ObjectiveId, ObjectiveName> names)
        {
            var counted = sheet.Items.Where(i => i.Contribution is not null).Sum(i => i.Weight);
            return [.. sheet.Items.Select(i => new ScoreStepModel(i, TextOf(i, names.GetValueOrDefault(i.ObjectiveId)?.Title ?? string.Empty, counted), i.Weight, i.RuleScore, i.Adjustment?.Points, i.Contribution))];
        }

        private static Text TextOf(ScorecardItemModel item, string title, decimal counted)
        {
            var weight = Quantity.Format(item.Weight);
            if (item.Status == ScorecardItemStatus.Exempt)
                return new($"{title}: exempt, since its target was revised for an external cause; it does not count.", $"{title}：因外部原因修订目标，免于考核，不计分。");
            if (item.Attainment is not { } attainment)
                return new($"{title}: nothing is on record, so it is not assessed; its weight of {weight} does not count.", $"{title}：尚无实绩记录，不作评价，其权重 {weight} 不计入。");
            if (item.Contribution is not { } contribution)
                return new($"{title}: it has no weight yet, and does not count.", $"{title}：尚无权重，暂不计分。");
            var (reached, rule, score) = (Quantity.Format(Apportionment.Round(attainment * 100, 2)), item.Rule, Quantity.Format(item.RuleScore!.Value));
            var adjusted = item.Adjustment is { } by
                ? new Text($", {Signed(by.Points)} by its leader ({by.Reason})", $"，上级调整 {Signed(by.Points)} 分（{by.Reason}）")
                : new Text(string.Empty, string.Empty);
            return new(
                $"{title}: {reached} % of its target is worth {score} by “{rule.Name}” ({Terms(rule.Terms).English}){adjusted.English}; weight {weight} of the {Quantity.Format(counted)} that count: {Quantity.Format(contribution)}.",
                $"{title}：完成率 {reached}%，按规则“{rule.Name}”（{Terms(rule.Terms).Chinese}）得 {score} 分{adjusted.Chinese}；权重 {weight}（参与计分的权重合计 {Quantity.Format(counted)}），贡献 {Quantity.Format(contribution)} 分。");
        }

        private static Text Terms(ScoringTerms terms) => terms.Kind switch
        {
            ScoringRuleKind.Linear => new($"linear, from {Percent(terms.Floor!.Value)} % up to {Percent(terms.Cap!.Value)} %", $"线性，{Percent(terms.Floor.Value)}% 起计，{Percent(terms.Cap.Value)}% 封顶"),
            ScoringRuleKind.Bands => new("the highest band reached", "按达到的最高档"),
            _ => new("passed or failed", "达标与否"),
        };

        private static string Percent(decimal ratio) => Quantity.Format(ratio * 100);

        private static string Signed(decimal points) => points > 0 ? $"+{Quantity.Format(points)}" : Quantity.Format(points);
    }
}
