using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

internal sealed class ReadDeviationFacts(IDbContextFactory<ExecutionMonitoringDb> dbs) : IRequestHandler<DeviationFactsOf, IReadOnlyDictionary<DeviationId, DeviationFacts>>
{
    public async Task<IReadOnlyDictionary<DeviationId, DeviationFacts>> Handle(DeviationFactsOf request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0)
            return new Dictionary<DeviationId, DeviationFacts>();
        var ids = request.Ids;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Deviations.Where(d => EF.Parameter(ids).Contains(d.Id))
            .Select(d => new DeviationFacts(d.Id, d.ObjectiveId, d.CycleId, d.UnitId, d.OwnerId, d.SupervisorId, d.Description, d.ExternalCause, d.Status == DeviationStatus.Closed))
            .ToDictionaryAsync(d => d.Id, cancellationToken);
    }
}

internal sealed class ReadDeviationsConcerning(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IRequestHandler<DeviationsConcerning, IReadOnlyList<DeviationId>>
{
    public async Task<IReadOnlyList<DeviationId>> Handle(DeviationsConcerning request, CancellationToken cancellationToken)
    {
        var (me, led) = (request.PersonId, (await mediator.Send(new SightOf(request.PersonId), cancellationToken)).LedUnitIds);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Deviations
            .Where(d => d.SupervisorId == me || db.CoordinatedUnits.Any(u => u.DeviationId == d.Id && EF.Parameter(led).Contains(u.UnitId)) || db.Resolutions.Any(r => r.DeviationId == d.Id && r.ResponsibleId == me))
            .Select(d => d.Id).ToListAsync(cancellationToken);
    }
}
