using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Features;

public sealed record ChangeModel(
    Guid Key, string SubjectType, Guid SubjectId, long Sequence, DateTimeOffset At, PersonId? By, string Action, string? Reason, string? Before, string? After, string Hash)
{
    public static readonly Expression<Func<ChangeEntry, ChangeModel>> Of = c => new(c.Id, c.SubjectType, c.SubjectId, c.Sequence, c.At, c.By, c.Action, c.Reason, c.Before, c.After, c.Hash);
}

/// <summary>One entity's changes, newest first. Whoever can read the entity can read its history.</summary>
public static class HistoryOf
{
    [AllowedToEveryone]
    public sealed record Query(Guid SubjectId, PageRequest Page) : IQuery<Page<ChangeModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs) : IQueryHandler<Query, Page<ChangeModel>>
    {
        private static readonly Keyset<ChangeModel> Newest = new Keyset<ChangeModel>().By(c => c.Sequence, descending: true);

        public async Task<Page<ChangeModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await Newest.PageAsync(db.Changes.Where(c => c.SubjectId == request.SubjectId).Select(ChangeModel.Of), request.Page, cancellationToken);
        }
    }

    /// <summary>Binds a versioned type's history.</summary>
    public static TypeBinder<TModel> History<TModel>(this TypeBinder<TModel> type)
        where TModel : class, IEntityModel
        => type.Query("history", (model, call) => new Query(model.Id, call.Page()));
}

/// <summary>Changes over all entities, newest first: for auditors all, for others their own and those of a subject that they may read.</summary>
public static class ReadAuditTrail
{
    public sealed record Arguments(string? By, string? SubjectId, DateTimeOffset? From, DateTimeOffset? Until)
    {
        public Query ToQuery(PageRequest page) => new(Decode(By, "by"), Decode(SubjectId, "subjectId"), From, Until, page);

        private static (string, Guid)? Decode(string? id, string argument) => id is null
            ? null
            : GlobalId.TryDecode(id, out var type, out var key) ? (type, key) : throw new ApiException(ApiErrorCode.NotFound, new($"'{argument}': there is no such record.", $"“{argument}”：该记录不存在。"));
    }

    [AllowedToEveryone]
    public sealed record Query((string Type, Guid Id)? By, (string Type, Guid Id)? Subject, DateTimeOffset? From, DateTimeOffset? Until, PageRequest Page) : IQuery<Page<ChangeModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call, ApiBuilder api, IServiceProvider services) : IQueryHandler<Query, Page<ChangeModel>>
    {
        private static readonly Keyset<ChangeModel> Newest = new Keyset<ChangeModel>().By(c => c.At, descending: true).By(c => c.Hash);

        public async Task<Page<ChangeModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var changes = db.Changes.AsQueryable();
            if (request.Subject is var (_, subject))
                changes = changes.Where(c => c.SubjectId == subject);
            var caller = call.Caller;
            if (!caller.Is(Role.Auditor) && !await MayReadAsync(request.Subject, cancellationToken))
                changes = changes.Where(c => c.By == caller.Id);
            if (request.By is var (_, by))
                changes = changes.Where(c => c.By == new PersonId(by));
            if (request.From is { } from)
                changes = changes.Where(c => c.At >= from);
            if (request.Until is { } until)
                changes = changes.Where(c => c.At < until);
            return await Newest.PageAsync(changes.Select(ChangeModel.Of), request.Page, cancellationToken);
        }

        private async Task<bool> MayReadAsync((string Type, Guid Id)? subject, CancellationToken cancellationToken)
            => subject is var (type, id) && (api.Entities.TryGetValue(type + ApiBuilder.InFull, out var load) || api.Entities.TryGetValue(type, out load))
                && (await load([id], new(new(new Dictionary<string, object?>()), services, call, Selection.None, cancellationToken))).Count > 0;
    }
}
