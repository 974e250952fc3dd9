using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <param name="Months">Its figures.</param>
/// <param name="Judged">By its figures alone, whether or not it is exempt.</param>
/// <param name="Projected">What it will come to in the measure's unit; null while nothing is on record.</param>
/// <param name="Denominator">Of a RATIO what its months are shares of.</param>
internal sealed record Reading(ObjectiveTerms Terms, IReadOnlyList<KeptMonth> Months, ProgressModel Progress, Health Judged, decimal? Projected, decimal? Denominator);

/// <summary>
/// Where objectives stand (S7.3), now or at a past moment: what is kept is read now; of a past one it is worked out of what was recorded by then, over all that stood below.
/// The number of statements does not depend on how many objectives.
/// </summary>
internal sealed class ProgressReader(IDbContextFactory<ExecutionMonitoringDb> dbs, OwnMonths ownMonths, IMediator mediator)
{
    public async Task<IReadOnlyDictionary<ObjectiveId, Reading>> ReadAsync(IReadOnlyList<ObjectiveId> ids, DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        var terms = await mediator.Send(new ProgressTermsOf(ids, moment), cancellationToken);
        var months = moment is { } past ? await PastAsync(ids, past, cancellationToken) : await KeptAsync(ids, cancellationToken);
        var prospects = await ProspectsAsync(terms, months, cancellationToken);
        return terms.ToDictionary(t => t.Key, t => Read(t.Value, [.. months[t.Key]], prospects.GetValueOrDefault(t.Key)));
    }

    /// <summary>The months as they are kept.</summary>
    public async Task<ILookup<ObjectiveId, KeptMonth>> KeptAsync(IReadOnlyList<ObjectiveId> ids, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return (await db.KeptMonths.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.ObjectiveId)).ToListAsync(cancellationToken)).ToLookup(m => m.ObjectiveId);
    }

    /// <summary>The months as they follow from what was recorded by a moment.</summary>
    public async Task<ILookup<ObjectiveId, KeptMonth>> PastAsync(IReadOnlyList<ObjectiveId> ids, DateTimeOffset moment, CancellationToken cancellationToken)
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

    private static Reading Read(ObjectiveTerms of, IReadOnlyList<KeptMonth> months, Expectation? expectation)
    {
        var terms = new ProgressTerms(of.Direction, of.Aggregation, of.Decimals, of.Target, of.LowerBound, of.Months);
        var reckoning = Reckoning.Of(terms, months.Select(m => m.Figure));
        var forecast = expectation?.Prospect is { } prospect
            ? new ForecastModel(prospect.Expected, prospect.Low, prospect.High, ChanceOf(of, prospect.Percentiles), new(expectation.MethodEnglish, expectation.MethodChinese))
            : null;
        var judged = HealthRule.Of(terms, reckoning, of.Tolerance, forecast?.Probability, of.AtRiskProbability);
        var progress = new ProgressModel(
            of.IsExempt ? Health.Exempt : judged, months.Any(m => m.RolledUp), Rounded(reckoning.ActualToDate), Rounded(reckoning.TargetToDate),
            of.Direction == MeasureDirection.KeepWithin ? Rounded(reckoning.LowerBoundToDate) : null,
            reckoning.Attainment, reckoning.AttainmentOfCycle, Rounded(reckoning.Gap), reckoning.ReportedShare, months.Count == 0 ? null : months.Max(m => m.ReportedAt), forecast,
            [.. reckoning.Series.Select(p => new ProgressPointModel(Period.Of(p.Month, PeriodGranularity.Month), p.Target, p.LowerBound, p.Actual, p.CumulativeTarget, p.CumulativeLowerBound, p.CumulativeActual))]);
        return new(of, months, progress, judged, Projection.Of(terms, reckoning, forecast?.Expected), months.Any(m => m.Denominator is not null) ? months.Sum(m => m.Denominator) : null);
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
