using System.Globalization;
using System.Xml.Linq;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Import.StratMl;

/// <summary>
/// A StratML report's results as a table of actuals: a row for each that has a figure, under the titles that the document gives to its objective. What is told in words alone is named.
/// </summary>
/// <remarks>A result without dates is of the time that the whole report is of.</remarks>
internal sealed class StratMlResults : TableFile
{
    private const int SnippetLength = 60;

    /// <summary>The actuals' fields, and the element that <c>columns</c> may name instead: of an objective that was imported with its Identifier as code.</summary>
    private static readonly string[] Columns = ["objectivePath", "period", "value", "note", "unitOfMeasure", "exportedId", "Identifier"];

    private readonly List<TableRow> _rows = [];
    private readonly List<RowFinding> _passedOver = [];

    private StratMlResults(StratMlDocument document)
    {
        var whole = document.Root.Descendants().FirstOrDefault(e => e.Name.LocalName == "AdministrativeInformation");
        foreach (var entry in document.Entries.Where(e => e.Indicator is not null))
        {
            foreach (var result in entry.Indicator!.Children("MeasurementInstance").SelectMany(i => i.Children("ActualResult")))
                Add(entry, result, whole);
        }
    }

    public override IReadOnlyList<string> Header => Columns;

    public override IReadOnlyList<RowFinding> PassedOver(ColumnMap map) => _passedOver;

    public static async Task<TableFile> OpenAsync(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken)
        => new StratMlResults(await StratMlDocument.OpenAsync(source, cancellationToken));

    public override async IAsyncEnumerable<TableRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in _rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
        await Task.CompletedTask;
    }

    private void Add(StratMlEntry entry, XElement result, XElement? whole)
    {
        if (result.Line() is not { } all)
            return;
        if (result.Child("NumberOfUnits")?.Line() is not { } figure)
        {
            _passedOver.Add(new(result.LineNumber(), result.PathOf(), new($"A result without a figure is not recorded: '{Cut(all, SnippetLength)}'.", $"没有数值的结果不予记录：“{Cut(all, SnippetLength)}”。")));
            return;
        }
        var note = result.Child("Description")?.Lines();
        if (note?.Length > Actual.MaxTextLength)
            _passedOver.Add(new(result.LineNumber(), result.PathOf(), new($"Of the description the first {Actual.MaxTextLength} characters are kept.", $"说明只保留前 {Actual.MaxTextLength} 个字符。")));
        _rows.Add(new(
            result.LineNumber(),
            [
                string.Join('\n', entry.Path), PeriodOf(result) ?? (whole is null ? null : PeriodOf(whole)), Quantity.TryParse(figure, out var number) ? Quantity.Format(number) : figure,
                note is null ? null : Cut(note, Actual.MaxTextLength), entry.Indicator!.Child("UnitOfMeasurement")?.Line(),
                StratMlWriter.ReadId(entry.Identifier?.Line()) is null ? null : entry.Identifier!.Line(), entry.Holder.Child("Identifier")?.Line(),
            ],
            (_rows.Count + 1).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>What stands between two days, if that is a month, a quarter or a year; of a part of a month, or of one day, the month.</summary>
    private static string? PeriodOf(XElement element)
    {
        var (from, until) = (element.Child("StartDate")?.Line(), element.Child("EndDate")?.Line());
        if ((from ?? until) is not { } first)
            return null;
        var last = until ?? first;
        if (!TryDay(first, out var start) || !TryDay(last, out var end))
            return from is not null && until is not null ? $"{from} – {until}" : first;
        foreach (var granularity in new[] { PeriodGranularity.Month, PeriodGranularity.Quarter, PeriodGranularity.Year })
        {
            var period = Period.Of(start, granularity);
            if (granularity == PeriodGranularity.Month ? period.Contains(end) : period.Start == start && period.End == end.AddDays(1))
                return period.ToString();
        }
        return $"{from} – {until}";
    }

    /// <summary>Real documents also have moments where the standard has days.</summary>
    private static bool TryDay(string text, out DateOnly day)
        => DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Period.IsYear(day.Year);

    private static string Cut(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;
}
