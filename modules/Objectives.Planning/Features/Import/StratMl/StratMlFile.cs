using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Objectives.Planning.Domain;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Import.StratMl;

/// <summary>
/// A plan or report in StratML (ISO 17469, part 2) as a table: a row for each goal, each objective, and each indicator of an objective beyond its first. Real documents depart
/// from the standard, so elements are taken by their names wherever they stand; what is not taken is named.
/// </summary>
internal sealed class StratMlFile : TableFile
{
    private const long MaxLength = 16 * 1024 * 1024;

    /// <summary>The objectives' fields, and the elements that <c>columns</c> may name instead.</summary>
    private static readonly string[] Columns =
    [
        "title", "description", "parentRow", "measureName", "unitOfMeasure", "measureDecimals", "target",
        "Name", "Identifier", "SequenceIndicator", "OtherInformation", "Stakeholder", "MeasurementDimension", "UnitOfMeasurement",
    ];

    private static readonly string[] Roots = ["PerformancePlanOrReport", "StrategicPlan"];

    private readonly List<TableRow> _rows = [];
    private readonly StratMlLeftovers _leftovers;

    private StratMlFile(XElement root)
    {
        _leftovers = new(root);
        foreach (var goal in root.Descendants().Where(e => e.Name.LocalName == "Goal"))
            AddGoal(goal);
    }

    public override IReadOnlyList<string> Header => Columns;

    public override IReadOnlyList<RowFinding> PassedOver(ColumnMap map) => _leftovers.Find([.. Columns.Where((_, i) => map.Uses(i))]);

    public static async Task<TableFile> OpenAsync(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (source.Length > MaxLength)
            throw new UnreadableFileException(new($"A StratML document may have {MaxLength >> 20} MB.", $"StratML 文档不得超过 {MaxLength >> 20} MB。"), code: ErrorCode.LimitExceeded);
        try
        {
            await using var stream = source.Open();
            using var reader = XmlReader.Create(stream, new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxLength });
            var document = await XDocument.LoadAsync(reader, LoadOptions.SetLineInfo, cancellationToken);
            var root = document.Root!;
            if (!Roots.Contains(root.Name.LocalName))
                throw new UnreadableFileException(new($"This is no StratML: its root is {root.Name.LocalName}, not {Roots[0]}.", $"这不是 StratML 文档：根元素为 {root.Name.LocalName}，而不是 {Roots[0]}。"));
            return new StratMlFile(root);
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(
                new($"This is no well-formed XML, or it brings a DTD, which is not read: line {e.LineNumber}, column {e.LinePosition}.", $"XML 格式不正确，或包含不予读取的 DTD：第 {e.LineNumber} 行第 {e.LinePosition} 列。"));
        }
    }

    public override async IAsyncEnumerable<TableRow> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in _rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
        await Task.CompletedTask;
    }

    private void AddGoal(XElement goal)
    {
        var row = Add(goal, goal, null, null, null);
        foreach (var objective in goal.Children("Objective"))
            AddObjective(objective, row);
    }

    private void AddObjective(XElement objective, string parent)
    {
        var indicators = objective.Children("PerformanceIndicator").ToList();
        var row = Add(objective, objective, indicators.FirstOrDefault(), null, parent);
        for (var i = 1; i < indicators.Count; i++)
        {
            var dimension = indicators[i].Child("MeasurementDimension");
            Add(indicators[i], objective, indicators[i], _leftovers.Take(dimension) ?? string.Create(CultureInfo.InvariantCulture, $"{objective.Child("Name")?.Line()} ({i + 1})"), row);
        }
        foreach (var below in objective.Children("Objective"))
            AddObjective(below, row);
    }

    /// <param name="at">Which element the row is.</param>
    /// <param name="holder">The goal or objective whose elements it may use.</param>
    /// <param name="title">Of a further indicator, which is no objective of its own in the document.</param>
    private string Add(XElement at, XElement holder, XElement? indicator, string? title, string? parent)
    {
        var reference = (_rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        var target = indicator is null ? null : Target(indicator);
        var named = title ?? _leftovers.Take(holder.Child("Name"));
        var texts = new List<string?> { title is null ? _leftovers.TakeText(holder.Child("Description")) : null, indicator is null ? null : TargetText(indicator) };
        if (named is null)
            named = texts.Find(t => t is not null);
        else if (named.Length > Objective.MaxTitleLength)
            texts.Insert(0, named);
        var cells = new string?[Columns.Length];
        cells[0] = named?.Length > Objective.MaxTitleLength ? named[..(Objective.MaxTitleLength - 1)] + "…" : named?.ReplaceLineEndings(" ");
        cells[1] = string.Join("\n\n", texts.OfType<string>().Distinct());
        cells[2] = parent;
        if (target is { } figure)
        {
            cells[3] = Cut(_leftovers.Take(indicator!.Child("MeasurementDimension")) ?? named, Measure.MaxNameLength);
            cells[4] = Cut(_leftovers.Take(indicator!.Child("UnitOfMeasurement")), Measure.MaxUnitLength);
            cells[5] = Digits(figure);
            cells[6] = Quantity.Format(figure);
        }
        cells[7] = holder.Child("Name")?.Line();
        cells[8] = holder.Child("Identifier")?.Line();
        cells[9] = holder.Child("SequenceIndicator")?.Line();
        cells[10] = holder.Child("OtherInformation")?.Line();
        cells[11] = Performer(holder);
        cells[12] = indicator?.Child("MeasurementDimension")?.Line();
        cells[13] = indicator?.Child("UnitOfMeasurement")?.Line();
        _rows.Add(new(at.LineNumber(), cells, reference));
        return reference;
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

    private string? TargetText(XElement indicator)
    {
        var texts = indicator.Children("MeasurementInstance").SelectMany(i => i.Children("TargetResult")).Select(t => _leftovers.TakeText(t.Child("Description"))).OfType<string>();
        var text = string.Join("\n", texts);
        return text.Length == 0 ? null : text;
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
