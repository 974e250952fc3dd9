using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform;
using Objectives.Platform.Jobs;
using Objectives.Platform.Time;

namespace Objectives.Gateway.Demo;

/// <summary>Moves the business clock forward for a demonstration, keeps how far in the database, and runs what falls due on the days passed.</summary>
internal sealed class DemoClock(IServiceScopeFactory scopes, BusinessClock clock, DailyRound round)
{
    private const string Setting = "clock-offset";

    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        if (await db.Settings.Where(s => s.Name == Setting).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken) is { } ticks)
            clock.Restore(TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture)));
    }

    /// <summary>Returns false when the instant lies in the past of the business clock.</summary>
    public async Task<bool> MoveAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (!clock.MoveTo(instant))
            return false;
        var ticks = clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture);
        await using (var scope = scopes.CreateAsyncScope())
        {
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
            if (await db.Settings.SingleOrDefaultAsync(s => s.Name == Setting, cancellationToken) is { } known)
                known.Value = ticks;
            else
                db.Settings.Add(new() { Name = Setting, Value = ticks });
            await db.SaveChangesAsync(cancellationToken);
        }
        await round.RunDueAsync(cancellationToken);
        return true;
    }
}
