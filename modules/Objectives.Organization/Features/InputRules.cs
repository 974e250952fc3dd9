using FluentValidation;
using Objectives.Organization.Domain;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features;

/// <summary>Rules that several inputs of this module share.</summary>
internal static class InputRules
{
    /// <summary>It can be written after an @ in a text, so it holds neither white space nor @.</summary>
    public static void EmployeeNumber<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.RequiredText(Person.MaxNumberLength);
        rule.Custom((number, context) =>
        {
            if (number is not null && number.Trim().Any(c => char.IsWhiteSpace(c) || c is '@' or '\uFF20'))
                context.Fail(ErrorCode.Invalid, new("An employee number has no spaces and no @.", "工号不能包含空格或 @。"));
        });
    }

    public static void EmailAddress<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.RequiredText(Person.MaxEmailLength);
        rule.Custom((email, context) =>
        {
            if (!string.IsNullOrWhiteSpace(email) && !Person.IsEmail(email.Trim()))
                context.Fail(ErrorCode.Invalid, new("Write an e-mail address such as name@example.com.", "请填写电子邮件地址，如 name@example.com。"));
        });
    }

    public static void TimeZone<T>(this IRuleBuilder<T, string?> rule)
        => rule.Custom((zone, context) =>
        {
            if (string.IsNullOrWhiteSpace(zone))
                context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
            else if (!Company.IsTimeZone(zone))
                context.Fail(ErrorCode.Invalid, new("This is no known IANA time zone; write one such as Asia/Shanghai.", "未知的 IANA 时区，请填写如 Asia/Shanghai 的名称。"));
        });

    public static void CurrencyCode<T>(this IRuleBuilder<T, string?> rule)
        => rule.Custom((code, context) =>
        {
            if (string.IsNullOrWhiteSpace(code))
                context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
            else if (Currencies.DecimalsOf(code) is null)
                context.Fail(ErrorCode.Invalid, new("This is no currency of ISO 4217; write its three capital letters, such as CNY.", "未知的货币代码，请按 ISO 4217 填写三位大写字母，如 CNY。"));
        });

    /// <summary>A factor score of S6.8.</summary>
    public static void Score<T>(this IRuleBuilder<T, int> rule) => rule.Between(0, RegionProfile.MaxScore);

    /// <summary>A strength or weight against the average, which is 1.</summary>
    public static void RelativeWeight<T>(this IRuleBuilder<T, decimal?> rule) => rule.Quantity(min: 0.000001m, max: Position.MaxStrength);

    public static void AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int max)
        => rule.Custom((list, context) =>
        {
            if (list?.Count > max)
                context.Fail(ErrorCode.LimitExceeded, new($"At most {max} entries; this has {list.Count}.", $"最多 {max} 项，当前为 {list.Count} 项。"));
        });
}
