using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Demo;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>
/// Enters how this year's objectives of the demo company were reported on and followed up. At a larger scale only those of the first so many objectives and of one team are: the
/// past of the others is their actuals.
/// </summary>
internal sealed class ControlDemo(IDbContextFactory<ExecutionMonitoringDb> dbs, IServiceScopeFactory scopes) : IDemoSource
{
    private const int Most = 2_000;
    private const string Team = "E0111";

    public int Order => 21;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var cycle = company.Cycles.Single(c => c.Year == company.Year);
        var (calendar, working) = await CalendarAsync(company, cycle, cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var past = new Past(writer, calendar, working, company.Now);
        writer.Add(new CycleControl { CycleId = cycle.Id, MissedUntil = past.MissedUntil });
        var (count, done) = (0, 0);
        foreach (var objective in company.Objectives(cycle).Where(o => o.Actuals.Count > 0))
        {
            if (count++ >= Most && objective.Unit.Leader.EmployeeNumber != Team)
                continue;
            past.Add(objective, [.. company.Reviews(cycle, objective)]);
            if (++done % 100 == 0)
                progress.Report("progress reports, objectives", done, Math.Min(Most, company.GoalCount));
            await writer.FlushIfFullAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
    }

    private async Task<(CycleCalendar Calendar, IReadOnlyList<DateOnly> Working)> CalendarAsync(DemoCompany company, DemoCycle cycle, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var calendar = (await mediator.Send(new CycleCalendars([cycle.Id]), cancellationToken))[cycle.Id];
        return (calendar, await mediator.Send(new WorkingDays(calendar.Start, BusinessClock.DayOf(company.Now, calendar.TimeZone)), cancellationToken));
    }

    private sealed class Past(PastWriter writer, CycleCalendar calendar, IReadOnlyList<DateOnly> working, DateTimeOffset now)
    {
        private readonly IReadOnlyList<ControlDay> _days = ControlCalendar.DaysOf(calendar.Start, calendar.End);

        private readonly DateOnly _today = BusinessClock.DayOf(now, calendar.TimeZone);

        public DateOnly MissedUntil { get; } = BusinessClock.DayOf(now, calendar.TimeZone).AddDays(-calendar.ReportGraceDays - 1);

        public void Add(DemoObjective objective, IReadOnlyList<DemoReview> reviews)
        {
            foreach (var day in _days)
            {
                var review = reviews.FirstOrDefault(r => r.Month == day.Date.Month);
                var missedOn = ControlStatus.LastDay(day.Date, calendar.ReportGraceDays).AddDays(1);
                if (day.Date <= MissedUntil && (review is null || BusinessClock.DayOf(review.At, calendar.TimeZone) >= missedOn))
                    writer.Add(MissedControlPoint.Tell(CalendarPointId.Of(objective.Id, day.Number), objective.Id, calendar.Id, objective.Owner.Id, day.Date, missedOn).ToldTo(LevelOf(objective.Owner, missedOn)), [], "tellMissed", null, BusinessClock.EndOf(missedOn.AddDays(-1), calendar.TimeZone));
                if (review is not null)
                    Add(objective, day, review);
            }
        }

        /// <summary>How far up it was told by now.</summary>
        private int LevelOf(DemoPerson owner, DateOnly missedOn)
        {
            var superiors = 0;
            for (var above = owner.Superior; above is not null; above = above.Superior)
                superiors++;
            return Escalation.LevelOn(_today, missedOn, calendar.EscalationDays, superiors);
        }

        private void Add(DemoObjective objective, ControlDay day, DemoReview demo)
        {
            var review = new SelfReview(demo.Text, demo.Confidence, demo.Difficulties, demo.SupportNeeded, demo.MinutesSpent);
            var report = ProgressReport.File(CalendarPointId.Of(objective.Id, day.Number), objective.Id, calendar.Id, day.Date, review, objective.Owner.Id, demo.At, demo.Id);
            var past = writer.Begin(report);
            past.Record("reportProgress", objective.Owner.Id, demo.At);
            var reported = BusinessClock.DayOf(demo.At, calendar.TimeZone);
            if (demo.Answer is not { } answer)
            {
                if (FollowUpTime.LastDay(reported, working, calendar.FollowUpWorkingDays) < _today)
                    report.NoteOverdueTold();
                return;
            }
            var followed = BusinessClock.DayOf(answer.At, calendar.TimeZone);
            report.FollowUp(answer.Guidance, objective.Owner.Id, answer.By.Id, answer.At, FollowUpTime.IsWithin(reported, followed, working, calendar.FollowUpWorkingDays));
            past.Record("followUp", answer.By.Id, answer.At);
        }
    }
}
