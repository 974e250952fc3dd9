using System.Xml;

namespace Objectives.Platform.Import.Files;

internal static class XmlCharacters
{
    /// <summary>Without the few characters that XML cannot hold.</summary>
    public static string Only(string text)
        => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(text, i)));
}
