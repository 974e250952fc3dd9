using System.Globalization;
using System.Xml.Linq;
using Objectives.Planning.Domain;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Numbers;

namespace Objectives.Planning.Features.Import.StratMl;

/// <summary>A StratML document as a table of objectives: a row for each of its entries. What is not taken is named.</summary>
internal sealed class StratMlFile : TableFile
{
    /// <summary>The objectives' fields, and the elements that <c>columns</c> may name instead.</summary>
    private static readonly string[] Columns =
    [
        "title", "description", "parentRow", "measureName", "unitOfMeasure", "measureDecimals", "target", "exportedId",
        "Name", "Identifier", "SequenceIndicator", "OtherInformation", "Stakeholder", "MeasurementDimension", "UnitOfMeasurement",
    ];

    private readonly List<TableRow> _rows = [];
    private readonly StratMlLeftovers _leftovers;

    private StratMlFile(StratMlDocument document)
    {
        _leftovers = new(document.Root);
        var references = new Dictionary<StratMlEntry, string>(ReferenceEqualityComparer.Instance);
        foreach (var entry in document.Entries)
        {
            references[entry] = (_rows.Count + 1).ToString(CultureInfo.InvariantCulture);
            Add(entry, references[entry], entry.Parent is { } parent ? references[parent] : null);
        }
    }

    public override IReadOnlyList<string> Header => Columns;

    public override IReadOnlyList<RowFinding> PassedOver(ColumnMap map) => _leftovers.Find([.. Columns.Where((_, i) => map.Uses(i))]);

    public static async Task<TableFile> OpenAsync(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken)
        => new StratMlFile(await StratMlDocument.OpenAsync(source, cancellationToken));

    public override async IAsyncEnumerable<TableRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in _rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
        await Task.CompletedTask;
    }

    private void Add(StratMlEntry entry, string reference, string? parent)
    {
        var (holder, indicator) = (entry.Holder, entry.Indicator);
        var target = indicator is null ? null : Target(indicator);
        _leftovers.Take(entry.IsFurtherIndicator ? indicator!.Child("MeasurementDimension") : holder.Child("Name"));
        if (!entry.IsFurtherIndicator)
            _leftovers.Take(holder.Child("Description"));
        _leftovers.Take(entry.Itself?.Child("Name"));
        _leftovers.Take(entry.Itself?.Child("Description"));
        foreach (var result in indicator is null ? [] : indicator.Children("MeasurementInstance").SelectMany(i => i.Children("TargetResult")))
            _leftovers.Take(result.Child("Description"));
        var texts = entry.Name?.Length > Objective.MaxTitleLength ? entry.Texts.Prepend(entry.Name) : entry.Texts;
        var cells = new string?[Columns.Length];
        cells[0] = entry.Title is { } title ? Objective.ShortTitle(title) : null;
        cells[1] = string.Join("\n\n", texts.Distinct());
        cells[2] = parent;
        if (target is { } figure)
        {
            cells[3] = Cut(_leftovers.Take(indicator!.Child("MeasurementDimension")) ?? entry.Title, Measure.MaxNameLength);
            cells[4] = Cut(_leftovers.Take(indicator!.Child("UnitOfMeasurement")), Measure.MaxUnitLength);
            cells[5] = Digits(figure);
            cells[6] = Quantity.Format(figure);
        }
        if (StratMlWriter.ReadId(entry.Identifier?.Line()) is not null)
            cells[7] = _leftovers.Take(entry.Identifier);
        cells[8] = holder.Child("Name")?.Line();
        cells[9] = holder.Child("Identifier")?.Line();
        cells[10] = holder.Child("SequenceIndicator")?.Line();
        cells[11] = holder.Child("OtherInformation")?.Line();
        cells[12] = Performer(holder);
        cells[13] = indicator?.Child("MeasurementDimension")?.Line();
        cells[14] = indicator?.Child("UnitOfMeasurement")?.Line();
        _rows.Add(new(entry.Element.LineNumber(), cells, reference));
    }

    /// <summary>Of several figures the one to be reached last.</summary>
    private decimal? Target(XElement indicator)
    {
        var last = indicator.Children("MeasurementInstance").SelectMany(i => i.Children("TargetResult"))
            .Select(t => (Number: t.Child("NumberOfUnits"), Until: t.Child("EndDate")?.Line()))
            .Where(t => Quantity.TryParse(t.Number?.Line(), out _))
            .OrderBy(t => t.Until, StringComparer.Ordinal).LastOrDefault();
        return Quantity.TryParse(_leftovers.Take(last.Number), out var figure) ? figure : null;
    }

    private static string? Performer(XElement holder)
    {
        var stakeholders = holder.Children("Stakeholder").ToList();
        var performer = stakeholders.Find(s => s.Descendants().Any(e => e.Name.LocalName == "RoleType" && e.Line() == "Performer")) ?? stakeholders.FirstOrDefault();
        return performer?.Child("Name")?.Line();
    }

    private static string Digits(decimal figure)
    {
        var text = Quantity.Format(figure);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return (point < 0 ? 0 : text.Length - point - 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..(length - 1)] + "…" : text;
}
