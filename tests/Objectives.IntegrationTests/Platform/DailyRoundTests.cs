using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Quartz;

namespace Objectives.IntegrationTests.Platform;

public sealed class DailyRoundTests
{
    [Theory, OnEachDatabase]
    public async Task Each_day_is_done_once_however_often_and_wherever_it_is_triggered(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        await Company.FoundAsync(program);
        await using var second = database == DatabaseKind.Sqlite ? null : await Installation.StartAsync(database, program.Database);
        foreach (var one in new[] { program, second }.OfType<Installation>())
            await StopAskingAsync(one);
        await Task.WhenAll(RunAsync(program), RunAsync(second ?? program));
        var jobs = (await RunsAsync(program)).Select(r => r.Job).Distinct().ToList();
        jobs.ShouldContain("purgeOld");
        var days = (await RunsAsync(program)).Select(r => r.Period).Distinct().ToList();
        days.Count.ShouldBe(1);

        var today = DateOnly.Parse(days[0], CultureInfo.InvariantCulture);
        foreach (var clock in new[] { program.BusinessClock, second?.BusinessClock })
            clock?.MoveTo(clock.GetUtcNow().AddDays(4));
        var done = await Task.WhenAll(RunAsync(program), RunAsync(second ?? program), RunAsync(program), RunAsync(second ?? program));
        done.Sum().ShouldBe(4 * jobs.Count);
        foreach (var job in jobs)
            (await RunsAsync(program)).Where(r => r.Job == job).Select(r => r.Period).Order().ShouldBe(Enumerable.Range(0, 5).Select(n => today.AddDays(n).ToString("yyyy-MM-dd")));
        (await RunAsync(program)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Work_that_fails_is_done_later_before_the_days_after_it(DatabaseKind database)
    {
        var refused = new RefusedDays();
        await using var program = await Installation.StartAsync(database, services: s => s.AddSingleton(refused).AddTransient(typeof(IPipelineBehavior<,>), typeof(Refusing<,>)));
        await program.SetUpAsync();
        await StopAskingAsync(program);
        await RunAsync(program);
        var today = program.BusinessClock.TodayIn("Asia/Shanghai");
        refused.Days.Add(today.AddDays(2));
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(4));
        await RunAsync(program);
        async Task<IEnumerable<int>> DoneAsync(string job) => (await RunsAsync(program)).Where(r => r.Job == job).Select(r => DateOnly.Parse(r.Period, CultureInfo.InvariantCulture).DayNumber - today.DayNumber).Order();
        (await DoneAsync("purgeOld")).ShouldBe([0, 1]);
        (await DoneAsync("purgeSessions")).ShouldBe([0, 1, 2, 3, 4], "other work goes on");
        refused.Days.Clear();
        await RunAsync(program);
        (await DoneAsync("purgeOld")).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_who_begin_a_days_work_at_once_one_does_it(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        await program.SetUpAsync();
        await RunAsync(program);
        async Task<Result<int>> BeginAsync(int work)
        {
            await using var own = program.Services.CreateAsyncScope();
            own.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
            var command = own.ServiceProvider.GetServices<IDailyWork>().ElementAt(work).CommandFor(new(2035, 5, 1));
            return await own.ServiceProvider.GetRequiredService<IMediator>().Send(command, TestContext.Current.CancellationToken);
        }
        await using var scope = program.Services.CreateAsyncScope();
        for (var work = 0; work < scope.ServiceProvider.GetServices<IDailyWork>().Count(); work++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BeginAsync(work)));
            results.Count(r => r.IsSuccess).ShouldBe(1);
            results.Where(r => !r.IsSuccess).ShouldAllBe(r => r.Errors[0].Code == ErrorCode.Duplicate);
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_clears_away_what_has_served_its_time_by_the_system_clock(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var id = await company.TeamLeader.With("old").DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DeliveredAsync(id);
        async Task<(int Answers, int Delivered)> LeftAsync() => await program.WithDbAsync(async db => (await db.StoredAnswers.CountAsync(), await db.Outbox.CountAsync()));

        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(40));
        await RunAsync(program);
        (await LeftAsync()).Answers.ShouldBe(1);
        program.SystemClock.Advance(TimeSpan.FromDays(8));
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        await RunAsync(program);
        (await LeftAsync()).ShouldSatisfyAllConditions(l => l.Answers.ShouldBe(0), l => l.Delivered.ShouldBeGreaterThan(0));
        program.SystemClock.Advance(TimeSpan.FromDays(31));
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        await RunAsync(program);
        (await LeftAsync()).Delivered.ShouldBe(0);

        program.SystemClock.Advance(TimeSpan.FromDays(100));
        var quarter = program.SystemClock.GetUtcNow().AddDays(-90);
        Task<bool> AnyKnownAsync() => program.WithDbAsync(db => db.Inbox.AnyAsync(i => i.At < quarter));
        (await AnyKnownAsync()).ShouldBeTrue();
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        await RunAsync(program);
        (await AnyKnownAsync()).ShouldBeFalse();
    }

    /// <summary>A portion in each turn, so that nobody waits for all of it; those of the same moment go together.</summary>
    [Theory, OnEachDatabase]
    public async Task What_is_old_is_cleared_away_some_at_a_time(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        await program.SetUpAsync();
        await StopAskingAsync(program);
        await RunAsync(program);
        var now = program.SystemClock.GetUtcNow();
        InboxEntry Known(int minutesOld) => new() { Consumer = "Known", MessageId = Guid.CreateVersion7(), At = now.AddDays(-90).AddMinutes(-minutesOld) };
        await program.WithDbAsync(db =>
        {
            db.Inbox.AddRange(Enumerable.Range(1, 4100).Select(Known).Concat(Enumerable.Range(0, 3000).Select(_ => Known(-1000))).Concat([Known(-2000)]));
            return db.SaveChangesAsync();
        });
        program.SystemClock.Advance(TimeSpan.FromMinutes(1500));
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        var sent = await program.Sql.OfAsync(() => RunAsync(program));
        sent.Count(s => s.Contains("DELETE", StringComparison.Ordinal) && s.Contains("inbox", StringComparison.Ordinal)).ShouldBe(4);
        (await program.WithDbAsync(db => db.Inbox.CountAsync(i => i.Consumer == "Known"))).ShouldBe(1);
    }

    /// <summary>Programs ask for themselves too, once a minute: what they do then nobody here would count.</summary>
    private static async Task StopAskingAsync(Installation program)
    {
        var scheduler = await program.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        await scheduler.PauseAll(TestContext.Current.CancellationToken); // Those that are about to fire too.
        while ((await scheduler.GetMetadata(TestContext.Current.CancellationToken)).LocalExecutingJobs > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static Task<int> RunAsync(Installation program) => program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);

    private static Task<List<PeriodicRun>> RunsAsync(Installation program) => program.WithDbAsync(db => db.PeriodicRuns.AsNoTracking().ToListAsync());

    private sealed class RefusedDays
    {
        public HashSet<DateOnly> Days { get; } = [];
    }

    /// <summary>Refuses to clear away what is old on some days.</summary>
    private sealed class Refusing<TRequest, TResponse>(RefusedDays refused) : IPipelineBehavior<TRequest, TResponse>
        where TRequest : ICommand
        where TResponse : Result, IResult<TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
            => request is IDailyCommand daily && RequestNames.ActionOf(typeof(TRequest)) == "purgeOld" && refused.Days.Contains(DateOnly.Parse(daily.Period, CultureInfo.InvariantCulture))
                ? Task.FromResult(TResponse.Failed([new Error(ErrorCode.Conflict, new("Not today.", "今天不行。"))]))
                : next();
    }
}
