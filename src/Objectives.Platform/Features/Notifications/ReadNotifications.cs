using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Features.Notifications;

internal sealed record NotificationModel(Guid Id, DateTimeOffset At, string Kind, string SubjectType, Guid SubjectId, string Arguments, DateTimeOffset? ReadAt) : IEntityModel
{
    public NotificationArguments Read() => new(JsonSerializer.Deserialize<Dictionary<string, string>>(Arguments)!);
}

internal sealed record NotificationList(Page<NotificationModel> Page, int UnreadCount) : IPage
{
    IEnumerable<IEdge> IPage.Edges => ((IPage)Page).Edges;

    IEnumerable<object?> IPage.Nodes => ((IPage)Page).Nodes;

    public PageInfo PageInfo => Page.PageInfo;

    public int TotalCount => Page.TotalCount;
}

/// <summary>What the caller was told, the newest first.</summary>
internal static class ReadNotifications
{
    public static IQueryable<NotificationModel> Of(this IQueryable<Notification> all, PersonId person)
        => all.Where(n => n.PersonId == person).Select(n => new NotificationModel(n.Id, n.At, n.Kind, n.SubjectType, n.SubjectId, n.Arguments, n.ReadAt));

    [AllowedToEveryone]
    public sealed record Query(bool UnreadOnly, PageRequest Page) : IQuery<NotificationList>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, NotificationList>
    {
        private static readonly Keyset<NotificationModel> Newest = new Keyset<NotificationModel>().By(n => n.At, descending: true).By(n => n.Id, descending: true);

        public async Task<NotificationList> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var me = call.Caller.Id;
            var wanted = request.UnreadOnly ? db.Notifications.Where(n => n.ReadAt == null) : db.Notifications;
            var page = await Newest.PageAsync(wanted.Of(me), request.Page, cancellationToken);
            return new(page, await db.Notifications.CountAsync(n => n.PersonId == me && n.ReadAt == null, cancellationToken));
        }
    }
}

/// <summary>The caller's own.</summary>
internal static class NotificationsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, NotificationModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Guid, NotificationModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, NotificationModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Notifications.Where(n => EF.Parameter(request.Ids).Contains(n.Id)).Of(call.Caller.Id).ToDictionaryAsync(n => n.Id, cancellationToken);
        }
    }
}

internal static class CountUnread
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<int>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call) : IQueryHandler<Query, int>
    {
        public async Task<int> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var me = call.Caller.Id;
            return await db.Notifications.CountAsync(n => n.PersonId == me && n.ReadAt == null, cancellationToken);
        }
    }
}
