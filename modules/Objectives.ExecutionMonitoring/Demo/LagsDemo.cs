using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>
/// Notes this year's deviations whose causes are sought, and enters last year's of objectives that lagged for two months in spring, those by the same measures and of the fixed team first: settled by both, closed when a month was within
/// tolerance again. Improvement's part of the fill learns from them.
/// </summary>
internal sealed class LagsDemo(IServiceScopeFactory scopes, IDbContextFactory<ExecutionMonitoringDb> dbs) : IDemoSource
{
    private const int OfLastYear = 10;
    private const int OfThisYear = 8;
    private const int LookedAt = 400;
    private const decimal Lagging = 0.08m;

    public int Order => 32;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await NoteThisYearsAsync(db, company, cancellationToken);
        await AddLastYearsAsync(db, company, cancellationToken);
        progress.Report("lags", company.Lags.Count, company.Lags.Count);
    }

    private async Task AddLastYearsAsync(ExecutionMonitoringDb db, DemoCompany company, CancellationToken cancellationToken)
    {
        var cycle = company.Cycles[0];
        var (wanted, now) = (company.Lags.Count + OfLastYear, company.Lags.Select(l => l.Objective).ToHashSet());
        var measures = company.Objectives(company.Cycles[1]).Where(o => now.Contains(o.Id)).Select(o => o.Measure.Id).ToHashSet();
        var owned = company.Objectives(cycle).Where(o => o.Level >= DemoLevel.Customer && o.Now.Status is DemoStatus.Achieved or DemoStatus.Missed && o.Owner.Superior?.Superior is not null)
            .OrderBy(o => measures.Contains(o.Measure.Id) ? 0 : 1).ThenBy(o => IsOfTeam(o.Owner) ? 0 : 1).Take(LookedAt).ToDictionary(o => o.Id);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var terms = await mediator.Send(new ProgressTermsOf(owned.Keys, null), cancellationToken);
        var gaps = (await mediator.Send(new MonthlyGapsOf(owned.Keys), cancellationToken)).ToLookup(g => g.ObjectiveId);
        await using var writer = new PastWriter(db);
        foreach (var objective in owned.Values.Where(o => terms[o.Id].Direction is MeasureDirection.Increase or MeasureDirection.Decrease))
        {
            if (LagOf([.. gaps[objective.Id].Where(g => g.Target > 0).OrderBy(g => g.Month)]) is not { } lag)
                continue;
            Add(writer, company, objective, terms[objective.Id], lag);
            if (company.Lags.Count == wanted)
                break;
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static bool IsOfTeam(DemoPerson person) => person.Superior?.EmployeeNumber == "E0111";

    /// <summary>The months to the one in which the lag was noticed, and the first one after it that was within tolerance; null without a lag in spring.</summary>
    private static Lag? LagOf(List<MonthlyGap> months)
    {
        for (var i = 2; i < 5 && i < months.Count; i++)
        {
            if (Ratio(months[i - 1]) > Lagging && Ratio(months[i]) > Lagging)
                return new([.. months.Take(i + 1)], months.Skip(i + 1).Where(m => Ratio(m) <= 0.05m).Select(m => (DateOnly?)m.Month).FirstOrDefault());
        }
        return null;
    }

    private static decimal Ratio(MonthlyGap month) => month.Gap / month.Target;

    private static void Add(PastWriter writer, DemoCompany company, DemoObjective objective, ObjectiveTerms terms, Lag lag)
    {
        var (cycle, superior) = (company.Cycles[0], objective.Owner.Superior!);
        var opened = At(lag.Months[^1].Month.AddMonths(1), 5);
        var id = new DeviationId(company.IdAt(opened, objective.Id.Value, 0));
        var (count, sign) = (terms.Aggregation == Aggregation.Sum ? 1 : lag.Months.Count, terms.Direction == MeasureDirection.Decrease ? 1 : -1);
        var (target, gap) = (MonthFigure.Rounded(lag.Months.Sum(m => m.Target) / count), MonthFigure.Rounded(lag.Months.Sum(m => m.Gap) / count));
        var deviation = Deviation.Open(terms, DeviationKind.Lag, description: null, externalCause: false, DeviationSeverity.Individual, (target + (sign * gap), target), opened, by: null, opened, id);
        var past = writer.Begin(deviation);
        past.Record("followProgress", null, opened);
        var (first, second) = (opened.AddHours(26), opened.AddHours(50));
        var owners = deviation.Settle(objective.Owner.Id, byOwner: true, "先查根因，再定对策（The root cause first, then what to do）", [], first).Value;
        past.Record("settleDeviation", objective.Owner.Id, first, null, owners);
        past.Record("settleDeviation", superior.Id, second, null, deviation.Settle(superior.Id, byOwner: false, "同意，我来协调资源（Agreed; I see to the means）", [owners], second).Value);
        var closed = lag.HealedIn is { } month ? At(month.AddMonths(1), 5) : cycle.Moves[^1].At;
        deviation.Close(closed);
        past.Record("followProgress", null, closed);
        company.Lags.Add(new(id, objective.Id, cycle, objective.Owner, opened));
    }

    private static DateTimeOffset At(DateOnly month, int day) => new(month.Year, month.Month, day, 2, 0, 0, TimeSpan.Zero);

    private static async Task NoteThisYearsAsync(ExecutionMonitoringDb db, DemoCompany company, CancellationToken cancellationToken)
    {
        var (cycle, people) = (company.Cycles[1], company.People.ToDictionary(p => p.Id));
        var struck = company.Strokes.Select(s => s.Deviation).ToHashSet();
        var open = await db.Deviations.Where(d => d.CycleId == cycle.Id && d.Status != DeviationStatus.Closed).Select(d => new { d.Id, d.ObjectiveId, d.OwnerId, d.OpenedAt, d.SeverityRank }).ToListAsync(cancellationToken);
        foreach (var deviation in open.Where(d => !struck.Contains(d.Id) && people[d.OwnerId].Superior?.Superior is not null)
            .OrderBy(d => IsOfTeam(people[d.OwnerId]) ? 0 : 1).ThenByDescending(d => d.SeverityRank).ThenBy(d => d.ObjectiveId.Value).Take(OfThisYear))
            company.Lags.Add(new(deviation.Id, deviation.ObjectiveId, cycle, people[deviation.OwnerId], deviation.OpenedAt));
    }

    private sealed record Lag(IReadOnlyList<MonthlyGap> Months, DateOnly? HealedIn);
}
