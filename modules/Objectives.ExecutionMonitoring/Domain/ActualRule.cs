using Objectives.Contracts.Planning;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain;

/// <summary>What may be recorded of an objective (S7.3). Errors name the field within the entry.</summary>
internal static class ActualRule
{
    /// <summary>The value of an entry; of a RATIO it follows from numerator and denominator, in per cent with the measure's digits.</summary>
    public static Result<ActualFigure> Read(decimal? value, decimal? numerator, decimal? denominator, ReportingTerms terms)
        => terms.Aggregation == Aggregation.Ratio ? ReadRatio(value, numerator, denominator, terms.Decimals) : ReadValue(value, numerator, denominator, terms);

    /// <summary>Its cycle is being carried out, or what became of it is still being appraised.</summary>
    public static Error? CheckOpen(ReportingTerms terms, string field) => terms.IsOpen
        ? null
        : new(ErrorCode.ForbiddenByState, new(
            $"{terms.Code} takes no actuals: it was withdrawn, or its cycle is not in execution or appraisal.", $"{terms.Code} 不能填报实际值：目标已撤回，或周期不在执行或考核阶段。"), field);

    /// <summary>A period of the cycle that has begun.</summary>
    public static Error? Check(Period period, ReportingTerms terms)
    {
        var (first, end) = (Period.Of(terms.Start, PeriodGranularity.Month).Start, Period.Of(terms.End, PeriodGranularity.Month).End);
        if (period.Start < first || period.End > end)
            return Error.Invalid("period", new($"{period} is not within the objective's cycle, {terms.Start.InEnglish()} to {terms.End.InEnglish()}.", $"{period} 不在目标周期（{terms.Start.InChinese()} 至 {terms.End.InChinese()}）之内。"));
        return period.Start > terms.Today
            ? Error.Invalid("period", new($"{period} has not begun: today is {terms.Today.InEnglish()}.", $"{period} 尚未开始，今天是 {terms.Today.InChinese()}。"))
            : null;
    }

    private static Result<ActualFigure> ReadValue(decimal? value, decimal? numerator, decimal? denominator, ReportingTerms terms)
    {
        if (numerator is not null || denominator is not null)
            return Error.Invalid(numerator is not null ? "numerator" : "denominator", new("Only a RATIO is recorded by numerator and denominator; give the value.", "只有比率类指标才填写分子和分母，请填写数值。"));
        if (value is not { } given)
            return Error.Required("value");
        if (!Quantity.HasDecimals(given, terms.Decimals))
            return TooFine("value", terms.Decimals);
        return terms.Direction == MeasureDirection.Milestone && given is < 0 or > 100
            ? Error.Invalid("value", new("Per cent complete: 0 to 100.", "完成百分比应在 0 至 100 之间。"))
            : new ActualFigure(given);
    }

    private static Result<ActualFigure> ReadRatio(decimal? value, decimal? numerator, decimal? denominator, int decimals)
    {
        if (value is not null)
            return Error.Invalid("value", new("Of a RATIO give numerator and denominator: only those can be added up.", "比率类指标请填写分子和分母，只有分子和分母才能汇总。"));
        if (numerator is not { } above)
            return Error.Required("numerator");
        if (denominator is not { } below)
            return Error.Required("denominator");
        if (above < 0)
            return Error.Invalid("numerator", new("It is counted, so not negative.", "分子不能为负数。"));
        if (below <= 0)
            return Error.Invalid("denominator", new("Greater than 0; where there was no case, record nothing.", "分母应大于 0；如无发生，则不必填报。"));
        var perCent = decimal.Round(100 * above / below, decimals, MidpointRounding.AwayFromZero);
        return Quantity.Fits(perCent)
            ? new ActualFigure(perCent, above, below)
            : Error.Invalid("denominator", new("The ratio has more than 12 digits.", "比率超过 12 位数字。"));
    }

    private static Error TooFine(string field, int decimals) => Error.Invalid(field, decimals == 0
        ? new("The measure counts whole numbers.", "该指标只取整数。")
        : new($"At most {decimals} digits after the point.", $"小数部分最多 {decimals} 位。"));
}
