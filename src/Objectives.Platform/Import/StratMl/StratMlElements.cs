using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Objectives.Platform.Import.StratMl;

/// <summary>Elements by their local names, and what the standard has where.</summary>
public static class StratMlElements
{
    private static readonly Dictionary<string, string[]> Standard = new()
    {
        ["PerformancePlanOrReport"] = ["Name", "Description", "OtherInformation", "StrategicPlanCore", "AdministrativeInformation", "Submitter"],
        ["StrategicPlan"] = ["Name", "Description", "OtherInformation", "StrategicPlanCore", "AdministrativeInformation", "Submitter"],
        ["StrategicPlanCore"] = ["Organization", "Vision", "Mission", "Value", "Goal"],
        ["Organization"] = ["Name", "Acronym", "Identifier", "Description", "Stakeholder"],
        ["Vision"] = ["Description", "Identifier"],
        ["Mission"] = ["Description", "Identifier"],
        ["Value"] = ["Name", "Description"],
        ["Goal"] = ["Name", "Description", "Identifier", "SequenceIndicator", "Stakeholder", "OtherInformation", "Objective"],
        ["Objective"] = ["Name", "Description", "Identifier", "SequenceIndicator", "Stakeholder", "OtherInformation", "PerformanceIndicator"],
        ["Stakeholder"] = ["Name", "Description", "Role"],
        ["Role"] = ["Name", "Description", "RoleType"],
        ["PerformanceIndicator"] = ["SequenceIndicator", "MeasurementDimension", "UnitOfMeasurement", "Identifier", "Relationship", "MeasurementInstance", "OtherInformation"],
        ["Relationship"] = ["Identifier", "ReferentIdentifier", "Name", "Description"],
        ["MeasurementInstance"] = ["TargetResult", "ActualResult"],
        ["TargetResult"] = ["StartDate", "EndDate", "NumberOfUnits", "Descriptor", "Description"],
        ["ActualResult"] = ["StartDate", "EndDate", "NumberOfUnits", "Descriptor", "Description"],
        ["Descriptor"] = ["DescriptorName", "DescriptorValue"],
        ["AdministrativeInformation"] = ["Identifier", "StartDate", "EndDate", "PublicationDate", "Source"],
        ["Submitter"] = ["Identifier", "GivenName", "Surname", "PhoneNumber", "EmailAddress"],
    };

    private static readonly Dictionary<string, string[]> StandardAttributes = new()
    {
        ["PerformancePlanOrReport"] = ["Type"],
        ["PerformanceIndicator"] = ["ValueChainStage", "PerformanceIndicatorType"],
        ["Relationship"] = ["RelationshipType"],
        ["Stakeholder"] = ["StakeholderTypeType"],
    };

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>Its text, and that of all in it, as one line; null when there is none.</summary>
    public static string? Line(this XElement element)
    {
        var text = string.Join(' ', element.DescendantNodes().OfType<XText>().SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Its text with its lines; null when it says nothing.</summary>
    public static string? Lines(this XElement element) => element.Line() is null ? null : element.Value.Trim().ReplaceLineEndings("\n");

    public static int LineNumber(this XObject node) => ((IXmlLineInfo)node).LineNumber;

    public static bool IsStandard(this XElement element) => element.Parent is not { } parent || !Standard.TryGetValue(parent.Name.LocalName, out var names) || names.Contains(element.Name.LocalName);

    public static bool IsStandard(this XAttribute attribute) => StandardAttributes.TryGetValue(attribute.Parent!.Name.LocalName, out var names) && names.Contains(attribute.Name.LocalName);

    /// <summary>From the root down; where there are several of a name, with their number.</summary>
    public static string PathOf(this XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Skip(1).Select(e =>
    {
        var siblings = e.Parent!.Children(e.Name.LocalName).ToList();
        return siblings.Count == 1 ? e.Name.LocalName : string.Create(CultureInfo.InvariantCulture, $"{e.Name.LocalName}[{siblings.IndexOf(e) + 1}]");
    }));
}

/// <summary>How indicators are related, as far as trees of objectives go.</summary>
public static class StratMlRelations
{
    public const string Same = "Peer_To";
    public const string Below = "Narrower_Than";

    /// <summary>The identifiers to which an objective's indicators are related so.</summary>
    public static IEnumerable<string> Related(this XElement objective, string type)
        => objective.Children("PerformanceIndicator").SelectMany(i => i.Children("Relationship")).Where(r => (string?)r.Attribute("RelationshipType") == type).SelectMany(r => r.Children("ReferentIdentifier")).Select(r => r.Line()).OfType<string>();

    public static bool IsRelated(this XElement objective, string type, string to) => objective.Related(type).Contains(to, StringComparer.Ordinal);
}
