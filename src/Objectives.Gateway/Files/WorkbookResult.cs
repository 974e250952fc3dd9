namespace Objectives.Gateway.Files;

/// <summary>A workbook as an answer: written to a file that goes with it, since its writer needs a stream to which it may write at once.</summary>
internal static class WorkbookResult
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> WriteAsync(string name, Func<Stream, Task> write)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await write(file);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        return Results.Stream(file, XlsxType, $"{name}.xlsx");
    }
}
