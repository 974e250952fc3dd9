using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Platform;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features.Notifications;

internal static class NotificationApi
{
    private sealed record MarkedRead(IReadOnlyList<Error> UserErrors);

    public static void Bind(ApiBuilder api)
    {
        api.Entity<NotificationModel>("Notification", ids => new NotificationsById.Query(ids))
            .Field("title", n => api.Notifications.GetValueOrDefault(n.Kind)?.Title(n.Read()).ToString() ?? n.Kind)
            .Field("body", n => api.Notifications.GetValueOrDefault(n.Kind)?.Body(n.Read()).ToString() ?? string.Empty)
            .Reference("subject", n => (n.SubjectType, n.SubjectId));
        api.Fields[("NotificationConnection", "unreadCount")] = new Accessor(list => ((NotificationList)list).UnreadCount);
        api.Fields[("Viewer", "notifications")] = new Resolver(async (_, call) => await call.SendAsync(new ReadNotifications.Query(call.Args.Get<bool>("unreadOnly"), call.Page())));
        api.Mutation<MarkNotificationsRead.Command, int>("markNotificationsRead", (_, _) => Task.FromResult<object?>(new MarkedRead([])), errors => new MarkedRead(errors));
        api.Type<MarkedRead>("MarkNotificationsReadPayload").Query("unreadCount", (_, _) => new CountUnread.Query());
        api.Subscription("notificationArrived", call => Task.FromResult(ArrivedAsync(call, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation)));
        api.Notifiable(TellOfJobs.Imported);
    }

    private static async IAsyncEnumerable<object> ArrivedAsync(FieldCall call, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var me = call.Call.Caller.Id;
        using var listener = live.Listen();
        await foreach (var update in listener.ReadAllAsync(cancellationToken))
        {
            if (update is not Delivered { Event: NotificationsArrived arrived } || arrived.Notifications.Where(n => n.PersonId == me).Select(n => n.Id.Value).ToList() is not { Count: > 0 } mine)
                continue;
            var read = await call.SendAfreshAsync(new NotificationsById.Query(mine));
            foreach (var id in mine.Where(read.ContainsKey))
                yield return read[id];
        }
    }
}
