using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain;

/// <summary>An amount of money, exact: whole numbers of the currency's last decimal (ISO 4217).</summary>
internal readonly record struct Money(long Minor, string Currency)
{
    public const int CurrencyLength = 3;

    public decimal Amount => Minor / Currencies.UnitsIn(Currency);

    /// <summary>Reads an amount that is not below zero (S4.7).</summary>
    /// <remarks>Fails with NEGATIVE_INCENTIVE, INVALID (no currency of ISO 4217, or more decimals than it has).</remarks>
    public static Result<Money> Read(decimal amount, string currency, string amountField, string currencyField)
    {
        if (Currencies.DecimalsOf(currency) is not { } decimals)
            return Error.Invalid(currencyField, new($"{currency} is no currency of ISO 4217 that is paid in.", $"{currency} 不是 ISO 4217 规定的货币代码。"));
        if (amount < 0)
            return Negative(amountField);
        return Quantity.HasDecimals(amount, decimals)
            ? new Money((long)(amount * Currencies.UnitsIn(currency)), currency)
            : Error.Invalid(amountField, new($"{currency} has {decimals} decimals.", $"{currency} 最多 {decimals} 位小数。"));
    }

    public static Error Negative(string field) => new(ErrorCode.NegativeIncentive, new("An incentive is never negative: there are rewards here, no penalties.", "激励金额不能为负：只奖励，不处罚。"), field);

    public override string ToString() => $"{Amount.ToString($"N{Currencies.DecimalsOf(Currency) ?? 2}", System.Globalization.CultureInfo.InvariantCulture)} {Currency}";
}
