namespace Objectives.Platform.GraphQl;

/// <summary>The contract's Money.</summary>
public sealed record MoneyModel(decimal Amount, string Currency);
