using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Competencies;

internal sealed record CompetencyModel(CompetencyId CompetencyId, string Code, string Name, IReadOnlyList<string> Levels) : IEntityModel
{
    public static readonly Expression<Func<Competency, CompetencyModel>> Of = c => new(c.Id, c.Code, c.Name, c.Levels);

    public Guid Id => CompetencyId.Value;
}

internal static class CompetenciesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CompetencyModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CompetencyModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CompetencyModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CompetencyId(id)).ToList();
            return await db.Competencies.Where(c => ids.Contains(c.Id)).Select(CompetencyModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

internal static class AllCompetencies
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<CompetencyModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IReadOnlyList<CompetencyModel>>
    {
        public async Task<IReadOnlyList<CompetencyModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Competencies.OrderBy(c => c.Code).Select(CompetencyModel.Of).ToListAsync(cancellationToken);
        }
    }
}
