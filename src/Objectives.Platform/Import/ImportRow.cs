using System.Globalization;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>
/// One row of a file by the names of its kind's fields. A column that the file does not have leaves what is stored; an empty cell clears it.
/// Reading a cell that does not say what it should notes an error and gives null.
/// </summary>
public sealed class ImportRow(Files.TableRow row, ColumnMap columns)
{
    private static readonly char[] Separators = [' ', ',', ';', '|', '/', '\n', '\t', '\u3001', '\uFF0C', '\uFF1B'];
    private readonly List<RowFinding> _errors = [];

    public int Number => row.Number;

    /// <summary>By what other rows of the file refer to this one.</summary>
    public string Reference => row.Reference ?? row.Number.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<RowFinding> Errors => _errors;

    public bool Has(string field) => columns.Has(field);

    /// <summary>Null when the cell is empty or the column missing.</summary>
    public string? Text(string field)
    {
        var text = columns.Cell(row.Cells, field)?.Trim();
        return string.IsNullOrEmpty(text) ? null : CellText.Unescape(text);
    }

    /// <summary>A text whose lines end as they do everywhere here.</summary>
    public string? Lines(string field) => Text(field)?.ReplaceLineEndings("\n");

    public decimal? Decimal(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (Quantity.TryParse(text, out var value))
            return value;
        Fail(field, new($"'{Cut(text)}' is not a number such as 1250.5 with at most 12 digits before and 6 after the point.", $"“{Cut(text)}”不是有效数字，请填写如 1250.5，整数部分最多 12 位，小数部分最多 6 位。"));
        return null;
    }

    public int? Whole(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        Fail(field, new($"'{Cut(text)}' is not a whole number.", $"“{Cut(text)}”不是整数。"));
        return null;
    }

    public bool? YesNo(string field)
    {
        var text = Text(field);
        switch (text?.ToUpperInvariant())
        {
            case null:
                return null;
            case "TRUE" or "YES" or "Y" or "1" or "是" or "启用":
                return true;
            case "FALSE" or "NO" or "N" or "0" or "否" or "停用":
                return false;
            default:
                Fail(field, new($"Write true or false, not '{Cut(text!)}'.", $"请填写“是”或“否”，不能是“{Cut(text!)}”。"));
                return null;
        }
    }

    public T? Choice<T>(string field)
        where T : struct, Enum
        => Text(field) is { } text ? Known<T>(field, text) : null;

    /// <summary>Several values in one cell, separated by spaces or commas; null when the column is missing.</summary>
    public IReadOnlyList<T>? Choices<T>(string field)
        where T : struct, Enum
    {
        if (!Has(field))
            return null;
        var values = new List<T>();
        foreach (var text in (Text(field) ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Known<T>(field, text) is { } value && !values.Contains(value))
                values.Add(value);
        }
        return values;
    }

    /// <summary>One entry a line; null when the column is missing.</summary>
    public IReadOnlyList<string>? Entries(string field)
        => Has(field) ? (Lines(field) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;

    public void Fail(string? field, Text message) => _errors.Add(new(Number, field is null ? null : columns.HeadingOf(field), message));

    /// <summary>An error of a save command, at the column that fills the field which it names.</summary>
    public void Fail(Error error) => Fail(error.Field is null ? null : columns.FieldOfInput(error.Field), error.Message);

    /// <summary>Errors of a save command at columns that have none yet: of those that have one it was given what is not in the file.</summary>
    public void FailElsewhere(IEnumerable<Error> errors)
    {
        var failed = _errors.Select(e => e.Column).ToHashSet();
        foreach (var error in errors.Where(e => e.Field is null || columns.FieldOfInput(e.Field) is not { } field || !failed.Contains(columns.HeadingOf(field))))
            Fail(error);
    }

    public void Require(string field)
    {
        if (Text(field) is null)
            Fail(field, Error.Required(field).Message);
    }

    internal void Forget() => _errors.Clear();

    private T? Known<T>(string field, string text)
        where T : struct, Enum
    {
        var (words, choices) = (columns.Field(field).Words, columns.Field(field).Choices);
        if (words.TryGetValue(text, out var value))
            return (T)value;
        Fail(field, new($"'{Cut(text)}' is none of {choices.English}.", $"“{Cut(text)}”不在可选值之内：{choices.Chinese}。"));
        return null;
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
