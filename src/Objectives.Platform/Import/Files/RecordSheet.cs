namespace Objectives.Platform.Import.Files;

/// <summary>A part of a record as a sheet of a workbook, in the caller's language.</summary>
/// <param name="Rows">Each with a value for each of the headings: text, number, truth or nothing.</param>
public sealed record RecordSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<object?[]> Rows);
