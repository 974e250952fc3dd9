using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Forecasts;

/// <summary>One statement, however many are asked for.</summary>
internal sealed class ReadExpectations(IDbContextFactory<ExecutionMonitoringDb> dbs) : IRequestHandler<ExpectationsOf, IReadOnlyList<Expectation>>
{
    public async Task<IReadOnlyList<Expectation>> Handle(ExpectationsOf request, CancellationToken cancellationToken)
    {
        var objectives = request.Questions.SelectMany(q => q.Objectives).Distinct().ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var actuals = objectives.Count == 0
            ? []
            : await db.Actuals.Where(a => EF.Parameter(objectives).Contains(a.ObjectiveId))
                .Select(a => new Recorded(a.Id, a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator, a.ReportedAt, a.CorrectsId))
                .ToListAsync(cancellationToken);
        var replaced = actuals.Where(a => a.CorrectsId is not null).Select(a => a.CorrectsId!.Value).ToHashSet();
        var standing = actuals.Where(a => !replaced.Contains(a.Id)).OrderByDescending(a => a.ReportedAt).ThenByDescending(a => a.Id.Value).ToLookup(a => a.ObjectiveId);
        return [.. request.Questions.Select(q => Answer(q, standing))];
    }

    private static Expectation Answer(ExpectationQuestion question, ILookup<ObjectiveId, Recorded> standing)
    {
        var periods = new Dictionary<Period, Figure>();
        foreach (var actual in question.Objectives.SelectMany(o => standing[o]).Where(a => a.Period.End <= question.Today))
        {
            if (question.RollUp != PeriodRollUp.Ratio || actual.Denominator != 0)
                periods.TryAdd(actual.Period, new(actual.Value, actual.Numerator, actual.Denominator, [actual.ObjectiveId]));
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
