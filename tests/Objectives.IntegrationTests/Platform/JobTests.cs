using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;

namespace Objectives.IntegrationTests.Platform;

public sealed class JobTests(Installations installations)
{
    private const string Progress = "subscription($jobId: ID!) { jobProgress(jobId: $jobId) { id status done total finishedAt error } }";

    [Theory, OnEachDatabase]
    public async Task Progress_is_told_until_the_job_has_ended(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var go = new SemaphoreSlim(0);
        var id = await StartAsync(company.Member, async (_, progress, cancellation) =>
        {
            await go.WaitAsync(cancellation);
            await progress.ReportAsync(1, 2, cancellation);
            await go.WaitAsync(cancellation);
            await progress.ReportAsync(2, 2, cancellation);
            return null;
        });
        await using var live = await company.Member.SubscribeAsync(Progress, new { jobId = id });
        var seen = (await live.DataAsync()).GetProperty("jobProgress");
        seen.Text("status").ShouldBeOneOf("QUEUED", "RUNNING");
        go.Release(2);
        while (seen.Text("status") != "DONE")
            seen = (await live.DataAsync()).GetProperty("jobProgress");
        (seen.Number("done"), seen.Number("total"), seen.Text("error")).ShouldBe((2, 2, null));
        seen.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await live.NextAsync()).ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task It_is_cancelled_by_its_owner_or_an_administrator_and_by_nobody_else(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var by in (Api[])[company.Member, company.Administrator])
        {
            var id = await StartAsync(company.Member, async (_, progress, cancellation) =>
            {
                for (var i = 0; ; i++)
                {
                    await Task.Delay(20, cancellation);
                    await progress.ReportAsync(i, null, cancellation);
                }
            });
            (await company.Colleague.RefusedAsync("cancelJob", new { jobId = id })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("jobId"));
            (await company.Colleague.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
            await by.ChangeAsync("cancelJob", new { jobId = id }, "job { id }");
            await using var live = await company.Member.SubscribeAsync(Progress, new { jobId = id });
            JsonElement last = default;
            while (await live.NextAsync() is { } next)
                last = next.At("data.jobProgress");
            last.Text("status").ShouldBe("CANCELLED");
            (await company.Member.RefusedAsync("cancelJob", new { jobId = id })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_made_it_fail_stays_in_the_log(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await StartAsync(company.Member, (_, _, _) => throw new InvalidOperationException("the secret of the house"));
        await using var live = await company.Member.SubscribeAsync(Progress, new { jobId = id });
        JsonElement last = default;
        while (await live.NextAsync() is { } next)
            last = next.At("data.jobProgress");
        last.Text("status").ShouldBe("FAILED");
        last.Text("error")!.ShouldNotContain("secret");
        company.Program.Log.Lines.ShouldContain(l => l.Contains("the secret of the house", StringComparison.Ordinal));
    }

    private static async Task<string> StartAsync(Api owner, JobWork work)
    {
        GlobalId.TryDecode(owner.PersonId, out _, out var person).ShouldBeTrue();
        var caller = new Caller(new(person), default, Locale.En, new HashSet<Role> { Role.Member });
        var id = await owner.Program.Services.GetRequiredService<JobRunner>().StartAsync("test", caller, work, TestContext.Current.CancellationToken);
        return GlobalId.TryEncode(id)!;
    }
}
