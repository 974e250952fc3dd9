using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Import;

/// <summary>What was reached of a cycle's objectives that the caller may read, as files have it: in the order of the tree, each period as last corrected.</summary>
internal static class ExportActuals
{
    private const int ObjectivesAtOnce = 1_000;

    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (cycle, unit, region) = request.Filter;
            return ReadAsync(await mediator.Send(new ObjectivesOfCycle(cycle!.Value, unit, region), cancellationToken), cancellationToken);
        }

        private async IAsyncEnumerable<object?[]> ReadAsync(IReadOnlyList<CodedObjective> objectives, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            foreach (var portion in objectives.Chunk(ObjectivesAtOnce))
            {
                var ids = portion.Select(o => o.Id).ToList();
                var standing = await db.Actuals.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ObjectiveId) && !db.Actuals.Any(c => c.CorrectsId == a.Id)).ToListAsync(cancellationToken);
                var actuals = standing.ToLookup(a => a.ObjectiveId);
                foreach (var objective in portion)
                {
                    foreach (var a in actuals[objective.Id].OrderBy(a => a.Period))
                        yield return [objective.Code, a.Period.ToString(), a.Numerator is null ? a.Value : null, a.Numerator, a.Denominator, a.Note, a.EvidenceUrl];
                }
            }
        }
    }
}
