using System.Globalization;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>From this score on, this per cent of the target is paid.</summary>
internal sealed record PayoutRule(decimal FromScore, decimal PercentOfTarget);

/// <summary>What scores are worth: nothing before the first rule, linear between rules, flat after the last. It never falls and is never below zero (S4.7).</summary>
internal sealed record PayoutCurve(IReadOnlyList<PayoutRule> Rules)
{
    public const int MaxRules = 50;
    public const decimal MaxScore = 1000;

    /// <summary>Ten times the target.</summary>
    public const decimal MaxPercent = 1000;

    /// <summary>Of a per cent between two rules.</summary>
    public const int PercentDecimals = 6;

    /// <summary>As a row keeps them: two quantities and what stands between, for each.</summary>
    public const int MaxLength = MaxRules * 32;
    private const string Between = "; ";

    public static readonly PayoutCurve None = new([]);

    public decimal HighestPercent => Rules.Count == 0 ? 0 : Rules[^1].PercentOfTarget;

    /// <remarks>Fails with LIMIT_EXCEEDED, NEGATIVE_INCENTIVE, INVALID (out of bounds, not ascending, or a higher score that pays less).</remarks>
    public static Result<PayoutCurve> Read(IReadOnlyList<PayoutRule> rules)
    {
        List<Error> errors = [];
        if (rules.Count > MaxRules)
            errors.Add(new(ErrorCode.LimitExceeded, new($"At most {MaxRules} rules.", $"最多 {MaxRules} 条规则。"), "rules"));
        foreach (var (i, rule) in rules.Index())
        {
            var before = i == 0 ? null : rules[i - 1];
            if (rule.FromScore is < 0 or > MaxScore)
                errors.Add(Error.Invalid($"rules.{i}.fromScore", new($"Between 0 and {MaxScore}.", $"应在 0 与 {MaxScore} 之间。")));
            else if (rule.FromScore <= before?.FromScore)
                errors.Add(Error.Invalid($"rules.{i}.fromScore", new("Scores rise from rule to rule.", "各条规则的起始得分应逐条升高。")));
            if (rule.PercentOfTarget < 0)
                errors.Add(Money.Negative($"rules.{i}.percentOfTarget"));
            else if (rule.PercentOfTarget > MaxPercent)
                errors.Add(Error.Invalid($"rules.{i}.percentOfTarget", new($"Between 0 and {MaxPercent}.", $"应在 0 与 {MaxPercent} 之间。")));
            else if (rule.PercentOfTarget < before?.PercentOfTarget)
                errors.Add(Error.Invalid($"rules.{i}.percentOfTarget", new("A higher score never pays less.", "得分更高时，发放比例不能更低。")));
        }
        return errors.Count > 0 ? Result<PayoutCurve>.Failure(errors) : new PayoutCurve(rules);
    }

    /// <returns>Rounded here, to <see cref="PercentDecimals"/> digits.</returns>
    public decimal PercentAt(decimal score)
    {
        var reached = 0;
        while (reached < Rules.Count && Rules[reached].FromScore <= score)
            reached++;
        if (reached == 0)
            return 0;
        var from = Rules[reached - 1];
        if (reached == Rules.Count)
            return from.PercentOfTarget;
        var to = Rules[reached];
        return Apportionment.Round(from.PercentOfTarget + (to.PercentOfTarget - from.PercentOfTarget) * (score - from.FromScore) / (to.FromScore - from.FromScore), PercentDecimals);
    }

    public string? Write() => Rules.Count == 0 ? null : string.Join(Between, Rules.Select(r => $"{Quantity.Format(r.FromScore)} {Quantity.Format(r.PercentOfTarget)}"));

    public static PayoutCurve Restore(string? text) => text is null
        ? None
        : new([.. text.Split(Between).Select(part => part.Split(' ')).Select(p => new PayoutRule(decimal.Parse(p[0], CultureInfo.InvariantCulture), decimal.Parse(p[1], CultureInfo.InvariantCulture)))]);
}
