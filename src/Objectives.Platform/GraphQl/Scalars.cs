using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.GraphQl;

/// <summary>A scalar that is a string on the wire and a value in code; what it cannot read is a coded error that says what to write.</summary>
public abstract class StringScalar<T> : ScalarGraphType
{
    private readonly Text _expected;

    protected StringScalar(string name, string description, Text expected)
    {
        Name = name;
        Description = description;
        _expected = expected;
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value.ToString()),
        _ => throw Unreadable(value.Kind.ToString()),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Parse(text),
        _ => throw Unreadable(value.ToString()),
    };

    public override object? Serialize(object? value) => value is T ready ? Write(ready) : value;

    protected abstract bool TryRead(string text, out T? value);

    protected abstract string Write(T value);

    private T Parse(string text) => TryRead(text, out var value) ? value! : throw Unreadable(text);

    private UnreadableScalarException Unreadable(string? text) => new($"'{(text is { Length: > 60 } ? text[..60] + "…" : text)}'", _expected);
}

/// <summary>What was given cannot be read; <see cref="Expected"/> says what to write.</summary>
public sealed class UnreadableScalarException(string given, Text expected) : FormatException($"{given}: {expected.English}")
{
    public Text Expected { get; } = expected;
}

public sealed class DecimalScalar() : StringScalar<decimal>(
    "Decimal",
    "An exact decimal of up to 18 digits, at most 6 of them after the point, as a string.",
    new("Write a decimal as a string such as \"1250.5\", with at most 12 digits before and 6 after the point.", "请以字符串填写小数，如 \"1250.5\"，整数部分最多 12 位，小数部分最多 6 位。"))
{
    protected override bool TryRead(string text, out decimal value) => Quantity.TryParse(text, out value);

    protected override string Write(decimal value) => Quantity.Format(value);
}

public sealed class DateTimeScalar() : StringScalar<DateTimeOffset>(
    "DateTime",
    "An instant, RFC 3339 with offset.",
    new("Write an instant with its offset, such as \"2027-04-15T09:00:00+08:00\".", "请填写带时区的时间，如 \"2027-04-15T09:00:00+08:00\"。"))
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    protected override bool TryRead(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || !(text.EndsWith('Z') || text[^6] is '+' or '-'))
            return false;
        var read = DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
        value = value.ToUniversalTime();
        return read;
    }

    protected override string Write(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}

public sealed class LocalDateScalar() : StringScalar<DateOnly>(
    "LocalDate",
    "A calendar date, YYYY-MM-DD, in the cycle's time zone.",
    new("Write a date such as \"2027-04-15\".", "请填写日期，如 \"2027-04-15\"。"))
{
    protected override bool TryRead(string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class PeriodScalar() : StringScalar<Period>(
    "Period",
    "A year, quarter or month of a cycle: 2027, 2027-Q1, 2027-03.",
    new("Write a year, quarter or month such as \"2027\", \"2027-Q1\" or \"2027-03\".", "请填写年、季度或月份，如 \"2027\"、\"2027-Q1\" 或 \"2027-03\"。"))
{
    protected override bool TryRead(string text, out Period value) => Period.TryParse(text, out value);

    protected override string Write(Period value) => value.ToString();
}

public sealed class CurrencyCodeScalar() : StringScalar<string>(
    "CurrencyCode",
    "An ISO 4217 code.",
    new("Write three capital letters such as \"CNY\".", "请填写三位大写字母的货币代码，如 \"CNY\"。"))
{
    protected override bool TryRead(string text, out string? value)
    {
        value = text;
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper);
    }

    protected override string Write(string value) => value;
}
