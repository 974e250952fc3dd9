using System.Net;
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
}
