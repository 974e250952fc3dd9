using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>Files that are not sent to their end.</summary>
[Trait("Clause", "S7.3")]
public sealed class UnfinishedFileTests
{
    [Theory, OnEachDatabase]
    public async Task What_no_worksheet_holds_is_refused_before_any_of_it_is_sent(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database, args: "--Export:SheetRows=3");
        var line = await (await Company.FoundAsync(program)).LineAsync();
        await line.LagAsync();
        var reader = line.Company.Executive;
        var attainment = $"/exports/attainment.csv?cycleId={line.Cycle}&groupBy=";
        (await RowsAsync(attainment + "MEASURE")).ShouldBeLessThanOrEqualTo(3);
        (await reader.DownloadAsync(Sheet(attainment + "MEASURE"))).ShouldNotBeEmpty();
        foreach (var path in new[] { attainment + "PERSON", $"/exports/objectives.csv?cycleId={line.Cycle}" })
        {
            (await RowsAsync(path)).ShouldBeGreaterThan(3);
            var refused = await reader.GetAsync(Sheet(path));
            (refused.Status, refused.Json.Text("errors.0.field"), refused.Json.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, "format", "LIMIT_EXCEEDED"));
            refused.Json.Text("errors.0.message")!.ShouldStartWith("A worksheet holds 3 rows");
        }

        async Task<int> RowsAsync(string path) => Encoding.UTF8.GetString(await reader.DownloadAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        static string Sheet(string path) => path.Replace(".csv", ".xlsx", StringComparison.Ordinal);
    }

    /// <summary>Whoever closes his browser in the midst leaves nothing running, and nothing in the log that would wake somebody.</summary>
    [Theory, OnEachDatabase]
    public async Task A_reader_who_goes_away_ends_the_file(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        using var requests = new RequestsUnderWay(program);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        var rows = Enumerable.Range(0, 900).Select(i => $"第 {i} 项,PERSONAL,E0112,D1-1-1,REV,1,{new string('长', 4_000)}");
        var upload = await company.Administrator.UploadAsync(Encoding.UTF8.GetBytes("title,level,ownerEmployeeNumber,unitCode,measureCode,target,description\n" + string.Join('\n', rows)));
        (await company.Administrator.ImportAsync("OBJECTIVES", "CSV", [], new { cycleId = cycle, uploadId = upload })).Counts().Created.ShouldBe(900);
        var path = $"/exports/objectives.csv?cycleId={cycle}";
        var whole = (await company.Executive.DownloadAsync(path)).Length;
        await requests.NoneAsync();
        using (var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 })
        {
            await reader.ConnectAsync("127.0.0.1", program.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
            await reader.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {company.Executive.Token}\r\n\r\n"), TestContext.Current.CancellationToken);
            var start = new byte[2_048];
            Encoding.ASCII.GetString(start, 0, await reader.ReceiveAsync(start, TestContext.Current.CancellationToken)).ShouldStartWith("HTTP/1.1 200");
            await Task.Delay(500, TestContext.Current.CancellationToken);
            requests.Count.ShouldBe(1, "it waits for its reader");
        }
        await requests.NoneAsync();
        program.Log.Lines.ShouldBeEmpty();
        (await company.Executive.DownloadAsync(path)).Length.ShouldBe(whole);
    }

    /// <summary>The requests that one program answers now.</summary>
    private sealed class RequestsUnderWay : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _count;

        public RequestsUnderWay(Installation program)
        {
            var meters = program.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "http.server.active_requests" && ReferenceEquals(instrument.Meter.Scope, meters))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _count, change));
            _listener.Start();
        }

        public long Count => Interlocked.Read(ref _count);

        public async Task NoneAsync()
        {
            while (Count > 0)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        public void Dispose() => _listener.Dispose();
    }
}
