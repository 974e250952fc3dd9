using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Effect;

internal sealed record TrainingEffectModel(CycleId CycleId, CompetencyId CompetencyId, int People, int Objectives, int PointsBefore, int PointsAfter, decimal? MeanBefore, decimal? MeanAfter)
{
    public string Caution => new Text(
        "These are means of months before and after, of whoever happened to be trained. Seasons, other measures and who was chosen play a part: they do not show that the training was the cause.",
        "以上为培训前后各月的平均值，且仅限恰好参加培训的人员。季节、其他措施以及人员选择都会产生影响，不能据此认定培训是原因。").ToString();
}

/// <summary>
/// How far the objectives that need a competency were at their targets before and after their owners had passed what was to bring it (S5.4): of whoever passed something of the cycle's plans, from the first that
/// he passed on.
/// </summary>
internal static class ReadTrainingEffect
{
    [AllowedTo(Role.Hr, Role.Executive, Role.Auditor)]
    public sealed record Query(CycleId CycleId, CompetencyId CompetencyId) : IQuery<TrainingEffectModel?>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, IMediator mediator) : IQueryHandler<Query, TrainingEffectModel?>
    {
        public async Task<TrainingEffectModel?> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if (!(await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).TryGetValue(request.CycleId, out var cycle) || !await db.Competencies.AnyAsync(c => c.Id == request.CompetencyId, cancellationToken))
                return null;
            var passed = await (
                from i in db.DevelopmentItems.Where(i => i.CompetencyId == request.CompetencyId && i.Status == DevelopmentItemStatus.Completed)
                join p in db.DevelopmentPlans.Where(p => p.CycleId == request.CycleId) on i.PlanId equals p.Id
                select new { i.PersonId, i.EndedAt }).ToListAsync(cancellationToken);
            var trainedIn = passed.GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => Period.Of(BusinessClock.DayOf(g.Min(p => p.EndedAt!.Value), cycle.TimeZone), PeriodGranularity.Month).Start);
            var needy = await db.NeededCompetencies.Where(n => n.CompetencyId == request.CompetencyId && n.CycleId == request.CycleId).Select(n => n.ObjectiveId).ToListAsync(cancellationToken);
            var owned = (await mediator.Send(new ObjectiveFramesOf(needy), cancellationToken)).Values.Where(o => trainedIn.ContainsKey(o.OwnerId)).ToDictionary(o => o.Id, o => o.OwnerId);
            var months = await mediator.Send(new MonthlyAttainments([.. owned.Keys]), cancellationToken);
            var effect = TrainingEffect.Of(months.Select(m => (m.Month, trainedIn[owned[m.ObjectiveId]], m.Attainment)));
            return new(request.CycleId, request.CompetencyId, trainedIn.Count, owned.Count, effect.PointsBefore, effect.PointsAfter, effect.MeanBefore, effect.MeanAfter);
        }
    }
}
