using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Objectives.Platform;
using Objectives.Platform.Data;

namespace Objectives.Gateway.Hosting;

/// <summary>Whether the program can answer: it has started, and its database answers. Events and mails that were parked are told, but stop nothing.</summary>
internal sealed class Readiness(IDbContextFactory<PlatformDb> dbs) : IHealthCheck
{
    public bool Started { get; set; }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!Started)
            return HealthCheckResult.Unhealthy("Starting.");
        try
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var parked = await db.Outbox.CountAsync(m => m.DeliveredAt == null && m.Parked, cancellationToken); // Not delivered: by the index of the few that wait, however many there have been.
            var mails = await db.OutgoingMails.CountAsync(m => m.State == MailState.Parked, cancellationToken);
            return parked + mails == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{parked} events and {mails} mails are parked.");
        }
        catch (Exception e)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
