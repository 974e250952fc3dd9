using System.Text;
using Objectives.ExecutionMonitoring.Features.Import.StratMl;
using Objectives.Planning.Features.Import.StratMl;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;

namespace Objectives.UnitTests.Import;

/// <summary>Whatever the bytes, a file is read or refused; nothing else.</summary>
public sealed class OddFileTests
{
    private static readonly Gen<byte[]> Texts = Gen.Char["abc,;\t\"'\n\r =<>客\0\uFEFF"].Array[0, 60].Select(c => Encoding.UTF8.GetBytes(c));

    [Fact]
    public Task Any_bytes_as_CSV() => Gen.OneOf(Gen.Byte.Array[0, 80], Texts).SampleAsync(bytes => ReadAsync(CsvFile.OpenAsync, bytes), iter: 3_000);

    [Fact]
    public async Task A_workbook_with_any_damage()
    {
        var whole = await Tables.WriteAsync("xlsx", ["code", "name"], ["K1", "浦东"], ["K2", 5m]);
        await Damages(whole).SampleAsync(bytes => ReadAsync(XlsxFile.OpenAsync, bytes), iter: 500);
    }

    [Fact]
    public async Task StratMl_with_any_damage()
    {
        var whole = Encoding.UTF8.GetBytes(
            "<PerformancePlanOrReport Type='x'><StrategicPlanCore><Goal><Name>a</Name><Objective><Name>b</Name><PerformanceIndicator><MeasurementDimension>c</MeasurementDimension>"
            + "<MeasurementInstance><TargetResult><NumberOfUnits>5</NumberOfUnits></TargetResult><ActualResult><EndDate>2026-03-31</EndDate><NumberOfUnits>4</NumberOfUnits></ActualResult></MeasurementInstance></PerformanceIndicator></Objective></Goal></StrategicPlanCore></PerformancePlanOrReport>");
        await Damages(whole).SampleAsync(bytes => ReadAsync(StratMlFile.OpenAsync, bytes), iter: 2_000);
        await Damages(whole).SampleAsync(bytes => ReadAsync(StratMlResults.OpenAsync, bytes), iter: 2_000);
    }

    /// <summary>A few bytes changed, or the end cut off.</summary>
    private static Gen<byte[]> Damages(byte[] whole)
        => Gen.Select(Gen.Int[0, whole.Length - 1].Array[0, 4], Gen.Byte.Array[4], Gen.Int[0, 3], Gen.Int[0, whole.Length]).Select((places, values, cut, length) =>
        {
            var bytes = whole.ToArray();
            for (var i = 0; i < places.Length; i++)
                bytes[places[i]] = values[i];
            return cut == 0 ? bytes[..length] : bytes;
        });

    private static async Task ReadAsync(TableOpener open, byte[] bytes)
    {
        try
        {
            var file = await open(new SentFile(bytes), _ => false, Tables.Limits, CancellationToken.None);
            var map = ColumnMap.Create([new("code", "编码")], file.Header, []);
            await foreach (var row in file.RowsAsync(CancellationToken.None))
                row.Number.ShouldBeGreaterThan(0);
            if (map.IsSuccess)
                file.PassedOver(map.Value).ShouldNotBeNull();
        }
        catch (UnreadableFileException e)
        {
            e.Error.Message.Chinese.ShouldNotBeEmpty();
        }
    }
}
