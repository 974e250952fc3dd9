using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.IntegrationTests.Databases;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.IntegrationTests.Platform;

public sealed class OutboxTests
{
    [Theory, OnEachDatabase]
    public async Task Each_event_reaches_each_consumer_once_in_the_order_of_its_aggregate(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var (a, b) = (await company.TeamLeader.DraftAsync(company.Draft(cycle)), await company.TeamLeader.DraftAsync(company.Draft(cycle)));
        for (var i = 0; i < 5; i++)
        {
            foreach (var id in (string[])[a, b])
                await company.TeamLeader.ChangeAsync("moveObjective", new { id, newParentId = i % 2 == 0 ? await company.TeamLeader.DraftAsync(company.Draft(cycle)) : null }, "objective { id }");
        }
        var told = new Dictionary<string, IReadOnlyList<string?>>();
        foreach (var id in (string[])[a, b])
            told[id] = await PathsAsync(company, id);
        await company.DeliveredAsync(a);
        await company.DeliveredAsync(b);
        foreach (var id in (string[])[a, b])
        {
            heard.By(nameof(FirstConsumer), id).Count.ShouldBe(6);
            heard.By(nameof(FirstConsumer), id).ShouldBe(told[id]);
            heard.By(nameof(SecondConsumer), id).ShouldBe(heard.By(nameof(FirstConsumer), id));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_fails_is_tried_again_while_the_later_ones_of_its_aggregate_wait(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var (bad, good) = (await company.TeamLeader.DraftAsync(company.Draft(cycle)), await company.TeamLeader.DraftAsync(company.Draft(cycle)));
        await company.DeliveredAsync(bad);
        await company.DeliveredAsync(good);
        var before = heard.By(nameof(FirstConsumer), bad).Count;
        heard.Refused = KeyOf(bad);
        await company.TeamLeader.ChangeAsync("editObjective", new { id = bad, title = "一" }, "objective { id }");
        await company.TeamLeader.ChangeAsync("editObjective", new { id = bad, title = "二" }, "objective { id }");
        await company.TeamLeader.ChangeAsync("editObjective", new { id = good, title = "三" }, "objective { id }");
        await company.DeliveredAsync(good);
        await WaitAsync(program, bad, waiting => waiting[0].Attempts >= 1);
        heard.By(nameof(FirstConsumer), bad).Count.ShouldBe(before + 1);
        heard.By(nameof(SecondConsumer), bad).Count.ShouldBe(before);
        (await WaitingAsync(program, bad)).Count.ShouldBe(2);

        heard.Refused = null;
        await DeliverLaterAsync(program, TimeSpan.FromMinutes(1));
        await company.DeliveredAsync(bad);
        heard.By(nameof(FirstConsumer), bad).Count.ShouldBe(before + 2);
        heard.By(nameof(SecondConsumer), bad).Count.ShouldBe(before + 2);
        heard.AtATime.ShouldAllBe(count => count == 1, "what does not say that it takes many is given one at a time, also of two that waited");
    }

    [Theory, OnEachDatabase]
    public async Task What_a_long_transaction_raised_is_delivered_before_what_was_raised_later(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.DeliveredAsync(id);
        await DeliverLaterAsync(program, TimeSpan.Zero);
        await RaiseEarlierAsync(id);
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
        await company.DeliveredAsync(id);
        heard.By(nameof(FirstConsumer), id).Select(path => path == "earlier").ShouldBe([false, true, false]);

        await RaiseEarlierAsync(id);
        for (var tries = 0; tries < 1000 && (await WaitingAsync(program, id)).Count > 0; tries++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        heard.By(nameof(FirstConsumer), id).Count.ShouldBe(4, "also where nothing follows it");

        Task RaiseEarlierAsync(string objective) => program.WithDbAsync(async db =>
        {
            db.Outbox.Add(new()
            {
                Id = Guid.CreateVersion7(),
                AggregateId = KeyOf(objective),
                Type = typeof(ObjectiveChanged).FullName!,
                Payload = JsonSerializer.Serialize(new ObjectiveChanged(new(KeyOf(objective)), new(KeyOf(cycle)), "earlier")),
                CreatedAt = program.SystemClock.GetUtcNow().AddSeconds(-30), // When the transaction began.
                Ordinal = 0,
            });
            return await db.SaveChangesAsync();
        });
    }

    [Theory, OnEachDatabase]
    public async Task After_ten_attempts_it_is_parked_and_seen_until_someone_sends_it_again(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DeliveredAsync(id);
        heard.Refused = KeyOf(id);
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
        for (var attempt = 0; attempt < 60 && !(await WaitingAsync(program, id))[0].Parked; attempt++)
            await DeliverLaterAsync(program, TimeSpan.FromMinutes(20));
        var parked = (await WaitingAsync(program, id)).ShouldHaveSingleItem();
        (parked.Parked, parked.Attempts, parked.LastError).ShouldBe((true, OutboxDelivery.MaxAttempts, "Refused."));
        await DeliverLaterAsync(program, TimeSpan.FromHours(1));
        (await WaitingAsync(program, id))[0].Attempts.ShouldBe(OutboxDelivery.MaxAttempts);
        (await program.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("Degraded");

        heard.Refused = null;
        (await program.Services.GetRequiredService<OutboxDelivery>().ResendParkedAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        await DeliverLaterAsync(program, TimeSpan.Zero);
        await company.DeliveredAsync(id);
        heard.By(nameof(SecondConsumer), id).Count.ShouldBe(2);
        (await program.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
    }

    [Theory, OnEachDatabase]
    public async Task Two_programs_on_one_database_hand_over_each_event_once(DatabaseKind database)
    {
        Assert.SkipWhen(database == DatabaseKind.Sqlite, "A SQLite file belongs to one program.");
        var heard = new Heard();
        await using var first = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(first);
        await using var second = await Installation.StartAsync(database, first.Database, services: heard.Register);
        var other = await second.SignInAsync(company.TeamLeader.PersonId);
        var cycle = await company.OpenCycleAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? company.TeamLeader : other).DraftAsync(company.Draft(cycle))));
        foreach (var id in ids)
        {
            await company.DeliveredAsync(id);
            heard.By(nameof(FirstConsumer), id).Count.ShouldBe(1);
            heard.By(nameof(SecondConsumer), id).Count.ShouldBe(1);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Many_of_a_kind_are_told_together_and_one_that_fails_keeps_back_its_own_alone(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.RegisterForComments);
        var company = await Company.FoundAsync(program);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await DeliverByHandAsync(program);
        var comments = new List<string>();
        for (var i = 0; i < 6; i++)
            comments.Add((await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = $"第 {i} 条" }, "comment { id }")).Id());

        heard.Refused = KeyOf(comments[2]);
        await DeliverLaterAsync(program, TimeSpan.Zero);
        heard.Together.ShouldContain(6);
        foreach (var comment in comments)
            (await WaitingAsync(program, comment)).Count.ShouldBe(comment == comments[2] ? 1 : 0, comment);
        heard.Refused = null;
        await DeliverLaterAsync(program, TimeSpan.FromMinutes(1));
        (await WaitingAsync(program, comments[2])).ShouldBeEmpty();

        foreach (var comment in comments)
            heard.CommentsHeard.Count(c => c == KeyOf(comment)).ShouldBe(1, comment);
        var told = await company.Member.ReadAsync("{ viewer { notifications(first: 20) { nodes { kind body } } } }");
        told.Strings("viewer.notifications.nodes.*.body").Where((_, i) => told.Strings("viewer.notifications.nodes.*.kind")[i] == "COMMENTED").ShouldBe(["第 5 条", "第 4 条", "第 3 条", "第 2 条", "第 1 条", "第 0 条"], "the last first");
    }

    [Theory, OnEachDatabase]
    public async Task Many_comments_are_read_in_as_many_statements_as_few(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.RegisterForComments);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var objectives = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => company.Executive.DraftAsync(company.PersonalDraft(cycle))));
        await DeliverByHandAsync(program);
        var runs = new List<IReadOnlyList<string>>();
        foreach (var count in (int[])[2, 40])
        {
            var comments = new List<string>();
            for (var i = 0; i < count; i++)
                comments.Add((await company.TeamLeader.ChangeAsync("comment", new { subjectId = objectives[i % 3], text = "看" }, "comment { id }")).Id());
            runs.Add([.. (await program.Sql.OfAsync(() => DeliverLaterAsync(program, TimeSpan.Zero))).Where(s => !s.StartsWith("INSERT", StringComparison.Ordinal))]);
            foreach (var comment in comments)
                (await WaitingAsync(program, comment)).ShouldBeEmpty();
        }
        runs.ShouldBeAsMany();
    }

    [Fact(Skip = "No PostgreSQL server: OBJECTIVES_TEST_POSTGRES is not set.", SkipType = typeof(TwoProgramsTests), SkipUnless = nameof(TwoProgramsTests.HasPostgres))]
    public async Task What_one_has_tried_in_vain_is_left_alone_by_another_that_had_seen_it_wait()
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(DatabaseKind.PostgreSql, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await DeliverByHandAsync(program);
        heard.Refused = KeyOf(id);
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
        await DeliverLaterAsync(program, TimeSpan.Zero);
        var stop = new SqlRecorder.Stop("platform", "outbox_messages", "UPDATE");
        program.SystemClock.Advance(TimeSpan.FromMinutes(1));
        var other = program.Sql.HeldAsync(() => DeliverLaterAsync(program, TimeSpan.Zero), stop);
        await stop.Reached;
        await DeliverLaterAsync(program, TimeSpan.Zero);
        (await WaitingAsync(program, id)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
        stop.GoOn();
        await other;
        (await WaitingAsync(program, id)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task What_a_program_took_that_died_is_delivered_when_its_time_has_passed(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.Register);
        var company = await Company.FoundAsync(program);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DeliveredAsync(id);
        await DeliverByHandAsync(program);
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
        await TakeAsync(program, id, TimeSpan.FromMinutes(1));
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "二" }, "objective { id }");
        await DeliverLaterAsync(program, TimeSpan.FromSeconds(50));
        heard.By(nameof(FirstConsumer), id).Count.ShouldBe(1, "the later one waits for the one that is in other hands");
        await DeliverLaterAsync(program, TimeSpan.FromSeconds(11));
        heard.By(nameof(FirstConsumer), id).Count.ShouldBe(3);
        (await WaitingAsync(program, id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_has_its_database_alone_delivers_at_once_what_it_had_taken_before_it_died()
    {
        var heard = new Heard();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        string id;
        await using (var first = await Installation.StartAsync(DatabaseKind.Sqlite, database, services: heard.Register))
        {
            var company = await Company.FoundAsync(first);
            id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
            await DeliverByHandAsync(first);
            await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "一" }, "objective { id }");
            await TakeAsync(first, id, TimeSpan.FromDays(1));
        }
        await using var second = await Installation.StartAsync(DatabaseKind.Sqlite, database, services: heard.Register);
        await second.AllDeliveredAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        heard.By(nameof(FirstConsumer), id).Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_handed_over_and_not_begun_when_the_program_stops_is_free_for_others(DatabaseKind database)
    {
        Assert.SkipWhen(database == DatabaseKind.Sqlite, "There nobody writes while something is delivered.");
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.RegisterForComments);
        var company = await Company.FoundAsync(program);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await program.AllDeliveredAsync();
        var begun = heard.HoldAsync();
        var first = await CommentAsync();
        await begun;
        var second = await CommentAsync();
        (await WaitingAsync(program, second)).ShouldHaveSingleItem().ClaimedUntil.ShouldNotBeNull("it was handed over");
        await program.Services.GetRequiredService<OutboxDelivery>().StopAsync(TestContext.Current.CancellationToken);
        (await WaitingAsync(program, first)).ShouldHaveSingleItem();
        (await WaitingAsync(program, second)).ShouldHaveSingleItem().ClaimedUntil.ShouldBeNull();
        (await WaitingAsync(program, await CommentAsync())).ShouldHaveSingleItem().ClaimedUntil.ShouldBeNull("nobody takes it here any more");

        async Task<string> CommentAsync() => (await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }")).Id();
    }

    [Theory, OnEachDatabase]
    public async Task What_a_program_hands_to_itself_is_neither_looked_for_nor_taken(DatabaseKind database)
    {
        var heard = new Heard();
        await using var program = await Installation.StartAsync(database, services: heard.RegisterForComments);
        var company = await Company.FoundAsync(program);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await program.AllDeliveredAsync();
        for (var i = 0; i < 4; i++)
            await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }");
        await program.AllDeliveredAsync();
        var type = typeof(CommentMade).FullName;
        (await program.WithDbAsync(db => db.Outbox.AsNoTracking().Where(m => m.Type == type).Select(m => m.ClaimedBy).ToListAsync())).ShouldBe([null, null, null, null], "no batch was taken from the database");
        heard.CommentsHeard.Count.ShouldBe(4);
    }

    /// <summary>Each place that an objective's history says it stood at, the oldest first.</summary>
    private static async Task<IReadOnlyList<string?>> PathsAsync(Company company, string id)
    {
        var history = await company.TeamLeader.ObjectiveAsync(id, "history { nodes { after } }");
        return [.. history.Strings("history.nodes.*.after").Select(after => JsonElement.Parse(after!).Text("path")).Reverse()];
    }

    private static Guid KeyOf(string id) => GlobalId.TryDecode(id, out _, out var key) ? key : throw new ArgumentException(id);

    /// <summary>From now on nothing is delivered but by the test: the program's own delivery would take some of it at any time.</summary>
    private static async Task DeliverByHandAsync(Installation program)
    {
        await program.AllDeliveredAsync();
        await program.Services.GetRequiredService<OutboxDelivery>().StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task DeliverLaterAsync(Installation program, TimeSpan later)
    {
        program.SystemClock.Advance(later);
        await program.Services.GetRequiredService<OutboxDelivery>().DeliverAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As a program leaves it that dies as it works on it.</summary>
    private static Task TakeAsync(Installation program, string id, TimeSpan time)
    {
        var (key, until) = (KeyOf(id), program.SystemClock.GetUtcNow() + time);
        return program.WithDbAsync(db => db.Outbox.Where(m => m.AggregateId == key && m.DeliveredAt == null).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, until)));
    }

    private static Task<List<OutboxMessage>> WaitingAsync(Installation program, string id)
    {
        var key = KeyOf(id);
        return program.WithDbAsync(db => db.Outbox.AsNoTracking().Where(m => m.AggregateId == key && m.DeliveredAt == null).OrderBy(m => m.Id).ToListAsync());
    }

    private static async Task WaitAsync(Installation program, string id, Func<List<OutboxMessage>, bool> until)
    {
        while (!until(await WaitingAsync(program, id)))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>What the consumers' transactions have kept, in order.</summary>
    private sealed class Heard
    {
        private readonly ConcurrentQueue<(string Consumer, Guid Aggregate, string Path)> _events = [];

        /// <summary>An aggregate whose events the second consumer refuses.</summary>
        public Guid? Refused { get; set; }

        public ConcurrentQueue<int> Together { get; } = [];

        public ConcurrentQueue<Guid> CommentsHeard { get; } = [];

        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _holds;

        /// <summary>From now on who hears comments does not end before the program does. Until he has begun.</summary>
        public Task HoldAsync()
        {
            _holds = true;
            return _begun.Task;
        }

        public async Task PassAsync(CancellationToken cancellationToken)
        {
            if (!_holds)
                return;
            _begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        /// <summary>How many the second consumer was given at once, each time.</summary>
        public ConcurrentQueue<int> AtATime { get; } = [];

        /// <summary>Of comments alone, so that they follow one another.</summary>
        public void RegisterForComments(IServiceCollection services) => services.AddSingleton(this).AddTransient<IConsumer, CommentConsumer>();

        public void Register(IServiceCollection services)
        {
            services.AddSingleton(this);
            services.AddTransient<IConsumer, FirstConsumer>();
            services.AddTransient<IConsumer, SecondConsumer>();
        }

        public void Keep(string consumer, ObjectiveChanged change) => _events.Enqueue((consumer, change.ObjectiveId.Value, change.Path));

        /// <summary>The paths that an objective's events told.</summary>
        public IReadOnlyList<string> By(string consumer, string id) => [.. _events.Where(e => e.Consumer == consumer && e.Aggregate == KeyOf(id)).Select(e => e.Path)];
    }

    private sealed class FirstConsumer(PlatformDb db, BusinessClock clock, CommandGate gate, Recorder recorder, Heard heard) : Consumer<ObjectiveChanged>(db, clock, gate, recorder)
    {
        protected override Task HandleAsync(ObjectiveChanged @event, CancellationToken cancellationToken)
        {
            heard.Keep(nameof(FirstConsumer), @event);
            return Task.CompletedTask;
        }
    }

    private sealed class SecondConsumer(PlatformDb db, BusinessClock clock, CommandGate gate, Recorder recorder, Heard heard) : Consumer<ObjectiveChanged>(db, clock, gate, recorder)
    {
        protected override Task HandleAsync(IReadOnlyList<ObjectiveChanged> events, CancellationToken cancellationToken)
        {
            heard.AtATime.Enqueue(events.Count);
            return base.HandleAsync(events, cancellationToken);
        }

        protected override Task HandleAsync(ObjectiveChanged @event, CancellationToken cancellationToken)
        {
            if (heard.Refused == @event.ObjectiveId.Value)
                throw new InvalidOperationException("Refused.");
            heard.Keep(nameof(SecondConsumer), @event);
            return Task.CompletedTask;
        }
    }

    private sealed class CommentConsumer(PlatformDb db, BusinessClock clock, CommandGate gate, Recorder recorder, Heard heard) : Consumer<CommentMade>(db, clock, gate, recorder)
    {
        public override bool TakesMany => true;

        protected override async Task HandleAsync(IReadOnlyList<CommentMade> events, CancellationToken cancellationToken)
        {
            await heard.PassAsync(cancellationToken);
            heard.Together.Enqueue(events.Count);
            await base.HandleAsync(events, cancellationToken);
            foreach (var @event in events)
                heard.CommentsHeard.Enqueue(@event.CommentId.Value);
        }

        protected override Task HandleAsync(CommentMade @event, CancellationToken cancellationToken)
            => heard.Refused == @event.CommentId.Value ? throw new InvalidOperationException("Refused.") : Task.CompletedTask;
    }
}
