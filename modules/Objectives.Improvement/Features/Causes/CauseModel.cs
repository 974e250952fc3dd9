using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Causes;

internal sealed record CauseModel(Guid Id, ImprovementCaseId CaseId, int Ordinal, CauseCategory Category, string Text, CauseId? ParentCauseId, string? Evidence, bool ConfirmedRoot) : IEntityModel
{
    public static readonly Expression<Func<Cause, CauseModel>> Of = c => new((Guid)(object)c.Id, c.CaseId, c.Ordinal, c.Category, c.Text, c.ParentId, c.Evidence, c.ConfirmedRoot);

    public string? ParentId => ParentCauseId is { } parent ? GlobalId.Encode("Cause", parent.Value) : null;
}

internal static class CausesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CauseModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CauseModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CauseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CauseId(id)).ToList();
            var readable = db.Cases.Where(await sight.MayReadAsync(cancellationToken));
            return await db.Causes.Where(x => EF.Parameter(ids).Contains(x.Id) && readable.Any(c => c.Id == x.CaseId)).Select(CauseModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>In the order in which they were found; of cases that the caller has been given.</summary>
internal static class CausesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CauseModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CauseModel>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CauseModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Causes.Where(c => EF.Parameter(request.Ids).Contains(c.CaseId)).Select(CauseModel.Of).ToListAsync(cancellationToken);
            return found.GroupBy(c => c.CaseId).ToDictionary(g => g.Key, g => (IReadOnlyList<CauseModel>)[.. g.OrderBy(c => c.Ordinal)]);
        }
    }
}
