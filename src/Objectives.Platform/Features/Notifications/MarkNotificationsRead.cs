using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Platform;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Features.Notifications;

/// <summary>Says that the caller has read some of what he was told; a second time changes nothing.</summary>
/// <remarks>An auditor too, since he is a reader like others. All or none. Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND.</remarks>
internal static class MarkNotificationsRead
{
    public const int Most = 500;

    [AllowedToEveryone(EvenReadOnly = true)]
    public sealed record Command(IReadOnlyList<NotificationId> NotificationIds) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.NotificationIds).Custom((ids, context) =>
        {
            if (ids.Count == 0)
                context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
            else if (ids.Count > Most)
                context.Fail(ErrorCode.LimitExceeded, new($"At most {Most} at a time.", $"一次最多 {Most} 条。"));
        });
    }

    public sealed class Handler(PlatformDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (me, ids) = (call.Caller.Id, request.NotificationIds.Select(id => id.Value).ToList());
            var mine = db.Notifications.Where(n => n.PersonId == me && EF.Parameter(ids).Contains(n.Id));
            var known = await mine.Select(n => n.Id).ToHashSetAsync(cancellationToken);
            if (ids.FindIndex(id => !known.Contains(id)) is >= 0 and var missing)
                return Error.NotFound($"notificationIds.{missing}");
            var now = clock.GetUtcNow();
            return await mine.Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken);
        }
    }
}
