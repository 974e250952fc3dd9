using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Needs;

internal sealed record NeedModel(CompetencyId CompetencyId, int Level);

/// <summary>What objectives need, by the competencies' codes; of those of which the caller may read all.</summary>
internal static class NeedsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Ids) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<NeedModel>>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<NeedModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<NeedModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = await mediator.Send(new ReadableObjectives(request.Ids), cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var needs = await (
                from n in db.NeededCompetencies.Where(n => EF.Parameter(ids).Contains(n.ObjectiveId))
                join c in db.Competencies on n.CompetencyId equals c.Id
                orderby c.Code
                select new { n.ObjectiveId, n.CompetencyId, n.Level }).ToListAsync(cancellationToken);
            return needs.GroupBy(n => n.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<NeedModel>)[.. g.Select(n => new NeedModel(n.CompetencyId, n.Level))]);
        }
    }
}
