using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>What past periods let one expect of coming ones (S5.1): an answer to each question, in their order.</summary>
/// <remarks>The answers hold what was recorded for the objectives whether or not the caller may read them; whoever asks decides what he is shown.</remarks>
public sealed record ExpectationsOf(IReadOnlyList<ExpectationQuestion> Questions) : IRequest<IReadOnlyList<Expectation>>;

/// <param name="Objectives">Whose actuals are the history of one measure in one scope; of two that tell of the same period the one named first counts.</param>
/// <param name="Decimals">Digits after the point, 0–6, of the measure's values.</param>
/// <param name="Start">First day of the time whose value is to be expected.</param>
/// <param name="End">Its last day.</param>
/// <param name="Today">Periods that are not over by then are no history yet.</param>
/// <param name="Values">For each the percentile is told.</param>
public sealed record ExpectationQuestion(
    IReadOnlyList<ObjectiveId> Objectives, PeriodRollUp RollUp, int Decimals, DateOnly Start, DateOnly End, DateOnly Today, IReadOnlyList<decimal> Values);

/// <summary>How a measure's values of periods make up that of a longer time. A RATIO's numerators and denominators are added up apart.</summary>
public enum PeriodRollUp
{
    Sum,
    Average,
    Ratio,
    Last,
    Min,
    Max,
}

/// <param name="History">Oldest first.</param>
/// <param name="Prospect">None where the history is too short, or ends too long before.</param>
/// <param name="MethodEnglish">How it was found, in words.</param>
public sealed record Expectation(IReadOnlyList<PastValue> History, Prospect? Prospect, string MethodEnglish, string MethodChinese);

/// <param name="Months">The period's length: 1, 3 or 12.</param>
/// <param name="Sources">The objectives for which it was recorded.</param>
public sealed record PastValue(DateOnly From, int Months, decimal Value, IReadOnlyList<ObjectiveId> Sources);

/// <param name="Expected">As likely exceeded as not.</param>
/// <param name="Low">With <paramref name="High"/> the interval that holds the value with a probability of 80 %.</param>
/// <param name="Percentiles">Of the values asked for: how likely it stays under each, 0–100.</param>
public sealed record Prospect(decimal Expected, decimal Low, decimal High, IReadOnlyList<double> Percentiles);
