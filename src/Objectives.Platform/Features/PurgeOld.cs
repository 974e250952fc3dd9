using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features;

/// <summary>Clears away what has served its time, by the system clock: stored answers after a week, delivered events and deliveries to webhooks after a month, inbox rows and ended jobs after three.</summary>
internal static class PurgeOld
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Daily : IDailyWork
    {
        public IDailyCommand CommandFor(DateOnly day) => new Command(day);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(PlatformDb db, TimeProvider systemClock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = systemClock.GetUtcNow();
            var (week, month, quarter) = (now.AddDays(-7), now.AddDays(-30), now.AddDays(-90));
            var purged = await db.StoredAnswers.Where(a => a.At < week).ExecuteDeleteAsync(cancellationToken);
            purged += await db.Outbox.Where(m => m.DeliveredAt < month).ExecuteDeleteAsync(cancellationToken);
            purged += await db.Inbox.Where(i => i.At < quarter).ExecuteDeleteAsync(cancellationToken);
            purged += await db.WebhookDeliveries.Where(d => d.At < month).ExecuteDeleteAsync(cancellationToken);
            purged += await db.Jobs.Where(j => j.FinishedAt < quarter).ExecuteDeleteAsync(cancellationToken);
            return purged;
        }
    }
}
