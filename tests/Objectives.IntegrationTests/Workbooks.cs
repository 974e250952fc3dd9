using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.IntegrationTests;

/// <summary>What a workbook that the product wrote says.</summary>
internal static class Workbooks
{
    public static IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> Sheets(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        return [.. book.Workbook.Descendants<Sheet>().Select(s => (s.Name!.Value!, Rows((WorksheetPart)book.GetPartById(s.Id!.Value!))))];
    }

    /// <summary>Each as wide as the headings; columns beyond Z there are none.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Rows(WorksheetPart sheet)
    {
        var rows = sheet.Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToDictionary(c => c.CellReference!.Value![0] - 'A', TextOf)).ToList();
        return [.. rows.Select(r => Enumerable.Range(0, rows[0].Count).Select(c => r.GetValueOrDefault(c, string.Empty)).ToList())];
    }

    private static string TextOf(Cell cell) => cell.DataType switch
    {
        null => double.Parse(cell.InnerText, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        { Value: var type } when type == CellValues.Boolean => cell.InnerText == "1" ? "true" : "false",
        _ => cell.InnerText,
    };
}
