using System.Globalization;
using FluentValidation;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>Rules that many inputs share.</summary>
public static class Rules
{
    /// <summary>Text without control characters, also those that turn the direction of what follows (line breaks and tabs only in <paramref name="multiline"/>), not only white space, of at most <paramref name="max"/> characters.</summary>
    public static void PlainText<T>(this IRuleBuilder<T, string?> rule, int max, bool multiline = false)
        => rule.Custom((text, context) =>
        {
            if (text is null)
                return;
            if (text.Length > max)
                context.Fail(ErrorCode.LimitExceeded, new($"At most {max} characters; this has {text.Length}.", $"最多 {max} 个字符，当前为 {text.Length} 个。"));
            else if (text.Any(c => IsControl(c) && !(multiline && c is '\n' or '\r' or '\t')))
                context.Fail(ErrorCode.Invalid, new("Remove the control characters.", "请删除控制字符。"));
        });

    private static bool IsControl(char c) => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>Not by white space and invisible signs alone.</summary>
    private static bool SaysSomething(string? text) => text?.Any(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format) == true;

    /// <summary><see cref="PlainText{T}"/> that must be there.</summary>
    public static void RequiredText<T>(this IRuleBuilder<T, string?> rule, int max, bool multiline = false)
    {
        rule.Custom((text, context) =>
        {
            if (!SaysSomething(text))
                context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
        });
        rule.PlainText(max, multiline);
    }

    /// <summary>A list of no more than so many.</summary>
    public static void AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int max)
        => rule.Custom((list, context) =>
        {
            if (list?.Count > max)
                context.Fail(ErrorCode.LimitExceeded, new($"At most {max}; there are {list.Count}.", $"最多 {max} 项，当前为 {list.Count} 项。"));
        });

    /// <summary>The address of a page, http or https.</summary>
    public static void WebAddress<T>(this IRuleBuilder<T, string?> rule, int max)
    {
        rule.PlainText(max);
        rule.Custom((text, context) =>
        {
            if (text is not null && !(Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
                context.Fail(ErrorCode.Invalid, new("An address that begins with https:// or http://.", "请填写以 https:// 或 http:// 开头的网址。"));
        });
    }

    /// <summary>An exact decimal of the API between two bounds.</summary>
    public static void Quantity<T>(this IRuleBuilder<T, decimal?> rule, decimal min = -Numbers.Quantity.Max, decimal max = Numbers.Quantity.Max)
        => rule.Custom((value, context) =>
        {
            if (value is not { } number)
                return;
            if (!Numbers.Quantity.Fits(number))
                context.Fail(ErrorCode.Invalid, new("At most 12 digits before and 6 after the point.", "整数部分最多 12 位，小数部分最多 6 位。"));
            else if (number < min || number > max)
                context.Fail(ErrorCode.Invalid, new($"Between {Numbers.Quantity.Format(min)} and {Numbers.Quantity.Format(max)}.", $"应在 {Numbers.Quantity.Format(min)} 与 {Numbers.Quantity.Format(max)} 之间。"));
        });

    public static void Between<T>(this IRuleBuilder<T, int?> rule, int min, int max)
        => rule.Custom((value, context) =>
        {
            if (value is { } number && (number < min || number > max))
                context.Fail(ErrorCode.Invalid, new($"Between {min} and {max}.", $"应在 {min} 与 {max} 之间。"));
        });

    /// <inheritdoc cref="Between{T}(IRuleBuilder{T, int?}, int, int)"/>
    public static void Between<T>(this IRuleBuilder<T, int> rule, int min, int max)
        => rule.Custom((number, context) =>
        {
            if (number < min || number > max)
                context.Fail(ErrorCode.Invalid, new($"Between {min} and {max}.", $"应在 {min} 与 {max} 之间。"));
        });

    public static void Fail<T>(this ValidationContext<T> context, ErrorCode code, Text message)
        => context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, message.English) { ErrorCode = code.ToString(), CustomState = message });
}
