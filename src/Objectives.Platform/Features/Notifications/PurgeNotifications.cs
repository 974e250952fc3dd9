using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Features.Notifications;

/// <summary>Clears away what people were told long ago, read or not, and mails that are over.</summary>
internal static class PurgeNotifications
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Daily(OldRows rows, IOptions<NotificationOptions> options, BusinessClock clock) : IDailyWork
    {
        public IDailyCommand CommandFor(DateOnly day) => new Command(day);

        /// <inheritdoc cref="OldRows"/>
        public Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
            => isToday ? rows.ClearAsync((db, until) => db.Notifications.Where(n => n.At <= until), n => n.At, clock.GetUtcNow().AddDays(-options.Value.KeepDays), cancellationToken) : Task.CompletedTask;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(PlatformDb db, IOptions<NotificationOptions> options, TimeProvider systemClock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var over = systemClock.GetUtcNow().AddDays(-options.Value.KeepDays);
            return await db.OutgoingMails.Where(m => m.CreatedAt < over && (m.State == MailState.Sent || m.State == MailState.Dropped)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
