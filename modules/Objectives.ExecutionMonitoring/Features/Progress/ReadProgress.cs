using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <param name="RolledUp">Made up of those below, where nothing was recorded for the objective itself.</param>
internal sealed record ProgressModel(
    Health Health, bool RolledUp, decimal? ActualToDate, decimal? TargetToDate, decimal? Attainment, decimal? AttainmentOfCycle, decimal? Gap, decimal? ReportedShare,
    DateTimeOffset? LastReportedAt, ForecastModel? Forecast, IReadOnlyList<ProgressPointModel> Series)
{
    public static readonly ProgressModel Unknown = new(Health.Unknown, false, null, null, null, null, null, null, null, null, []);
}

internal sealed record ForecastModel(decimal Expected, decimal Low, decimal High, double Probability, Text Method);

internal sealed record ProgressPointModel(Period Period, decimal? Target, decimal? Actual, decimal? CumulativeTarget, decimal? CumulativeActual);

/// <summary>
/// Where objectives stand (S7.3), now or at the end of a day: what is kept is read now; of a past day it is worked out of what was recorded by then, over all that stood below.
/// The number of statements depends on how many days are asked for, not on how many objectives.
/// </summary>
internal static class ReadProgress
{
    /// <param name="AsOf">The moment as of which the objective was read; null is now.</param>
    /// <param name="Day">The day asked for, which comes first.</param>
    public readonly record struct Key(ObjectiveId ObjectiveId, DateTimeOffset? AsOf, DateOnly? Day);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, ProgressModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, OwnMonths ownMonths, IMediator mediator, BusinessClock clock) : IQueryHandler<Query, IReadOnlyDictionary<Key, ProgressModel>>
    {
        public async Task<IReadOnlyDictionary<Key, ProgressModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var zone = request.Keys.Any(k => k.Day is not null) ? await mediator.Send(new CompanyTimeZone(), cancellationToken) : string.Empty;
            DateTimeOffset? MomentOf(Key key) => key.Day is { } day && BusinessClock.EndOf(day, zone) is var end && end < clock.GetUtcNow() ? end : key.Day is null ? key.AsOf : null;
            var found = new Dictionary<Key, ProgressModel>();
            foreach (var moment in request.Keys.GroupBy(MomentOf))
            {
                var ids = moment.Select(k => k.ObjectiveId).Distinct().ToList();
                var terms = await mediator.Send(new ProgressTermsOf(ids, moment.Key), cancellationToken);
                var months = moment.Key is { } past ? await PastAsync(ids, past, cancellationToken) : await KeptAsync(ids, cancellationToken);
                var prospects = await ProspectsAsync(terms, months, cancellationToken);
                foreach (var key in moment)
                {
                    if (terms.TryGetValue(key.ObjectiveId, out var of))
                        found[key] = Model(of, [.. months[key.ObjectiveId]], prospects.GetValueOrDefault(key.ObjectiveId));
                }
            }
            return found;
        }

        private async Task<ILookup<ObjectiveId, KeptMonth>> KeptAsync(IReadOnlyList<ObjectiveId> ids, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return (await db.KeptMonths.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.ObjectiveId)).ToListAsync(cancellationToken)).ToLookup(m => m.ObjectiveId);
        }

        private async Task<ILookup<ObjectiveId, KeptMonth>> PastAsync(IReadOnlyList<ObjectiveId> ids, DateTimeOffset moment, CancellationToken cancellationToken)
        {
            var nodes = await mediator.Send(new RollUpTreeBelow(ids, moment), cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var known = new KnownMonths();
            known.Add(await ownMonths.ReadAsync(db, nodes, moment, cancellationToken));
            return nodes.OrderByDescending(n => n.Depth).SelectMany(n => known.MakeUp(n, months: null)).ToLookup(m => m.ObjectiveId);
        }

        private async Task<IReadOnlyDictionary<ObjectiveId, Expectation>> ProspectsAsync(
            IReadOnlyDictionary<ObjectiveId, ObjectiveTerms> terms, ILookup<ObjectiveId, KeptMonth> months, CancellationToken cancellationToken)
        {
            var asked = terms.Values.Where(t => months.Contains(t.Id)).ToList();
            if (asked.Count == 0)
                return new Dictionary<ObjectiveId, Expectation>();
            var questions = asked.ConvertAll(t => new ExpectationQuestion(
                t.Direction == MeasureDirection.Milestone ? [t.Id] : [t.Id, .. t.History], t.Aggregation.OverTime(), t.Decimals, t.Start, t.End, t.Today, Edges(t)));
            var answers = await mediator.Send(new ExpectationsOf(questions), cancellationToken);
            return asked.Zip(answers).ToDictionary(p => p.First.Id, p => p.Second);
        }

        private static IReadOnlyList<decimal> Edges(ObjectiveTerms terms) => terms is { Direction: MeasureDirection.KeepWithin, LowerBound: { } lower } ? [terms.Target, lower] : [terms.Target];

        private static ProgressModel Model(ObjectiveTerms of, IReadOnlyList<KeptMonth> months, Expectation? expectation)
        {
            var terms = new ProgressTerms(of.Direction, of.Aggregation, of.Decimals, of.Target, of.LowerBound, of.Months);
            var reckoning = Reckoning.Of(terms, months.Select(m => m.Figure));
            var forecast = expectation?.Prospect is { } prospect
                ? new ForecastModel(prospect.Expected, prospect.Low, prospect.High, ChanceOf(of, prospect.Percentiles), new(expectation.MethodEnglish, expectation.MethodChinese))
                : null;
            return new(
                HealthRule.Of(terms, reckoning, of.Tolerance, forecast?.Probability, of.AtRiskProbability), months.Any(m => m.RolledUp), Rounded(reckoning.ActualToDate), Rounded(reckoning.TargetToDate),
                reckoning.Attainment, reckoning.AttainmentOfCycle, Rounded(reckoning.Gap), reckoning.ReportedShare, months.Count == 0 ? null : months.Max(m => m.ReportedAt), forecast,
                [.. reckoning.Series.Select(p => new ProgressPointModel(Period.Of(p.Month, PeriodGranularity.Month), p.Target, p.Actual, p.CumulativeTarget, p.CumulativeActual))]);
        }

        private static decimal? Rounded(decimal? value) => value is { } known ? MonthFigure.Rounded(known) : null;

        /// <param name="shares">How likely the value stays under each of the <see cref="Edges"/>, 0–100.</param>
        private static double ChanceOf(ObjectiveTerms terms, IReadOnlyList<double> shares) => Math.Round(
            terms.Direction switch
            {
                MeasureDirection.Decrease => shares[0] / 100,
                MeasureDirection.KeepWithin => Math.Clamp(shares[0] - (shares.Count > 1 ? shares[1] : 0), 0, 100) / 100,
                _ => 1 - (shares[0] / 100),
            },
            4);
    }
}
