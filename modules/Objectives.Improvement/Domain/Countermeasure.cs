using Objectives.Contracts.Improvement;
using Objectives.Platform.Data;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Domain;

/// <summary>By what countermeasures are compared (S7.8).</summary>
internal sealed class Criterion : IPart
{
    public required CriterionId Id { get; init; }

    public required ImprovementCaseId CaseId { get; init; }

    public required string Name { get; set; }

    /// <summary>In basis points; those of a case add up to 10,000.</summary>
    public int Weight { get; set; }

    public int Ordinal { get; set; }

    public Guid Root => CaseId.Value;
}

internal sealed record CriterionTerms(string Name, int Weight);

/// <param name="Value">0–10.</param>
internal readonly record struct Score(CriterionId CriterionId, int Value);

/// <summary>One way to deal with root causes (S7.8).</summary>
internal sealed class Countermeasure : IPart
{
    public required CountermeasureId Id { get; init; }

    public required ImprovementCaseId CaseId { get; init; }

    public required int Ordinal { get; init; }

    public string Title { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    /// <summary>The confirmed root causes that it deals with.</summary>
    public IReadOnlyList<CauseId> Addresses { get; set; } = [];

    public long? CostMinor { get; set; }

    public string? CostCurrency { get; set; }

    public IReadOnlyList<Score> Scores { get; set; } = [];

    public Guid Root => CaseId.Value;
}

internal sealed record CountermeasureTerms(string Title, string Description, IReadOnlyList<CauseId> Addresses, Cost? Cost, IReadOnlyList<Score> Scores);

/// <summary>What a countermeasure costs, in whole numbers of the currency's last decimal (ISO 4217).</summary>
internal readonly record struct Cost(long Minor, string Currency)
{
    public const int CurrencyLength = 3;

    public decimal Amount => Minor / Currencies.UnitsIn(Currency);

    /// <remarks>Fails with REQUIRED (one without the other), INVALID (no currency of ISO 4217, below zero, more decimals than the currency has).</remarks>
    public static Result<Cost?> Read(decimal? amount, string? currency)
    {
        if (amount is null && currency is null)
            return Result.Ok<Cost?>(null);
        if (amount is not { } given)
            return Error.Required("costAmount");
        if (currency is null)
            return Error.Required("costCurrency");
        if (Currencies.DecimalsOf(currency) is not { } decimals)
            return Error.Invalid("costCurrency", new($"{currency} is no currency of ISO 4217 that is paid in.", $"{currency} 不是 ISO 4217 规定的货币代码。"));
        return given >= 0 && Quantity.HasDecimals(given, decimals)
            ? Result.Ok<Cost?>(new Cost((long)(given * Currencies.UnitsIn(currency)), currency))
            : Error.Invalid("costAmount", new($"Not below zero, with at most {decimals} decimals.", $"不能为负，最多 {decimals} 位小数。"));
    }
}
