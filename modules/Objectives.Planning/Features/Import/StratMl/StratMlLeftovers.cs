using System.Xml.Linq;
using Objectives.Platform.Import;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Import.StratMl;

/// <summary>Keeps account of what was taken from a document, and names the rest.</summary>
internal sealed class StratMlLeftovers(XElement root)
{
    private const int SnippetLength = 60;

    /// <summary>Whose children are looked at one by one; anything else is named as a whole.</summary>
    private static readonly HashSet<string> Opened =
        ["PerformancePlanOrReport", "StrategicPlan", "StrategicPlanCore", "Goal", "Objective", "PerformanceIndicator", "MeasurementInstance", "TargetResult"];

    private readonly HashSet<XElement> _taken = [];

    /// <summary>An element's text as one line; null when it says nothing.</summary>
    public string? Take(XElement? element)
    {
        if (element?.Line() is not { } text)
            return null;
        _taken.Add(element);
        return text;
    }

    /// <param name="mapped">Elements that the caller has put into a field.</param>
    public IReadOnlyList<RowFinding> Find(IReadOnlyList<string> mapped)
    {
        var found = new List<RowFinding>();
        Look(root, mapped, found);
        foreach (var attributes in root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => !a.IsNamespaceDeclaration && a.Name.NamespaceName.Length == 0 && a.Name.LocalName != "Type")
            .GroupBy(a => (a.Parent!.Name.LocalName, a.Name.LocalName)))
        {
            var first = attributes.First();
            found.Add(new(first.LineNumber(), $"{first.Parent!.PathOf()}/@{first.Name.LocalName}", Message(first.Value, first.IsStandard(), attributes.Count())));
        }
        return found;
    }

    private void Look(XElement element, IReadOnlyList<string> mapped, List<RowFinding> found)
    {
        foreach (var child in element.Elements())
        {
            if (_taken.Contains(child) || mapped.Contains(child.Name.LocalName) || child.Line() is not { } text)
                continue;
            if (Opened.Contains(child.Name.LocalName))
            {
                Look(child, mapped, found);
                continue;
            }
            found.Add(Finding(child, text));
            found.AddRange(child.Descendants().Where(e => !e.IsStandard()).Where(e => e.Line() is not null).Select(e => Finding(e, e.Line()!)));
        }
    }

    private static RowFinding Finding(XElement element, string text) => new(element.LineNumber(), element.PathOf(), Message(text, element.IsStandard(), 1));

    private static Text Message(string text, bool isStandard, int count)
    {
        var snippet = text.Length > SnippetLength ? text[..SnippetLength] + "…" : text;
        var (english, chinese) = count == 1 ? (string.Empty, string.Empty) : ($" ({count} of them)", $"(共 {count} 处)");
        return isStandard
            ? new($"Objectives have no place for '{snippet}'{english}.", $"目标中没有“{snippet}”的对应位置{chinese}。")
            : new($"'{snippet}' stands in what ISO 17469-2 does not have here{english}.", $"“{snippet}”所在的元素或属性不属于 ISO 17469-2{chinese}。");
    }
}
