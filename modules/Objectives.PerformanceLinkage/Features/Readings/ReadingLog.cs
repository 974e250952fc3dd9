using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Readings;

/// <summary>Keeps what auditors read of appraisals and incentives: they see all, and it is seen that they did.</summary>
internal sealed class ReadingLog(IDbContextFactory<PerformanceLinkageDb> dbs, CommandGate gate, CallContext call, BusinessClock clock)
{
    private readonly HashSet<Guid> _kept = [];

    /// <summary>Where an auditor is the caller: that he reads these; of one request each once.</summary>
    /// <param name="subjectType">The entities' name in the API.</param>
    public async Task KeepAsync(string subjectType, IEnumerable<Guid> subjects, CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (!caller.Is(Role.Auditor))
            return;
        List<Guid> read;
        lock (_kept)
            read = [.. subjects.Where(_kept.Add)];
        if (read.Count == 0)
            return;
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.InsertDerivedAsync([.. read.Select(s => new LoggedReading { Id = Guid.CreateVersion7(), ById = caller.Id, At = now, SubjectType = subjectType, SubjectId = s })], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

internal sealed record LoggedReadingModel(Guid Id, DateTimeOffset At, PersonId ById, string SubjectType, Guid SubjectId);

/// <summary>What auditors have read of appraisals and incentives, the newest first.</summary>
internal static class ListReadings
{
    [AllowedTo(Role.Hr, Role.Auditor)]
    public sealed record Query(PageRequest Page) : IQuery<Page<LoggedReadingModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs) : IQueryHandler<Query, Page<LoggedReadingModel>>
    {
        private static readonly Keyset<LoggedReadingModel> Newest = new Keyset<LoggedReadingModel>().By(r => r.At, descending: true).By(r => r.Id, descending: true);

        public async Task<Page<LoggedReadingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await Newest.PageAsync(db.LoggedReadings.Select(r => new LoggedReadingModel(r.Id, r.At, r.ById, r.SubjectType, r.SubjectId)), request.Page, cancellationToken);
        }
    }
}
