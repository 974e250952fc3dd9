using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.Platform.Import.Files;

/// <summary>A part of a workbook, element by element: whatever it holds, little of it is in memory at once.</summary>
internal sealed class PartReader(OpenXmlPart part, ImportLimits limits) : IDisposable
{
    /// <summary>Of the parts whose lengths of text have been checked.</summary>
    public const string Extension = ".xml";

    /// <summary>Several times what a workbook's elements need.</summary>
    private const int Deepest = 64;

    private readonly OpenXmlReader _reader = part.Uri.OriginalString.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? OpenXmlReader.Create(part) : throw new InvalidDataException("A part has an unusual name.");

    /// <summary>Goes on to where the next element begins or ends.</summary>
    public bool Read() => _reader.Read() && (_reader.Depth <= Deepest ? true : throw new XmlException("Elements are nested too deeply."));

    /// <summary>The same, as long as the element that was entered has not ended.</summary>
    public bool ReadWithin<T>()
        where T : OpenXmlElement => Read() && !(_reader.IsEndElement && _reader.ElementType == typeof(T));

    public bool IsStart<T>()
        where T : OpenXmlElement => _reader.IsStartElement && _reader.ElementType == typeof(T);

    public string? Attribute(string name) => _reader.Attributes.FirstOrDefault(a => a.LocalName == name).Value;

    public int? Number(string name) => int.TryParse(Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Text() => _reader.GetText();

    /// <summary>The text of the element, whatever its runs look like and without how it is pronounced; of one that is too long only so much that this is seen.</summary>
    public string Runs<T>()
        where T : OpenXmlElement
    {
        var (text, spoken) = (new StringBuilder(), false);
        while (ReadWithin<T>())
        {
            if (_reader.ElementType == typeof(PhoneticRun))
                spoken = _reader.IsStartElement;
            else if (IsStart<Text>() && !spoken && text.Length <= limits.CellLength)
                text.Append(Text());
        }
        return Decode(text.ToString());
    }

    /// <summary>A workbook writes characters that XML would change, such as a carriage return, as _x000D_.</summary>
    public static string Decode(string text) => text.Contains('_', StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    public void Dispose() => _reader.Dispose();
}
