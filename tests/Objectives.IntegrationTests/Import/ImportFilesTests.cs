using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.Import;

/// <summary>Files that are large, odd or no files of the kind: uploads, jobs, refusals, templates.</summary>
[Collection(ImportTests.Name)]
public sealed class ImportFilesTests(ImportCompanies companies)
{
    [Theory]
    [OnEachDatabase]
    public async Task More_than_a_thousand_rows_run_as_a_job_whose_figures_are_complete_when_it_is(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var file = Customers("J", 2_500, bad: 3);
        var uploadId = await admin.UploadAsync(file);
        var started = await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId });
        started.Counts().ShouldBe((0, 0, 0, 0, false));
        var job = await admin.JobAsync(started.Outcome().Text("job.id")!);
        job.Text("status").ShouldBe("DONE");
        (job.Number("done"), job.Number("total")).ShouldBe((2_500, 2_500));
        Importing.Counts(job.GetProperty("imported")).ShouldBe((2_497, 0, 0, 3, false));
        Importing.Findings(job.GetProperty("imported"), "rejected").ShouldBe(["2 name: This is required.", "3 name: This is required.", "4 name: This is required."]);
        job.At("imported.rows").GetArrayLength().ShouldBe(1_000);
        (await TotalAsync(admin, "J")).ShouldBe(0);

        job = await admin.JobAsync((await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId, skipBadRows = true })).Outcome().Text("job.id")!);
        Importing.Counts(job.GetProperty("imported")).ShouldBe((2_497, 0, 0, 3, true));
        (await TotalAsync(admin, "J")).ShouldBe(2_497);
        job = await admin.JobAsync((await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId, skipBadRows = true, dryRun = true })).Outcome().Text("job.id")!);
        Importing.Counts(job.GetProperty("imported")).ShouldBe((0, 0, 2_497, 3, false));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_job_tells_how_far_it_is_and_leaves_nothing_when_it_is_cancelled(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        var uploadId = await admin.UploadAsync(Customers("L", 100_000));
        var id = (await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId })).Outcome().Text("job.id")!;
        var cancelled = false;
        var ended = await admin.JobAsync(id, job =>
        {
            if (cancelled || job.Number("done") < 3_000)
                return;
            job.Number("total").ShouldBe(100_000);
            cancelled = true;
            admin.MutateAsync("cancelJob", new { jobId = id }, "job { id }").GetAwaiter().GetResult().UserErrors.ShouldBeEmpty();
        });
        ended.Text("status").ShouldBe("CANCELLED");
        ended.Number("done").ShouldBeLessThan(100_000);
        ended.GetProperty("imported").ValueKind.ShouldBe(JsonValueKind.Null);
        (await TotalAsync(admin, "L")).ShouldBe(0);
        (await admin.MutateAsync("cancelJob", new { jobId = id }, "job { id }")).UserErrors.ShouldHaveSingleItem().Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.MutateAsync("cancelJob", new { jobId = id }, "job { id }")).UserErrors.ShouldHaveSingleItem().Code.ShouldBe("NOT_FOUND");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Progress_is_told_to_subscribers_until_the_job_has_ended(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var uploadId = await admin.UploadAsync(Customers("P", 5_000));
        var id = (await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId, dryRun = true })).Outcome().Text("job.id")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription($id: ID!) { jobProgress(jobId: $id) { status done total imported { created } } }", variables = new { id } }),
        };
        request.Headers.Authorization = new("Bearer", admin.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await admin.Program.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var events = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n').Where(l => l.StartsWith("data: {", StringComparison.Ordinal)).Select(l => JsonElement.Parse(l[6..])).ToList();
        events[^1].Text("data.jobProgress.status").ShouldBe("DONE");
        events[^1].Number("data.jobProgress.imported.created").ShouldBe(5_000);
        var done = events.ConvertAll(e => e.Number("data.jobProgress.done"));
        done.ShouldBe(done.Order());
        done[^1].ShouldBe(5_000);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_request_sent_again_with_its_key_gives_the_first_answer(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var keyed = admin.With(Guid.NewGuid().ToString());
        var file = Customers("I", 2);
        (await keyed.ImportAsync("CUSTOMERS", "CSV", file)).Counts().ShouldBe((2, 0, 0, 0, true));
        (await keyed.ImportAsync("CUSTOMERS", "CSV", file)).Counts().ShouldBe((2, 0, 0, 0, true));
        (await keyed.ImportAsync("CUSTOMERS", "CSV", Customers("I", 3))).UserErrors.ShouldHaveSingleItem().Code.ShouldBe("CONFLICT");

        var large = admin.With(Guid.NewGuid().ToString());
        var uploadId = await admin.UploadAsync(Customers("I", 1_001));
        var first = (await large.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId })).Outcome().Text("job.id")!;
        (await admin.JobAsync(first)).Text("status").ShouldBe("DONE");
        (await large.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId })).Outcome().Text("job.id").ShouldBe(first);
        (await admin.JobAsync(first)).Text("status").ShouldBe("DONE");
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_no_file_of_the_kind_is_refused_at_its_field(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        async Task<(string Code, string Field)> RefusedAsync(string format, byte[] file, object? input = null, string records = "CUSTOMERS")
        {
            var error = (await admin.ImportAsync(records, format, file, input)).UserErrors.ShouldHaveSingleItem();
            error.Message.ShouldNotBeEmpty();
            return (error.Code, error.Field);
        }
        (await RefusedAsync("CSV", [])).ShouldBe(("INVALID", "content"));
        (await RefusedAsync("CSV", [], new { content = "not base64!" })).ShouldBe(("INVALID", "content"));
        (await RefusedAsync("CSV", [], new { content = (string?)null })).ShouldBe(("REQUIRED", "content"));
        (await RefusedAsync("CSV", Text("code,name\n"))).ShouldBe(("INVALID", "content"));
        (await RefusedAsync("CSV", Text("first,second\n1,2\n"))).ShouldBe(("REQUIRED", "columns"));
        (await RefusedAsync("CSV", Text("code,name\nK,\"x\n"))).ShouldBe(("INVALID", "content"));
        (await RefusedAsync("CSV", [1, 2, 3, 0, 255])).ShouldBe(("INVALID", "content"));
        (await RefusedAsync("XLSX", Text("code,name\nK,x\n"))).ShouldBe(("INVALID", "format"));
        (await RefusedAsync("CSV", [0x50, 0x4B, 3, 4, 0, 0])).ShouldBe(("INVALID", "format"));
        (await RefusedAsync("CSV", Text("code,code\nK,x\n"))).ShouldBe(("DUPLICATE", "content"));
        (await RefusedAsync("CSV", Text("code,name\nK,x\n"), new { cycleId = company.Root })).ShouldBe(("NOT_FOUND", "cycleId"));
        (await RefusedAsync("CSV", Text("a,name\nK,x\n"), new { columns = new[] { new { column = "a", field = "nonsense" } } })).ShouldBe(("INVALID", "columns.0.field"));
        (await RefusedAsync("CSV", Text("a,name\nK,x\n"), new { columns = new[] { new { column = "b", field = "code" } } })).ShouldBe(("NOT_FOUND", "columns.0.column"));
        (await RefusedAsync("CSV", [], new { uploadId = company.Root })).ShouldBe(("NOT_FOUND", "uploadId"));
        var foreign = await company.Member.UploadAsync(Customers("X", 1));
        (await RefusedAsync("CSV", [], new { uploadId = foreign })).ShouldBe(("NOT_FOUND", "uploadId"));
        (await admin.InChinese.ImportAsync("CUSTOMERS", "XLSX", Text("code,name\nK,x\n"))).UserErrors[0].Message.ShouldBe("这不是 .xlsx 工作簿。");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Columns_are_mapped_and_the_others_named(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        var columns = new[]
        {
            new { column = "Kunde", field = "客户编码" }, new { column = "Firma", field = "name" }, new { column = "=EAST", field = "regionCode" }, new { column = "=50", field = "strength" },
            new { column = "=50", field = "finances" }, new { column = "=50", field = "credit" },
        };
        var reply = await admin.ImportAsync("CUSTOMERS", "CSV", Text("Kunde;Firma;Umsatz\nMAP1;Müller & Söhne;1.000,50\nMAP2;;\n"), new { columns, skipBadRows = true });
        reply.Counts().ShouldBe((1, 0, 0, 1, true));
        reply.Rejected().ShouldBe(["3 Firma: This is required."]);
        Importing.Findings(reply.Outcome(), "passedOver").ShouldBe(["1 Umsatz: No field is filled from this column."]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Uploads_are_taken_up_to_their_limit(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        var admin = company.Administrator;
        (await StatusAsync(company.Program.Anonymous.TryUploadAsync([1]))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(company.Auditor.TryUploadAsync([1]))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(admin.TryUploadAsync([]))).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(admin.TryUploadAsync([1], field: "other"))).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(admin.TryUploadAsync(new byte[(64 * 1024 * 1024) + 1]))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await admin.PostAsync("/uploads", new { file = "x" })).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Uploads_are_purged_after_a_day(DatabaseKind kind)
    {
        await using var program = await Installation.StartAsync(kind);
        var admin = await program.SetUpAsync();
        var uploadId = await admin.UploadAsync(Customers("U", 20_000));
        await PurgeAsync(program, new(2030, 1, 1));
        (await UploadsAsync(program)).ShouldBe((1, 4));
        (await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId, dryRun = true })).Outcome().Text("job.id").ShouldNotBeNull();
        program.SystemClock.Advance(TimeSpan.FromHours(25));
        await PurgeAsync(program, new(2030, 1, 2));
        (await UploadsAsync(program)).ShouldBe((0, 0));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Templates_and_exports_answer_only_the_signed_in_and_what_is_there(DatabaseKind kind)
    {
        var company = await companies.OnAsync(kind);
        Encoding.UTF8.GetString(await company.Member.DownloadAsync("/exports/template/people.csv")).ShouldBe(
            "\uFEFFemployeeNumber,name,email,locale,unitCode,positionCode,superiorEmployeeNumber,relativeStrength,active,roles\r\n");
        Encoding.UTF8.GetString(await company.Member.InChinese.DownloadAsync("/exports/template/PEOPLE.csv")).ShouldBe("\uFEFF工号,姓名,电子邮箱,语言,单位编码,岗位编码,上级工号,相对能力,启用,角色\r\n");
        (await company.Member.DownloadAsync("/exports/template/units.xlsx"))[..2].ShouldBe("PK"u8.ToArray());
        Encoding.UTF8.GetString(await company.Member.DownloadAsync($"/exports/people.csv?unitId={company.Department}")).Split("\r\n").Length.ShouldBe(6);

        var nobody = await company.Program.Anonymous.GetAsync("/exports/people.csv");
        (nobody.Status, nobody.Json.Text("errors.0.code")).ShouldBe((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"));
        (await company.Member.GetAsync("/exports/objectives.doc?cycleId=x")).Json.Text("errors.0.message")!.ShouldContain("stratml");
        (await company.Member.GetAsync("/exports/nonsense.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await company.Member.GetAsync("/exports/people.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await company.Member.GetAsync("/exports/objectives.csv")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await company.Member.GetAsync($"/exports/people.csv?unitId={company.Region}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var (path, status, word) in new[]
        {
            ($"people.csv?regionId={company.Region}", HttpStatusCode.BadRequest, "unitId"), ($"measures.csv?unitId={company.Team}", HttpStatusCode.BadRequest, "as a whole"), ("nonsense.csv", HttpStatusCode.NotFound, "customers"),
            ("template/objectives.stratml", HttpStatusCode.NotFound, "csv, xlsx."), ("people", HttpStatusCode.NotFound, "nothing at this address"),
        })
        {
            var refused = await company.Member.GetAsync($"/exports/{path}");
            (refused.Status, refused.Json.Text("errors.0.message")!.Contains(word, StringComparison.Ordinal)).ShouldBe((status, true), refused.Text);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_wrong_with_an_uploaded_file_is_told_at_its_id(DatabaseKind kind)
    {
        var admin = (await companies.OnAsync(kind)).Administrator;
        foreach (var file in (byte[][])[[1, 0, 2, 0, 0, 3], "code,name\nA,\"open"u8.ToArray()])
            (await admin.ImportAsync("CUSTOMERS", "CSV", [], new { uploadId = await admin.UploadAsync(file) })).UserErrors.ShouldHaveSingleItem().Field.ShouldBe("uploadId");
    }

    private static byte[] Customers(string prefix, int count, int bad = 0)
    {
        var text = new StringBuilder("code,name,regionCode,accountOwnerEmployeeNumber,strength,finances,credit,active\n");
        for (var i = 0; i < count; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{i:D6},{(i < bad ? "" : $"客户{i}")},{(i % 2 == 0 ? "EAST" : "SOUTH")},E0112,{i % 101},50,60,true\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<(int Files, int Pieces)> UploadsAsync(Installation program)
    {
        await using var scope = program.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync();
        return (await db.Uploads.CountAsync(), await db.UploadChunks.CountAsync());
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<int> TotalAsync(Api api, string prefix)
        => (await api.ReadAsync("query($t: String!) { customers(filter: {text: $t}) { totalCount } }", new { t = prefix + "0" })).Number("customers.totalCount");

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return response.StatusCode;
    }

    /// <summary>The daily work of one day.</summary>
    private static async Task PurgeAsync(Installation program, DateOnly day)
    {
        await using var scope = program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Objectives.Platform.Requests.CallContext>().SignedIn = Objectives.Platform.Requests.Caller.System;
        var work = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => w.CommandFor(day)).Single(c => c.GetType().DeclaringType!.Name == "PurgeUploads");
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(work)).Errors.ShouldBeEmpty();
    }
}
