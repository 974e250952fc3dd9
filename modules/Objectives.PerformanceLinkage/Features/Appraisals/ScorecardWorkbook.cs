using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Rebalances;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>A scorecard with its appraisal as the sheets of a workbook: what was found, item by item, and how its weights changed. Each reader gets what he reads on the page.</summary>
internal static class ScorecardWorkbook
{
    [AllowedToEveryone]
    public sealed record Query(ScorecardId Id) : IQuery<IReadOnlyList<RecordSheet>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, SheetReader sheets, AppraisalReader appraisals, RebalanceReader rebalances, IMediator mediator)
        : IQueryHandler<Query, IReadOnlyList<RecordSheet>>
    {
        public async Task<IReadOnlyList<RecordSheet>> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = request.Id;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if (await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.Id == id).ToModels().SingleOrDefaultAsync(cancellationToken) is not { } card)
                return [];
            var sheet = (await sheets.ReadAsync([id], cancellationToken))[id];
            var appraisal = (await appraisals.ReadAsync([id], cancellationToken)).GetValueOrDefault(id);
            var changes = await rebalances.ReadAsync(all => all.Where(r => r.ScorecardId == id), cancellationToken);
            var objectives = await mediator.Send(new ObjectiveNamesOf([.. sheet.Items.Select(i => i.ObjectiveId)]), cancellationToken);
            var cycle = (await mediator.Send(new AppraisalCalendars([card.CycleId]), cancellationToken))[card.CycleId];
            var people = await mediator.Send(new CorrespondentsOf([.. PeopleOn(card, sheet, appraisal, changes).Distinct()]), cancellationToken);
            var names = new Names(people.ToDictionary(p => p.Key, p => p.Value.Name), objectives.ToDictionary(o => o.Key, o => o.Value.Title));
            return [SummaryOf(card, cycle, sheet, appraisal, names), ItemsOf(sheet, names), WeightsOf(sheet, changes, names)];
        }

        private static IEnumerable<PersonId> PeopleOn(ScorecardModel card, CardSheet sheet, AppraisalModel? appraisal, IReadOnlyList<RebalanceModel> changes) =>
        [
            card.PersonId, .. sheet.Items.Select(i => i.Adjustment?.ById).OfType<PersonId>(), .. changes.SelectMany(r => new[] { r.RequestedById, r.ConfirmedById }).OfType<PersonId>(),
            .. new[] { appraisal?.AppraisedById, appraisal?.CalibratedById, appraisal?.LeaderSignedById, appraisal?.ResolvedById }.OfType<PersonId>(),
        ];

        private static RecordSheet SummaryOf(ScorecardModel card, AppraisalCalendar cycle, CardSheet sheet, AppraisalModel? appraisal, Names names)
        {
            object?[] Line(Text what, object? value, PersonId? by = null, DateTimeOffset? at = null) => [what.ToString(), value, names.Of(by), at?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)];
            List<object?[]> lines =
            [
                Line(new("Person", "姓名"), names.Of(card.PersonId)),
                Line(new("Cycle", "目标周期"), cycle.Name),
                Line(new("Status", "状态"), StatusOf(card.Status).ToString()),
                Line(new("Score", "得分"), sheet.Score),
                Line(new("Share from recorded actuals, %", "实绩占比（%）"), sheet.EvidenceShare * 100),
            ];
            if (appraisal is { } a)
            {
                lines.AddRange(
                [
                    Line(new("Self-review", "自评"), a.SelfReview, card.PersonId, a.SelfAppraisedAt),
                    Line(new("Own score", "自评分"), a.SelfScore, card.PersonId, a.SelfAppraisedAt),
                    Line(new("The leader's review", "上级评价"), a.LeaderReview, a.AppraisedById, a.AppraisedAt),
                    Line(new("Final score", "最终得分"), a.FinalScore, a.CalibratedById, a.CalibratedAt),
                    Line(new("Grade", "等级"), a.Grade, a.CalibratedById, a.CalibratedAt),
                    Line(new("Calibration", "校准说明"), a.CalibrationNote, a.CalibratedById, a.CalibratedAt),
                    Line(new("Dispute", "异议"), a.Dispute, a.Dispute is null ? null : card.PersonId, a.DisputedAt),
                    Line(new("What was found", "异议处理"), a.DisputeResolution, a.ResolvedById, a.ResolvedAt),
                    Line(new("Signed by the person", "本人签字"), a.OwnerSignedAt is not null, a.OwnerSignedAt is null ? null : card.PersonId, a.OwnerSignedAt),
                    Line(new("Signed by the leader", "上级签字"), a.LeaderSignedAt is not null, a.LeaderSignedById, a.LeaderSignedAt),
                ]);
            }
            return new(Word(new("Appraisal", "考核")), [Word(new("What", "内容")), Word(new("Value", "值")), Word(new("By", "经手人")), Word(new("At", "时间"))], lines);
        }

        private static RecordSheet ItemsOf(CardSheet sheet, Names names) => new(
            Word(new("Items", "条目")),
            [
                Word(new("Objective", "目标")), Word(new("Weight", "权重")), Word(new("Exempt", "免考")), Word(new("Attainment, %", "完成率（%）")), Word(new("Scoring rule", "计分规则")), Word(new("Score by the rule", "规则得分")),
                Word(new("Adjustment", "调整")), Word(new("Reason", "调整理由")), Word(new("Adjusted by", "调整人")), Word(new("Score", "得分")), Word(new("Contribution", "贡献")),
            ],
            [.. sheet.Items.Select(i => new object?[]
            {
                names.Of(i.ObjectiveId), i.Weight, i.Status == ScorecardItemStatus.Exempt, i.Attainment * 100, i.Rule.Name, i.RuleScore, i.Adjustment?.Points, i.Adjustment?.Reason, names.Of(i.Adjustment?.ById), i.Score, i.Contribution,
            })]);

        private static RecordSheet WeightsOf(CardSheet sheet, IReadOnlyList<RebalanceModel> changes, Names names)
        {
            var objectives = sheet.Items.ToDictionary(i => new ScorecardItemId(i.Id), i => i.ObjectiveId);
            return new(
                Word(new("Weight changes", "权重调整")),
                [
                    Word(new("Change", "序号")), Word(new("Status", "状态")), Word(new("Objective", "目标")), Word(new("Weight before", "调整前权重")), Word(new("Weight after", "调整后权重")), Word(new("Score before", "调整前得分")),
                    Word(new("Score after", "调整后得分")), Word(new("Asked for by", "提出人")), Word(new("Decided by", "确定人")), Word(new("Reason", "理由")),
                ],
                [.. changes.Index().SelectMany(c => c.Item.Before.Select(before => new object?[]
                {
                    c.Index + 1, StatusOf(c.Item.Status).ToString(), objectives.TryGetValue(before.ItemId, out var objective) ? names.Of(objective) : null, before.Weight, c.Item.After.FirstOrDefault(a => a.ItemId == before.ItemId)?.Weight,
                    c.Item.ScoreBefore, c.Item.ScoreAfter, names.Of(c.Item.RequestedById), names.Of(c.Item.ConfirmedById), c.Item.Reason,
                }))]);
        }

        private static string Word(Text text) => text.ToString();

        private static Text StatusOf(ScorecardStatus status) => status switch
        {
            ScorecardStatus.Draft => new("Draft", "草稿"),
            ScorecardStatus.Active => new("In force", "已生效"),
            ScorecardStatus.SelfAppraised => new("Self-appraised", "已自评"),
            ScorecardStatus.Appraised => new("Appraised", "上级已考核"),
            ScorecardStatus.Calibrated => new("Released", "已发布"),
            ScorecardStatus.Signed => new("Signed", "已签字"),
            _ => new("Disputed", "有异议"),
        };

        private static Text StatusOf(RebalanceStatus status) => status switch
        {
            RebalanceStatus.Proposed => new("Proposed", "已建议"),
            RebalanceStatus.Requested => new("Requested", "已提出"),
            RebalanceStatus.Confirmed => new("Confirmed", "已确认"),
            RebalanceStatus.Rejected => new("Rejected", "未采纳"),
            _ => new("HR decides", "待人力资源裁定"),
        };

        private sealed record Names(IReadOnlyDictionary<PersonId, string> People, IReadOnlyDictionary<ObjectiveId, string> Objectives)
        {
            public string? Of(PersonId? person) => person is { } id ? People.GetValueOrDefault(id) : null;

            public string? Of(ObjectiveId objective) => Objectives.GetValueOrDefault(objective);
        }
    }
}
