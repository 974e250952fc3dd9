using MediatR;
using Objectives.Contracts;
using Objectives.Contracts.Development;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain.Health;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Health;

/// <summary>Whether management by objectives works in a unit and those below it (S5.7): the eight causes of failure, each measured month by month. The same few statements, however many people, objectives and months.</summary>
internal static class ReadProgramHealth
{
    /// <param name="UnitId">The company when it is left out.</param>
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId) : IQuery<ProgramHealthModel>;

    public sealed class Handler(IMediator mediator, HealthSight sight, HealthSurvey survey, WrittenFields written) : IQueryHandler<Query, ProgramHealthModel>
    {
        public async Task<ProgramHealthModel> Handle(Query request, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } calendar)
                throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such cycle.", "该周期不存在。"));
            var (unit, isCompany) = await sight.FindAsync(request.UnitId, cancellationToken);
            var months = HealthMonths.Of(calendar);
            var now = months.Of(calendar.Today);
            var units = await mediator.Send(new UnitsUnder(unit), cancellationToken);
            var people = (await mediator.Send(new MembersOf(units), cancellationToken)).Where(m => !m.IsAuditor).Select(m => m.PersonId).ToList();
            var executives = await ExecutivesAsync(unit, isCompany, cancellationToken);
            var led = (await mediator.Send(new Superiors(people), cancellationToken)).Where(p => p.Value.Count > 0 && executives.ContainsKey(p.Value[0])).Select(p => p.Key).ToList();
            var planning = await mediator.Send(new HealthOfPlanning(calendar.Id, months, isCompany ? null : units, executives), cancellationToken);
            var execution = await mediator.Send(new HealthOfExecution(calendar, months, planning.Committed, isCompany ? null : people, [.. executives.Keys], led), cancellationToken);
            var linkage = await mediator.Send(new HealthOfLinkage(calendar.Id, months, planning.Committed, people, now), cancellationToken);
            var development = await mediator.Send(new HealthOfDevelopment(calendar.Id, months, planning.FirstCommitments, people, calendar.Today, calendar.TimeZone), cancellationToken);
            var answers = await survey.ReadAsync(calendar, unit, months, cancellationToken);
            var fields = await written.CountAsync(calendar, months, isCompany ? null : people, cancellationToken);
            var paperwork = execution.ReportMinutes.Select((minutes, i) => new PaperworkMonth(minutes, execution.Reports[i], fields[i])).ToList();
            var isBegun = calendar.Today >= calendar.Start;
            List<Indicator> indicators =
            [
                Indicator.OfShares(FailureCause.ExecutivesAbsent, HealthRule.Usual, now,
                [
                    .. planning.Strategy is { } strategy ? [HealthPart.Of(new("strategy elements in which executives had a hand", "高层参与制订的策略要素"), strategy)] : Array.Empty<HealthPart>(),
                    HealthPart.Of(new("briefings that they read or published", "高层已阅或发布的通报"), planning.Briefed),
                    HealthPart.Of(new("reports to them that they followed up", "高层已跟进的报告"), execution.FollowedUp),
                    HealthPart.OfSurvey(new("survey: executives support it", "问卷：高层支持"), answers.Means(Question.ExecutiveSupport)),
                ]),
                Indicator.OfShares(FailureCause.NoTrainingBeforehand, HealthRule.Strict, now,
                [
                    HealthPart.Of(new("people ready before they committed", "承诺前已具备条件的人员"), development.Readied),
                    HealthPart.Of(new("training passed by its day", "按期通过的培训"), development.Trained),
                ]),
                Indicator.OfShares(FailureCause.TargetsMischosen, HealthRule.Strict, now,
                [
                    HealthPart.Of(new("targets neither too low nor too high", "高低适当的目标值"), planning.Calibrated),
                    HealthPart.Of(new("targets not revised", "未经修订的目标"), planning.Unrevised),
                ]),
                Indicator.OfShares(FailureCause.Slogans, HealthRule.Usual, now,
                [
                    HealthPart.Of(new("objectives with a plan", "有计划的目标"), planning.Planned),
                    HealthPart.Of(new("with a figure of the month", "当月有实绩的目标"), execution.Recorded),
                    HealthPart.Of(new("control points reviewed", "已检讨的控制点"), execution.Reviewed),
                    HealthPart.OfSurvey(new("survey: targets are attainable", "问卷：目标可达成"), answers.Means(Question.Attainable)),
                ]),
                Indicator.OfShares(FailureCause.LeaderMemberDiscord, HealthRule.Usual, now,
                [
                    HealthPart.OfSurvey(new("survey: trust in the leader", "问卷：信任上级"), answers.Means(Question.TrustInLeader)),
                    HealthPart.Of(new("appraisals without dispute", "无异议的考核"), linkage.Undisputed, weight: 3),
                    HealthPart.Of(new($"negotiations of at most {PlanningHealth.MostRounds} proposals", $"不超过 {PlanningHealth.MostRounds} 次提议即达成的协商"), planning.SettledSoon),
                ]),
                Indicator.OfShares(FailureCause.ImpressionAppraisal, HealthRule.Usual, now,
                [
                    HealthPart.Of(new("objectives on a scorecard", "列入考核表的目标"), linkage.Tied),
                    HealthPart.Of(new("actuals with evidence", "有依据的实绩"), execution.Evidenced),
                    HealthPart.Of(new("items scored by their rule alone", "仅按规则计分的条目"), linkage.ByRule),
                    HealthPart.OfSurvey(new("survey: appraisal is fair", "问卷：考核公平"), answers.Means(Question.Fairness)),
                ]),
                Indicator.OfShares(FailureCause.NoEncouragement, HealthRule.Usual, now,
                [
                    HealthPart.Of(new($"people recognised within {LinkageHealth.EncouragedWithinMonths} months", $"{LinkageHealth.EncouragedWithinMonths} 个月内受到表扬的人员"), linkage.Encouraged),
                    HealthPart.OfSurvey(new("survey: encouraged", "问卷：受到鼓励"), answers.Means(Question.Encouragement)),
                ]),
                Indicator.OfPaperwork(planning.PaperworkMinutes, people.Count, paperwork, now, calendar.Today > calendar.End, answers.LatestMean(Question.Paperwork), execution.LongestReports),
            ];
            return new(calendar.Id, unit, HealthRule.Score(indicators.Select(i => i.State)), [.. indicators.Select(i => IndicatorModel.Of(i, isBegun ? months : null))]);
        }

        /// <summary>Of the company its executives and whoever leads it; of a unit whoever leads it or one above it. Each with the units by which a briefing reaches him.</summary>
        private async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<UnitId>>> ExecutivesAsync(UnitId unit, bool isCompany, CancellationToken cancellationToken)
        {
            var chain = (await mediator.Send(new UnitsAbove([unit]), cancellationToken))[unit];
            List<PersonId> people = [.. (await mediator.Send(new LeadersOf(chain), cancellationToken)).Values, .. isCompany ? await mediator.Send(new HoldersOf(Role.Executive), cancellationToken) : []];
            var places = await mediator.Send(new UnitsOfPeople([.. people.Distinct()]), cancellationToken);
            var above = await mediator.Send(new UnitsAbove([.. places.Values.Distinct()]), cancellationToken);
            return places.ToDictionary(p => p.Key, p => above[p.Value]);
        }
    }
}

internal static class HealthMonths
{
    public static CountedMonths Of(CycleCalendar calendar)
    {
        var first = new DateOnly(calendar.Start.Year, calendar.Start.Month, 1);
        var count = ((calendar.End.Year - first.Year) * 12) + calendar.End.Month - first.Month + 1;
        return new(first, [.. Enumerable.Range(1, count).Select(i => BusinessClock.EndOf(first.AddMonths(i).AddDays(-1), calendar.TimeZone))]);
    }
}
