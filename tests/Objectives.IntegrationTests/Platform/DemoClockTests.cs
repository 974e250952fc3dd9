using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.Platform;

public sealed class DemoClockTests
{
    [Theory, OnEachDatabase]
    public async Task The_business_clock_goes_forward_runs_what_falls_due_and_stays_there(DatabaseKind database)
    {
        await using var files = await TestDatabase.CreateAsync(database);
        var day = 0;
        await using (var program = await Installation.StartAsync(database, files, args: "--demo"))
        {
            var signedIn = await program.Anonymous.PostAsync("/auth/demo", new { employeeNumber = "E0111" });
            var leader = new Api(program, signedIn.Json.Text("token"), string.Empty);
            (await leader.GetAsync("/auth/me")).Json.ShouldSatisfyAllConditions(m => m.Text("employeeNumber").ShouldBe("E0111"), m => m.GetProperty("demo").GetBoolean().ShouldBeTrue());
            (await program.Anonymous.PostAsync("/auth/demo", new { employeeNumber = "E9999" })).Status.ShouldBe(HttpStatusCode.NotFound);
            await program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
            var now = program.BusinessClock.GetUtcNow();
            day = await DaysAsync(program);

            var to = now.AddDays(3).ToString("O", CultureInfo.InvariantCulture);
            var moved = await leader.PostAsync("/demo/clock", new { now = to });
            moved.Status.ShouldBe(HttpStatusCode.OK, moved.Text);
            program.BusinessClock.GetUtcNow().ShouldBeInRange(now.AddDays(3), now.AddDays(3).AddMinutes(5));
            program.SystemClock.GetUtcNow().ShouldBeInRange(now, now.AddMinutes(5));
            (await DaysAsync(program)).ShouldBe(day + 3);
            await leader.ReadAsync("{ viewer { roles } }");

            foreach (var wrong in (string?[])[null, "", "tomorrow", now.ToString("O", CultureInfo.InvariantCulture), "9999-01-01T00:00:00Z"])
            {
                var refused = await leader.InChinese.PostAsync("/demo/clock", new { now = wrong });
                (refused.Status, refused.Json.Text("errors.0.field")).ShouldBe((HttpStatusCode.BadRequest, "now"));
            }
        }
        await using var again = await Installation.StartAsync(database, files, args: "--demo");
        again.BusinessClock.Offset.ShouldBeInRange(TimeSpan.FromDays(2.99), TimeSpan.FromDays(3.01));
        (await DaysAsync(again)).ShouldBe(day + 3);
    }

    [Theory, OnEachDatabase]
    public async Task Without_demo_mode_there_is_no_such_thing(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var administrator = await program.SetUpAsync();
        (await administrator.PostAsync("/demo/clock", new { now = "2030-01-01T00:00:00Z" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await administrator.PostAsync("/auth/demo", new { employeeNumber = "E0004" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<int> DaysAsync(Installation program) => program.WithDbAsync(db => db.PeriodicRuns.Select(r => r.Period).Distinct().CountAsync());
}
