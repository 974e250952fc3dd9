using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import.StratMl;

/// <summary>
/// A plan or report in StratML (ISO 17469, part 2): its goals, their objectives, and each indicator of an objective beyond its first, from the top down. Real documents depart from
/// the standard, so elements are taken by their names wherever they stand.
/// </summary>
public sealed class StratMlDocument
{
    private const long MaxLength = 16 * 1024 * 1024;

    private static readonly string[] Roots = ["PerformancePlanOrReport", "StrategicPlan"];

    private readonly List<StratMlEntry> _entries = [];
    private readonly Dictionary<string, StratMlEntry> _known = new(StringComparer.Ordinal);

    private StratMlDocument(XElement root)
    {
        Root = root;
        foreach (var goal in root.Descendants().Where(e => e.Name.LocalName == "Goal"))
            AddGoal(goal);
    }

    public XElement Root { get; }

    /// <summary>An entry after the one that it stands under.</summary>
    public IReadOnlyList<StratMlEntry> Entries => _entries;

    /// <summary>Throws <see cref="UnreadableFileException"/>.</summary>
    public static async Task<StratMlDocument> OpenAsync(IFileSource source, CancellationToken cancellationToken)
    {
        if (source.Length > MaxLength)
            throw new UnreadableFileException(new($"A StratML document may have {MaxLength >> 20} MB.", $"StratML 文档不得超过 {MaxLength >> 20} MB。"), code: ErrorCode.LimitExceeded);
        try
        {
            await using var stream = source.Open();
            using var reader = XmlReader.Create(stream, new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxLength });
            var document = await XDocument.LoadAsync(reader, LoadOptions.SetLineInfo, cancellationToken);
            var root = document.Root!;
            return Roots.Contains(root.Name.LocalName)
                ? new StratMlDocument(root)
                : throw new UnreadableFileException(new($"This is no StratML: its root is {root.Name.LocalName}, not {Roots[0]}.", $"这不是 StratML 文档：根元素为 {root.Name.LocalName}，而不是 {Roots[0]}。"));
        }
        catch (XmlException e)
        {
            var (line, column) = (e.LineNumber, e.LinePosition);
            var place = line == 0 ? new Text(string.Empty, string.Empty) : new($": line {line}, column {column}", $"：第 {line} 行第 {column} 列");
            throw new UnreadableFileException(new($"This is no well-formed XML, or it brings a DTD, which is not read{place.English}.", $"XML 格式不正确，或包含不予读取的 DTD{place.Chinese}。"));
        }
    }

    private void AddGoal(XElement goal)
    {
        var itself = goal.Child("Identifier")?.Line() is { } id ? goal.Children("Objective").FirstOrDefault(o => o.IsRelated(StratMlRelations.Same, id)) : null;
        var entry = Add(new(goal, goal, itself?.Child("PerformanceIndicator"), goal.Child("Name")?.Line(), null) { Itself = itself });
        if (itself?.Child("Identifier")?.Line() is { } known)
            _known[known] = entry;
        foreach (var objective in goal.Children("Objective").Where(o => o != itself))
            AddObjective(objective, entry);
    }

    /// <summary>Under the one that it says it is narrower than, where that stands before it; else under the goal.</summary>
    private void AddObjective(XElement objective, StratMlEntry goal)
    {
        var indicators = objective.Children("PerformanceIndicator").ToList();
        var parent = objective.Related(StratMlRelations.Below).Select(id => _known.GetValueOrDefault(id)).OfType<StratMlEntry>().FirstOrDefault() ?? goal;
        var entry = Add(new(objective, objective, indicators.FirstOrDefault(), objective.Child("Name")?.Line(), parent));
        if (objective.Child("Identifier")?.Line() is { } known)
            _known.TryAdd(known, entry);
        for (var i = 1; i < indicators.Count; i++)
        {
            var name = indicators[i].Child("MeasurementDimension")?.Line() ?? string.Create(CultureInfo.InvariantCulture, $"{objective.Child("Name")?.Line()} ({i + 1})");
            Add(new(indicators[i], objective, indicators[i], name, entry));
        }
        foreach (var below in objective.Children("Objective"))
            AddObjective(below, entry);
    }

    private StratMlEntry Add(StratMlEntry entry)
    {
        _entries.Add(entry);
        return entry;
    }
}

/// <summary>A goal, an objective, or an indicator that is none of the document's objectives but becomes one.</summary>
/// <param name="Element">Which it is.</param>
/// <param name="Holder">The goal or objective whose elements it may use.</param>
/// <param name="Indicator">By which it is measured.</param>
/// <param name="Name">As the document has it, or as its place says; null when it has none.</param>
public sealed record StratMlEntry(XElement Element, XElement Holder, XElement? Indicator, string? Name, StratMlEntry? Parent)
{
    public bool IsFurtherIndicator => Element == Indicator;

    /// <summary>Of a goal the objective that says it is the same: it brings the goal's indicator.</summary>
    public XElement? Itself { get; init; }

    /// <summary>Where it is called by what this program's exports call an objective: null of further indicators, which are none of theirs.</summary>
    public XElement? Identifier => IsFurtherIndicator ? null : (Itself ?? Holder).Child("Identifier");

    /// <summary>What it is called, however long: its name, or what else it says of itself.</summary>
    public string? Title => (Name ?? Texts.FirstOrDefault())?.ReplaceLineEndings(" ");

    /// <summary>What it says of itself, with its lines.</summary>
    public IEnumerable<string> Texts => new[] { IsFurtherIndicator ? null : Holder.Child("Description")?.Lines(), TargetText }.OfType<string>();

    /// <summary>Titles from the top down to its own.</summary>
    public IReadOnlyList<string> Path => [.. Parent?.Path ?? [], Title ?? string.Empty];

    private string? TargetText
    {
        get
        {
            var texts = Indicator is null ? [] : Indicator.Children("MeasurementInstance").SelectMany(i => i.Children("TargetResult")).Select(t => t.Child("Description")?.Lines()).OfType<string>();
            var text = string.Join("\n", texts);
            return text.Length == 0 ? null : text;
        }
    }
}
