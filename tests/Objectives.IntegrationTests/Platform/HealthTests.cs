using System.Net;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class HealthTests
{
    [Theory, OnEachDatabase]
    public async Task It_lives_when_its_database_does_not_answer_but_is_not_ready(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        await program.SetUpAsync();
        foreach (var path in (string[])["/health/live", "/health/ready"])
            (await program.Anonymous.GetAsync(path)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(HttpStatusCode.OK), r => r.Text.ShouldBe("Healthy"));
        await program.ExecuteSqlAsync("DROP TABLE {platform.outbox_messages}");
        (await program.Anonymous.GetAsync("/health/ready")).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(HttpStatusCode.ServiceUnavailable), r => r.Text.ShouldBe("Unhealthy"));
        (await program.Anonymous.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>It is asked every few seconds, beside millions of events that have been delivered.</summary>
    [Fact]
    public async Task It_is_asked_without_reading_what_was_delivered()
    {
        await using var program = await Installation.StartAsync(DatabaseKind.Sqlite);
        await program.SetUpAsync();
        using var probe = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { { SqlRecorder.Header, "probe" } } };
        (await program.Http.SendAsync(probe, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var statements = program.Sql.Take("probe");
        statements.Count.ShouldBe(2);
        foreach (var statement in statements)
            (await program.PlanAsync(statement)).ShouldAllBe(step => step.Contains("INDEX"), statement);
    }
}
