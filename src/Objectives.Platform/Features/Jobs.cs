using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features;

public sealed record JobModel(Guid Id, string Kind, JobStatus Status, int Done, int? Total, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Error, string? Outcome) : IEntityModel;

/// <summary>Jobs of the caller; administrators see everyone's.</summary>
public static class JobsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, JobModel>>;

    public sealed class Handler(IDbContextFactory<PlatformDb> dbs, CallContext call, JobRunner runner) : IQueryHandler<Query, IReadOnlyDictionary<Guid, JobModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, JobModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (all, me) = (call.Caller.Is(Role.Administrator), call.Caller.Id.Value);
            return await db.Jobs.Where(j => request.Ids.Contains(j.Id) && (all || j.OwnerId == me))
                .Select(j => new JobModel(j.Id, j.Kind, j.Status, j.Done, j.Total, j.StartedAt, j.FinishedAt, j.Error, j.Outcome))
                .ToDictionaryAsync(j => j.Id, j => j.FinishedAt is null && runner.ProgressOf(j.Id) is var (done, total) ? j with { Done = done, Total = total } : j, cancellationToken);
        }
    }
}

/// <summary>Asks a job to stop. What it has not yet written it will not write.</summary>
public static class CancelJob
{
    public sealed record Command(JobId JobId) : ICommand<JobId>, IWithoutTransaction;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.JobId).NotEmpty();
    }

    public sealed class Rule(PlatformDb db) : IAccessRule<Command>
    {
        public string Field => "jobId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.Jobs.AnyAsync(j => j.Id == request.JobId.Value && (j.OwnerId == caller.Id.Value || caller.Roles.Contains(Role.Administrator)), cancellationToken)
                ? Access.Granted
                : Access.NotFound;
    }

    public sealed class Handler(PlatformDb db, JobRunner runner) : ICommandHandler<Command, JobId>
    {
        public async Task<Result<JobId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var status = await db.Jobs.Where(j => j.Id == request.JobId.Value).Select(j => j.Status).SingleAsync(cancellationToken);
            if (status is not (JobStatus.Queued or JobStatus.Running))
                return new Error(ErrorCode.ForbiddenByState, new("The job has ended.", "任务已结束。"), "jobId");
            await runner.CancelAsync(request.JobId, cancellationToken);
            return request.JobId;
        }
    }
}

internal static class JobProgress
{
    /// <summary>The job at once, then each time it has come further, until it has ended.</summary>
    public static async Task<IAsyncEnumerable<object>> OpenAsync(FieldCall call)
    {
        var id = call.Args.Get<JobId>("jobId");
        if (!(await call.SendAsync(new JobsById.Query([id.Value]))).ContainsKey(id.Value))
            throw new ApiException(ApiErrorCode.NotFound, new("There is no such job, or you may not see it.", "该任务不存在，或您无权查看。"));
        return FollowAsync(call, id, call.Services.GetRequiredService<LiveUpdates>(), call.Cancellation);
    }

    private static async IAsyncEnumerable<object> FollowAsync(FieldCall call, JobId id, LiveUpdates live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = live.Listen();
        JobModel? last = null;
        while ((await call.SendAfreshAsync(new JobsById.Query([id.Value]))).TryGetValue(id.Value, out var job))
        {
            if (job != last)
                yield return job;
            if (job.FinishedAt is not null)
                yield break;
            last = job;
            await NextAsync(listener, id, cancellationToken);
        }
    }

    /// <summary>Waits for news of the job, but looks again after a while: another program may be the one that runs it.</summary>
    private static async Task NextAsync(LiveUpdates.Listener listener, JobId id, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            while (await listener.ReadAsync(wait.Token) is not JobProgressed { JobId: var changed } || changed != id)
            {
                // Another job's.
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look.
        }
    }
}
