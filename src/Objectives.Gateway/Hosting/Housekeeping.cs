using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Quartz;

namespace Objectives.Gateway.Hosting;

/// <summary>Asks every minute whether a new business day has begun.</summary>
[DisallowConcurrentExecution]
internal sealed class DailyRoundJob(DailyRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunDueAsync(cancellationToken);
}

internal static class Housekeeping
{
    /// <summary>Triggers are kept in memory on SQLite, and on a server in its database, where programs that share it take turns, and one does what another did not live to end.</summary>
    public static void AddHousekeeping(this IServiceCollection services, ProgramSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            if (settings.Kind != DatabaseKind.Sqlite)
            {
                quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
                quartz.UsePersistentStore(store =>
                {
                    if (settings.Kind == DatabaseKind.PostgreSql)
                        store.UsePostgres(settings.Connection!);
                    else
                        store.UseSqlServer(settings.Connection!);
                    store.UseClustering();
                });
            }
            quartz.ScheduleJob<DailyRoundJob>(
                trigger => trigger.WithIdentity("daily-round").StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
                job => job.WithIdentity("daily-round").RequestRecovery());
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }
}
