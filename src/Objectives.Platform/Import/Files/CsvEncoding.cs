using System.Text;

namespace Objectives.Platform.Import.Files;

/// <summary>Finds out in which encoding a file was written: by its mark, else UTF-8 where all of it is valid UTF-8, else GB18030 where it is that.</summary>
internal static class CsvEncoding
{
    private const int BlockSize = 64 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static async Task<Encoding> DetectAsync(IFileSource source, CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        var first = new byte[4];
        var length = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        Refuse(first.AsSpan(0, length));
        if (first is [0xFF, 0xFE, ..])
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        if (first is [0xFE, 0xFF, ..])
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        foreach (var encoding in new[] { Utf8, Gb18030 })
        {
            if (await IsValidAsync(source, encoding, cancellationToken))
                return encoding;
        }
        throw new UnreadableFileException(new("The file is no text in UTF-8 or GB18030.", "文件不是 UTF-8 或 GB18030 编码的文本。"));
    }

    private static void Refuse(ReadOnlySpan<byte> first)
    {
        if (first is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0])
            throw new UnreadableFileException(new("This is an Excel workbook or an archive, not CSV. Choose XLSX for .xlsx files.", "这是 Excel 工作簿或压缩文件，不是 CSV。.xlsx 文件请选择 XLSX。"), "format");
        if (first is [(byte)'<', (byte)'?', (byte)'x', (byte)'m'])
            throw new UnreadableFileException(new("This is XML, not CSV.", "这是 XML 文件，不是 CSV。"), "format");
    }

    private static async Task<bool> IsValidAsync(IFileSource source, Encoding encoding, CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        var decoder = encoding.GetDecoder();
        var bytes = new byte[BlockSize];
        var chars = new char[encoding.GetMaxCharCount(BlockSize)];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(bytes, cancellationToken)) > 0)
            {
                if (bytes.AsSpan(0, read).Contains((byte)0))
                    throw new UnreadableFileException(new("The file is no text: it holds bytes that no text has (NUL).", "文件不是文本：其中包含文本中不会有的字节（NUL）。"));
                decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            }
            decoder.GetChars(bytes, 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
