using System.ComponentModel.DataAnnotations;

namespace Objectives.Platform.Import;

/// <summary>How much one file may ask of the program; configuration section "Import".</summary>
public sealed class ImportLimits
{
    public const string Section = "Import";

    /// <summary>The largest file that POST /uploads takes.</summary>
    [Range(1, long.MaxValue)]
    public long UploadBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>What a packed file may unpack to.</summary>
    [Range(1, long.MaxValue)]
    public long UnpackedBytes { get; set; } = 512L * 1024 * 1024;

    [Range(1, int.MaxValue)]
    public int Rows { get; set; } = 500_000;

    [Range(1, 16_384)]
    public int Columns { get; set; } = 256;

    /// <summary>Characters in one cell; as many as a spreadsheet's cell holds.</summary>
    [Range(1, 1_000_000)]
    public int CellLength { get; set; } = 32_767;

    /// <summary>Files with more rows are imported as a job.</summary>
    [Range(1, 100_000)]
    public int RowsAtOnce { get; set; } = 1_000;

    /// <summary>How many rows and findings an answer lists one by one; beyond that they are only counted.</summary>
    [Range(1, 100_000)]
    public int RowsTold { get; set; } = 1_000;

    /// <summary>An uploaded file is deleted after this time.</summary>
    public TimeSpan KeepUploads { get; set; } = TimeSpan.FromHours(24);
}
