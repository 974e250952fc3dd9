using System.ComponentModel.DataAnnotations;

namespace Objectives.Gateway.Files;

/// <summary>How much one exported file may hold; configuration section "Export".</summary>
internal sealed class ExportLimits
{
    public const string Section = "Export";

    /// <summary>Rows of a worksheet with its headings: as many as Excel opens, or fewer where older programs are to open it.</summary>
    [Range(2, 1_048_576)]
    public int SheetRows { get; set; } = 1_048_576;
}
