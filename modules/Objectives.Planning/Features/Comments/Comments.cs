using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Comments;

internal sealed record CommentModel(Guid Id, ObjectiveId SubjectId, DateTimeOffset At, PersonId ById, string Text, IReadOnlyList<Guid> Mentioned) : IEntityModel;

internal static class CommentProjection
{
    public static IQueryable<CommentModel> ToModels(this IQueryable<Comment> comments)
        => comments.Where(c => c.RemovedAt == null).Select(c => new CommentModel((Guid)(object)c.Id, c.SubjectId, c.At, c.ById, c.Text, c.Mentions));

    public static CommentModel ToModel(Comment comment) => new(comment.Key, comment.SubjectId, comment.At, comment.ById, comment.Text, comment.Mentions);
}

internal static class CommentsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CommentModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CommentModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CommentModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CommentId(id)).ToList();
            var readable = db.Objectives.Where(sight.MayRead<Objective>());
            return await db.Comments.Where(c => ids.Contains(c.Id) && readable.Any(o => o.ObjectiveId == c.SubjectId)).ToModels().ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>What was said about an objective, the oldest first.</summary>
internal static class CommentsOf
{
    [AllowedToEveryone]
    public sealed record Query(ObjectiveId Subject, PageRequest Page) : IQuery<Page<CommentModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, Page<CommentModel>>
    {
        private static readonly Keyset<CommentModel> Oldest = new Keyset<CommentModel>().By(c => c.At).By(c => c.Id);

        public async Task<Page<CommentModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var readable = db.Objectives.Where(sight.MayRead<Objective>());
            return await Oldest.PageAsync(db.Comments.Where(c => c.SubjectId == request.Subject && readable.Any(o => o.ObjectiveId == c.SubjectId)).ToModels(), request.Page, cancellationToken);
        }
    }
}

/// <summary>Says something about an objective; people named as @name are mentioned.</summary>
internal static class WriteComment
{
    public sealed record Command(ObjectiveId SubjectId, string Text) : ICommand<CommentId>, IAddsOnly;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).RequiredText(Comment.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "subjectId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayReadAsync(request.SubjectId, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, IMediator mediator, ObjectiveRule rule, CallContext call, BusinessClock clock) : ICommandHandler<Command, CommentId>
    {
        public async Task<Result<CommentId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentions = await mediator.Send(new PeopleMentioned(request.Text), cancellationToken);
            var comment = Comment.Write(rule.Granted, call.Caller.Id, request.Text, mentions, clock.GetUtcNow());
            db.AddAlone(comment);
            call.Written[comment.Key] = CommentProjection.ToModel(comment);
            return comment.Id;
        }
    }
}

/// <summary>Takes an own comment back; its history stays.</summary>
internal static class RemoveComment
{
    public sealed record Command(CommentId Id, long? ExpectedVersion, string? Reason) : ICommand<CommentId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var comment = await db.Comments.Where(c => c.Id == request.Id).Select(c => new { c.ById, c.SubjectId, c.RemovedAt }).SingleOrDefaultAsync(cancellationToken);
            if (comment is null || (comment.RemovedAt is not null && comment.ById != caller.Id) || await rule.MayReadAsync(comment.SubjectId, cancellationToken) != Access.Granted)
                return Access.NotFound;
            return comment.ById == caller.Id ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, ObjectiveRule rule, BusinessClock clock) : ICommandHandler<Command, CommentId>
    {
        public async Task<Result<CommentId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var comment = await db.Comments.SingleAsync(c => c.Id == request.Id, cancellationToken);
            if (comment.RemovedAt is not null)
                return Error.NotFound("id");
            if (comment.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            comment.Remove(rule.Granted, clock.GetUtcNow());
            return comment.Id;
        }
    }
}
