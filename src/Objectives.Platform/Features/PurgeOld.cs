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

    public sealed class Daily(OldRows rows, TimeProvider systemClock) : IDailyWork
    {
        public IDailyCommand CommandFor(DateOnly day) => new Command(day);

        /// <inheritdoc cref="OldRows"/>
        public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
        {
            if (!isToday)
                return;
            var now = systemClock.GetUtcNow();
            var (week, month, quarter) = (now.AddDays(-7), now.AddDays(-30), now.AddDays(-90));
            await rows.ClearAsync((db, until) => db.StoredAnswers.Where(a => a.At <= until), a => a.At, week, cancellationToken);
            await rows.ClearAsync((db, until) => db.Outbox.Where(m => m.DeliveredAt <= until), m => m.DeliveredAt!.Value, month, cancellationToken);
            await rows.ClearAsync((db, until) => db.Inbox.Where(i => i.At <= until), i => i.At, quarter, cancellationToken);
            await rows.ClearAsync((db, until) => db.WebhookDeliveries.Where(d => d.At <= until), d => d.At, month, cancellationToken);
        }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(PlatformDb db, TimeProvider systemClock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var quarter = systemClock.GetUtcNow().AddDays(-90);
            return await db.Jobs.Where(j => j.FinishedAt < quarter).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
