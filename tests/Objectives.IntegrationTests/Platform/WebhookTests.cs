using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Webhooks;

namespace Objectives.IntegrationTests.Platform;

/// <summary>What other systems are told of, over real HTTP.</summary>
public sealed class WebhookTests
{
    private const string Whole = "id url events active deliveries { id at event status attempts nextAttemptAt error }";

    [Theory, OnEachDatabase]
    public async Task A_receiver_gets_a_signed_CloudEvent_of_what_the_owner_may_read(DatabaseKind database)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var program = await OpenAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var (id, secret) = await SaveAsync(company.Member, receiver, "CommentMade", "ObjectiveAgreed");
        var (others, _) = await SaveAsync(company.Stranger, receiver, "CommentMade");
        var mine = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        var comment = (await company.TeamLeader.ChangeAsync("comment", new { subjectId = mine, text = "机密：客户名单" }, "comment { id }")).Id();
        var (headers, body) = await receiver.NextAsync(0);
        await program.AllDeliveredAsync();
        var told = JsonElement.Parse(body);
        (told.Text("specversion"), told.Text("source"), told.Text("type"), told.Text("subject"), told.Text("datacontenttype"), told.Text("data.objectiveId"), told.Text("data.byId"))
            .ShouldBe(("1.0", "urn:objectives", "objectives.CommentMade.v1", comment, "application/json", mine, company.TeamLeader.PersonId));
        DateTimeOffset.Parse(told.Text("time")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(program.BusinessClock.GetUtcNow(), TimeSpan.FromMinutes(1));
        body.ShouldNotContain("机密");
        headers["content-type"].ShouldStartWith("application/cloudevents+json");
        headers["webhook-id"].ShouldBe(told.Text("id"));
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        headers["webhook-signature"].ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(signed))));
        var delivery = (await SettledAsync(company.Member, id)).Single();
        (delivery.Text("event"), delivery.Number("status"), delivery.Number("attempts"), delivery.Text("nextAttemptAt")).ShouldBe(("CommentMade", 204, 1, null));
        (await DeliveriesAsync(company.Stranger, others)).ShouldBeEmpty(); // He may not read a personal objective of others.
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_taken_is_sent_again_after_growing_pauses_and_on_demand(DatabaseKind database)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var program = await OpenAsync(database, "--Webhooks:MaxAttempts=3");
        var company = await Company.FoundAsync(program);
        receiver.Answers = 500;
        var (id, _) = await SaveAsync(company.Executive, receiver, "CycleMoved");
        await company.MoveCycleAsync(await company.OpenCycleAsync("PREPARATION"), "SETTING");
        var first = await receiver.NextAsync(0);
        var waits = await AttemptedAsync(company.Executive, id, 1);
        (waits.Number("status"), waits.Text("error")).ShouldBe((500, "HTTP 500"));
        waits.Text("nextAttemptAt").ShouldNotBeNull();
        program.SystemClock.Advance(TimeSpan.FromSeconds(9));
        await SendAsync(program);
        receiver.Taken.Count.ShouldBe(1);
        program.SystemClock.Advance(TimeSpan.FromSeconds(2));
        await SendAsync(program);
        await AttemptedAsync(company.Executive, id, 2);
        receiver.Answers = (int)HttpStatusCode.Redirect; // Is followed nowhere.
        program.SystemClock.Advance(TimeSpan.FromSeconds(31));
        await SendAsync(program);
        var parked = await AttemptedAsync(company.Executive, id, 3);
        (parked.Number("status"), parked.Text("nextAttemptAt")).ShouldBe((302, null));
        program.SystemClock.Advance(TimeSpan.FromHours(6));
        await SendAsync(program);
        receiver.Taken.Count.ShouldBe(3);
        receiver.Answers = 200;
        (await company.Hr.RefusedAsync("replayDelivery", new { deliveryId = parked.Id() })).Code.ShouldBe("NOT_FOUND");
        await company.Executive.ChangeAsync("replayDelivery", new { deliveryId = parked.Id() }, "webhook { id }");
        (await receiver.NextAsync(3)).Body.ShouldBe(first.Body);
        (await SettledAsync(company.Executive, id)).Single().Number("status").ShouldBe(200);
    }

    [Fact(Skip = "No PostgreSQL server: OBJECTIVES_TEST_POSTGRES is not set.", SkipType = typeof(TwoProgramsTests), SkipUnless = nameof(TwoProgramsTests.HasPostgres))]
    public async Task What_one_has_sent_in_vain_is_left_alone_by_another_that_had_seen_it_wait()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var program = await OpenAsync(DatabaseKind.PostgreSql);
        var company = await Company.FoundAsync(program);
        receiver.Answers = 500;
        var (id, _) = await SaveAsync(company.Executive, receiver, "CycleMoved");
        await company.MoveCycleAsync(await company.OpenCycleAsync("PREPARATION"), "SETTING");
        await AttemptedAsync(company.Executive, id, 1);
        var stop = new SqlRecorder.Stop("platform", "webhook_deliveries", "UPDATE");
        program.SystemClock.Advance(TimeSpan.FromSeconds(11));
        var other = program.Sql.HeldAsync(() => SendAsync(program), stop);
        await Task.WhenAny(stop.Reached, other);
        await SendAsync(program);
        await AttemptedAsync(company.Executive, id, 2);
        stop.GoOn();
        await other;
        receiver.Taken.Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Off_or_removed_it_is_told_nothing(DatabaseKind database)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var program = await OpenAsync(database);
        var company = await Company.FoundAsync(program);
        var (id, _) = await SaveAsync(company.Executive, receiver, "CycleMoved");
        (await company.Hr.RefusedAsync("saveWebhook", new { id, url = receiver.Url, events = new[] { "CycleMoved" }, active = true })).Code.ShouldBe("NOT_FOUND");
        var changed = await company.Executive.MutateAsync("saveWebhook", new { id, url = receiver.Url, events = new[] { "CycleMoved" }, active = false }, $"webhook {{ {Whole} }} secret");
        (changed.Data.At("saveWebhook.webhook.active").GetBoolean(), changed.Data.Text("saveWebhook.secret")).ShouldBe((false, null));
        await company.MoveCycleAsync(await company.OpenCycleAsync("PREPARATION"), "SETTING");
        await program.AllDeliveredAsync();
        (await DeliveriesAsync(company.Executive, id)).ShouldBeEmpty();
        await company.Executive.ChangeAsync("saveWebhook", new { id, url = receiver.Url, events = new[] { "CycleMoved" }, active = true }, "webhook { id }");
        await company.MoveCycleAsync(await company.OpenCycleAsync("PREPARATION"), "SETTING");
        await receiver.NextAsync(0);
        (await company.Hr.RefusedAsync("remove", new { id })).Code.ShouldBe("NOT_FOUND");
        (await company.Executive.MutateAsync("remove", new { id }, "removedId")).Data.Text("remove.removedId").ShouldBe(id);
        (await company.Executive.ReadAsync($"{{ viewer {{ webhooks {{ {Whole} }} }} }}")).At("viewer.webhooks").GetArrayLength().ShouldBe(0);
        (await program.WithDbAsync(async db => await db.WebhookDeliveries.CountAsync() + await db.WebhookSecrets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Addresses_inside_the_house_are_refused(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        foreach (var url in (string[])
        [
            "http://example.com/hook", "https://127.0.0.1/", "https://localhost/x", "https://10.1.2.3/", "https://172.20.0.1/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data", "https://[::1]/", "https://[fd00::1]/",
            "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/", "https://2130706433/", "https://0x7f.1/", "https://name:word@example.com/", "ftp://example.com/", "example.com", "https://metadata.google.internal/",
        ])
        {
            foreach (var by in (Api[])[company.Hr, company.Hr.InChinese])
            {
                var refused = await by.RefusedAsync("saveWebhook", new { url, events = new[] { "CycleMoved" }, active = true });
                (refused.Code, refused.Field, Languages.IsChinese(refused.Message)).ShouldBe(("INVALID", "url", by.Language != "en"), url);
            }
        }
        foreach (var (events, code) in new[] { (Array.Empty<string>(), "REQUIRED"), (["NoSuchEvent"], "INVALID") })
            (await company.Hr.RefusedAsync("saveWebhook", new { url = "https://198.51.99.7/hook", events, active = true })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("events"));
        (await company.Hr.ReadAsync("{ webhookEvents }")).Strings("webhookEvents").ShouldContain("DeviationOpened");
        await company.Hr.ChangeAsync("saveWebhook", new { url = "https://198.51.99.7/hook", events = new[] { "CycleMoved" }, active = false }, "webhook { id }");
        (await company.Auditor.MutateAsync("saveWebhook", new { url = "https://198.51.99.7/hook", events = new[] { "CycleMoved" }, active = false }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    /// <summary>A name may lead inside only when it is called, whatever it led to when the webhook was saved.</summary>
    [Fact]
    public async Task An_address_inside_is_not_called_whatever_its_name()
    {
        await using var receiver = await Receiver.StartAsync();
        var options = Microsoft.Extensions.Options.Options.Create(new WebhookOptions());
        using var client = new WebhookClient(options, TimeProvider.System);
        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(receiver.Url, WebhookClient.NewSecret(), Guid.NewGuid(), "{}", CancellationToken.None));
        receiver.Taken.ShouldBeEmpty();
    }

    private static Task<Installation> OpenAsync(DatabaseKind database, params string[] more) => Installation.StartAsync(database, null, null, ["--Webhooks:AllowPrivateAddresses=true", .. more]);

    private static Task<int> SendAsync(Installation program) => program.Services.GetRequiredService<WebhookSender>().SendAsync(TestContext.Current.CancellationToken);

    private static async Task<(string Id, string Secret)> SaveAsync(Api owner, Receiver receiver, params string[] events)
    {
        var saved = (await owner.MutateAsync("saveWebhook", new { url = receiver.Url, events, active = true }, $"webhook {{ {Whole} }} secret")).Data.GetProperty("saveWebhook");
        saved.At("userErrors").GetArrayLength().ShouldBe(0);
        saved.Strings("webhook.events").ShouldBe(events.Order(StringComparer.Ordinal));
        return (saved.Text("webhook.id")!, saved.Text("secret")!);
    }

    private static async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(Api owner, string id)
        => [.. (await owner.ReadAsync($"{{ viewer {{ webhooks {{ {Whole} }} }} }}")).At("viewer.webhooks").EnumerateArray().Single(w => w.Id() == id).At("deliveries").EnumerateArray()];

    private static async Task<JsonElement> AttemptedAsync(Api owner, string id, int attempts) => (await UntilAsync(owner, id, d => d.Number("attempts") == attempts)).Single();

    private static Task<IReadOnlyList<JsonElement>> SettledAsync(Api owner, string id) => UntilAsync(owner, id, d => d.Text("nextAttemptAt") is null);

    private static async Task<IReadOnlyList<JsonElement>> UntilAsync(Api owner, string id, Func<JsonElement, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            var found = await DeliveriesAsync(owner, id);
            if (found.Count > 0 && found.All(holds))
                return found;
            (i < 600).ShouldBeTrue(string.Join('\n', found.Select(f => f.GetRawText())));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
