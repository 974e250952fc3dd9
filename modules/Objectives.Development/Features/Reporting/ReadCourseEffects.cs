using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Reporting;

internal sealed record TrainingEffectRowModel(CourseId CourseId, string Code, string Title, int People, decimal? AttainmentBefore, decimal? AttainmentAfter);

/// <summary>How far objectives were at their targets before and after the courses that served them (S5.4), of the people whose development the caller may read. The same few statements, however many.</summary>
internal static class ReadCourseEffects
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId) : IQuery<IReadOnlyList<TrainingEffectRowModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator) : IQueryHandler<Query, IReadOnlyList<TrainingEffectRowModel>>
    {
        public async Task<IReadOnlyList<TrainingEffectRowModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!(await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).TryGetValue(request.CycleId, out var cycle))
                throw Reports.NoSuchCycle;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var passed = await (
                from i in db.DevelopmentItems.Where(i => i.CourseId != null && i.Status == DevelopmentItemStatus.Completed)
                join p in db.DevelopmentPlans.Where(p => p.CycleId == request.CycleId) on i.PlanId equals p.Id
                join c in db.Courses on i.CourseId equals c.Id
                select new Passed(c.Id, c.Code, c.Title, i.CompetencyId, i.PersonId, i.ForObjectiveId, i.EndedAt!.Value)).ToListAsync(cancellationToken);
            var readable = (await sight.ReadableAsync(passed.Select(p => p.PersonId), cancellationToken)).ToHashSet();
            passed.RemoveAll(p => !readable.Contains(p.PersonId));
            var needs = (await db.NeededCompetencies.Where(n => n.CycleId == request.CycleId).Select(n => new { n.ObjectiveId, n.CompetencyId }).ToListAsync(cancellationToken)).ToLookup(n => n.CompetencyId, n => n.ObjectiveId);
            var owned = await mediator.Send(new ObjectiveFramesOf([.. passed.SelectMany(p => needs[p.CompetencyId]).Concat(passed.Select(p => p.ForObjectiveId).OfType<ObjectiveId>()).Distinct()]), cancellationToken);
            var served = passed.SelectMany(p => needs[p.CompetencyId].Where(o => owned.TryGetValue(o, out var frame) && frame.OwnerId == p.PersonId).Concat(p.ForObjectiveId is { } planned && owned.ContainsKey(planned) ? [planned] : [])
                .Select(o => (p.CourseId, Objective: o, Month: Period.Of(BusinessClock.DayOf(p.EndedAt, cycle.TimeZone), PeriodGranularity.Month).Start)))
                .GroupBy(s => (s.CourseId, s.Objective)).Select(g => (g.Key.CourseId, g.Key.Objective, TrainedIn: g.Min(s => s.Month))).ToLookup(s => s.CourseId);
            var months = (await mediator.Send(new MonthlyAttainments([.. served.SelectMany(s => s).Select(s => s.Objective).Distinct()]), cancellationToken)).ToLookup(m => m.ObjectiveId);
            return
            [
                .. passed.GroupBy(p => (p.CourseId, p.Code, p.Title)).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g =>
                {
                    var effect = TrainingEffect.Of(served[g.Key.CourseId].SelectMany(s => months[s.Objective].Select(m => (m.Month, s.TrainedIn, m.Attainment))));
                    return new TrainingEffectRowModel(g.Key.CourseId, g.Key.Code, g.Key.Title, g.Select(p => p.PersonId).Distinct().Count(), effect.MeanBefore, effect.MeanAfter);
                }),
            ];
        }

        private sealed record Passed(CourseId CourseId, string Code, string Title, CompetencyId CompetencyId, PersonId PersonId, ObjectiveId? ForObjectiveId, DateTimeOffset EndedAt);
    }
}

/// <inheritdoc cref="ReadCourseEffects"/>
internal static class ExportCourseEffects
{
    public static readonly ReportFile File = new(
        "trainingEffect",
        new Dictionary<string, ReportArgument> { ["cycleId"] = ReportArgument.Text },
        args => new(
            [new("courseId", "课程 ID"), new("courseCode", "课程编码"), new("course", "课程"), new("people", "人数"), new("attainmentBefore", "培训前达成率"), new("attainmentAfter", "培训后达成率")],
            new Query(args.Get<CycleId>("cycleId"))));

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
            => (await mediator.Send(new ReadCourseEffects.Query(request.CycleId), cancellationToken))
                .Select(r => new object?[] { GlobalId.Encode("Course", r.CourseId.Value), r.Code, r.Title, r.People, r.AttainmentBefore, r.AttainmentAfter }).ToAsyncEnumerable();
    }
}
