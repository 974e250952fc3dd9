using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Forecasts;

/// <summary>Two statements, however many are asked for: what was recorded, and of those for which nothing was, what is rolled up from below.</summary>
internal sealed class ReadExpectations(IDbContextFactory<ExecutionMonitoringDb> dbs) : IRequestHandler<ExpectationsOf, IReadOnlyList<Expectation>>
{
    /// <summary>A sum that lacks more than this tells nothing of the whole; one that lacks less is taken for as much larger.</summary>
    private const decimal FewestShare = 0.5m;

    public async Task<IReadOnlyList<Expectation>> Handle(ExpectationsOf request, CancellationToken cancellationToken)
    {
        var objectives = request.Questions.SelectMany(q => q.Objectives).Distinct().ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var actuals = objectives.Count == 0
            ? []
            : await db.Actuals.Where(a => EF.Parameter(objectives).Contains(a.ObjectiveId))
                .Select(a => new Recorded(a.Id, a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator, a.ReportedAt, a.CorrectsId))
                .ToListAsync(cancellationToken);
        var without = objectives.Except(actuals.Select(a => a.ObjectiveId)).ToList();
        var rolledUp = without.Count == 0
            ? []
            : await db.KeptMonths.AsNoTracking().Where(m => EF.Parameter(without).Contains(m.ObjectiveId) && m.RolledUp).ToListAsync(cancellationToken);
        var replaced = actuals.Where(a => a.CorrectsId is not null).Select(a => a.CorrectsId!.Value).ToHashSet();
        var standing = actuals.Where(a => !replaced.Contains(a.Id)).OrderByDescending(a => a.ReportedAt).ThenByDescending(a => a.Id.Value).ToLookup(a => a.ObjectiveId);
        var made = rolledUp.ToLookup(m => m.ObjectiveId);
        return [.. request.Questions.Select(q => Answer(q, standing, made))];
    }

    private static Expectation Answer(ExpectationQuestion question, ILookup<ObjectiveId, Recorded> standing, ILookup<ObjectiveId, KeptMonth> rolledUp)
    {
        var periods = new Dictionary<Period, Figure>();
        foreach (var objective in question.Objectives)
        {
            foreach (var actual in standing[objective].Where(a => a.Period.End <= question.Today && (question.RollUp != PeriodRollUp.Ratio || a.Denominator != 0)))
                periods.TryAdd(actual.Period, new(actual.Value, actual.Numerator, actual.Denominator, [objective]));
            foreach (var month in rolledUp[objective].Where(m => m.Share >= FewestShare))
            {
                if (Period.Of(month.Month, PeriodGranularity.Month) is var period && period.End <= question.Today)
                    periods.TryAdd(period, new(question.RollUp == PeriodRollUp.Sum ? month.Value / month.Share : month.Value, month.Numerator, month.Denominator, [objective]));
            }
        }
        var outlook = Outlook.Of(PeriodSeries.Of(periods, question.RollUp, question.Start, question.End), question.RollUp, question.Start, question.End);
        decimal Rounded(decimal value) => decimal.Round(value, question.Decimals, MidpointRounding.AwayFromZero);
        decimal Exact(double value) => Rounded((decimal)Math.Clamp(value, -(double)(Quantity.Max - 1), (double)(Quantity.Max - 1)));
        return new(
            outlook.Series is { } series
                ? [.. series.Figures.Select(f => new PastValue(f.Period.Start, 12 / series.PerYear, Rounded(f.Figure.Value), f.Figure.Sources))]
                : [],
            outlook.Outcome is { } outcome
                ? new(Exact(outcome.Expected), Exact(outcome.Low), Exact(outcome.High), [.. question.Values.Select(v => outcome.PercentileOf((double)v))])
                : null,
            outlook.Method.English,
            outlook.Method.Chinese);
    }

    private sealed record Recorded(
        ActualId Id, ObjectiveId ObjectiveId, Period Period, decimal Value, decimal? Numerator, decimal? Denominator, DateTimeOffset ReportedAt, ActualId? CorrectsId);
}
