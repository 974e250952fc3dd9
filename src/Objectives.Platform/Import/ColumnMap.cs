using System.Text;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Which column of a file is which field of its kind.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<string, ImportField> _fields;
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<string, string> _constants;
    private readonly IReadOnlyList<string> _header;

    private ColumnMap(Dictionary<string, ImportField> fields, Dictionary<string, int> columns, Dictionary<string, string> constants, IReadOnlyList<string> header)
        => (_fields, _columns, _constants, _header) = (fields, columns, constants, header);

    /// <summary>The columns that no field was found for.</summary>
    public IEnumerable<string> Unused => _header.Where((name, i) => name.Length > 0 && !_columns.ContainsValue(i));

    /// <summary>Whether a field is filled from the header's column of this number.</summary>
    public bool Uses(int column) => _columns.ContainsValue(column);

    /// <summary>By the fields' names in either language, and by what the caller says of the others.</summary>
    /// <param name="given">From a column, or from "=" and a text that stands for every row, to a field by its name in either language.</param>
    public static Result<ColumnMap> Create(IReadOnlyList<ImportField> fields, IReadOnlyList<string> header, IReadOnlyList<ColumnMapping> given)
    {
        var errors = new List<Error>();
        var byName = fields.ToDictionary(f => f.Name);
        var named = fields.SelectMany(f => new[] { (Name: Normal(f.Name), Field: f), (Name: Normal(f.Chinese), Field: f) }).ToLookup(n => n.Name, n => n.Field.Name);
        var columns = new Dictionary<string, int>();
        var constants = new Dictionary<string, string>();
        var headings = new Dictionary<string, int>();
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i].Length > 0 && !headings.TryAdd(Normal(header[i]), i))
                errors.Add(new(ErrorCode.Duplicate, new($"The file has two columns '{header[i]}'.", $"文件中有两个“{header[i]}”列。"), "content"));
        }
        for (var i = 0; i < given.Count; i++)
        {
            var column = given[i].Column;
            if (named[Normal(given[i].Field)].FirstOrDefault() is not { } name)
                errors.Add(Error.Invalid($"columns.{i}.field", NoField(given[i].Field, fields)));
            else if (columns.ContainsKey(name) || constants.ContainsKey(name))
                errors.Add(new(ErrorCode.Duplicate, new($"The field '{name}' is given twice.", $"字段“{name}”被指定了两次。"), $"columns.{i}.field"));
            else if (headings.TryGetValue(Normal(column), out var at))
                columns[name] = at;
            else if (column.StartsWith('='))
                constants[name] = column[1..];
            else
                errors.Add(new(ErrorCode.NotFound, new($"The file has no column '{column}'; it has {string.Join(", ", header)}.", $"文件中没有“{column}”列，现有列为 {string.Join(", ", header)}。"), $"columns.{i}.column"));
        }
        foreach (var field in fields.Where(f => !columns.ContainsKey(f.Name) && !constants.ContainsKey(f.Name)))
        {
            if ((headings.TryGetValue(Normal(field.Name), out var at) || headings.TryGetValue(Normal(field.Chinese), out at)) && !columns.ContainsValue(at))
                columns[field.Name] = at;
        }
        return errors.Count > 0 ? Result<ColumnMap>.Failure(errors) : new ColumnMap(byName, columns, constants, header);
    }

    public bool Has(string field) => _columns.ContainsKey(field) || _constants.ContainsKey(field);

    public string? Cell(IReadOnlyList<string?> cells, string field)
        => _columns.TryGetValue(field, out var at) ? at < cells.Count ? cells[at] : null : _constants.GetValueOrDefault(field);

    public string HeadingOf(string field) => _columns.TryGetValue(field, out var at) ? _header[at] : field;

    public ImportField Field(string name) => _fields[name];

    /// <summary>"responsibilities.3.text" of a save command is the field "responsibilities".</summary>
    public string FieldOfInput(string input)
        => _fields.Values.FirstOrDefault(f => f.Input == input || input.StartsWith(f.Input + '.', StringComparison.Ordinal))?.Name ?? input;

    /// <summary>How headings are compared: without case, spaces, marks and the width of letters.</summary>
    internal static string Normal(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private static Text NoField(string name, IReadOnlyList<ImportField> fields)
        => new($"There is no field '{name}'; there are {string.Join(", ", fields.Select(f => f.Name))}.", $"没有“{name}”字段，可用字段为{string.Join('、', fields.Select(f => f.Chinese))}。");
}

/// <summary>The contract's ColumnMappingInput.</summary>
public sealed record ColumnMapping(string Column, string Field);
