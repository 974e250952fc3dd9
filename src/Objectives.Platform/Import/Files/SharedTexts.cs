using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.Platform.Import.Files;

/// <summary>The texts that cells refer to, read as far as cells do. There may be more of them than memory should hold: all but the first wait in a file.</summary>
internal sealed class SharedTexts(OpenXmlPart part, ImportLimits limits) : IDisposable
{
    private const int BytesInMemory = 8 * 1024 * 1024;
    private const int BytesOfObject = 32;
    private const int TextsInBlock = 16;

    private readonly PartReader _xml = new(part, limits);
    private readonly List<string> _first = [];
    private readonly List<long> _blocks = [];
    private FileStream? _file;
    private int _bytes;
    private int _count;

    /// <summary>The text of this number, from 0 on; null when there is none.</summary>
    public string? Find(int number)
    {
        while (_count <= number)
        {
            if (!_xml.Read())
                return null;
            if (_xml.IsStart<SharedStringItem>())
                Add(_xml.Runs<SharedStringItem>());
        }
        return number < _first.Count ? _first[number] : Fetch(number - _first.Count);
    }

    public void Dispose()
    {
        _xml.Dispose();
        _file?.Dispose();
    }

    private void Add(string text)
    {
        _count++;
        _bytes += (text.Length * sizeof(char)) + BytesOfObject;
        if (_file is null && _bytes <= BytesInMemory)
        {
            _first.Add(text);
            return;
        }
        _file ??= new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        _file.Position = _file.Length;
        if ((_count - 1 - _first.Count) % TextsInBlock == 0)
            _blocks.Add(_file.Position);
        using var writer = new BinaryWriter(_file, Encoding.Unicode, leaveOpen: true);
        writer.Write(text);
    }

    private string Fetch(int number)
    {
        _file!.Position = _blocks[number / TextsInBlock];
        using var reader = new BinaryReader(_file, Encoding.Unicode, leaveOpen: true);
        for (var before = number % TextsInBlock; before > 0; before--)
            reader.ReadString();
        return reader.ReadString();
    }
}
