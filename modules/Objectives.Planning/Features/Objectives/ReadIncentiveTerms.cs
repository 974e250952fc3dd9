using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Objectives;

internal sealed class ReadIncentiveTerms(IDbContextFactory<PlanningDb> dbs)
    : IRequestHandler<IncentiveTerms, IReadOnlyDictionary<CycleId, CycleIncentives>>, IRequestHandler<JointObjectives, IReadOnlyList<JointObjective>>
{
    public async Task<IReadOnlyDictionary<CycleId, CycleIncentives>> Handle(IncentiveTerms request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Cycles.Where(c => EF.Parameter(request.Ids).Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Status, c.Policy.IndividualShareLimit }).ToListAsync(cancellationToken);
        return rows.ToDictionary(c => c.Id, c => new CycleIncentives(c.Id, c.Name, c.Status == CycleStatus.Closed, c.Status is CycleStatus.Appraisal or CycleStatus.Closed, c.IndividualShareLimit));
    }

    public async Task<IReadOnlyList<JointObjective>> Handle(JointObjectives request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Objectives
            .Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn && !o.IsExempt && (o.Level == ObjectiveLevel.Company || (o.Level == ObjectiveLevel.Team && EF.Parameter(request.Units).Contains(o.UnitId))))
            .Select(o => new { o.ObjectiveId, o.UnitId, o.Level }).ToListAsync(cancellationToken);
        return rows.ConvertAll(o => new JointObjective(o.ObjectiveId, o.UnitId, o.Level == ObjectiveLevel.Company));
    }
}
