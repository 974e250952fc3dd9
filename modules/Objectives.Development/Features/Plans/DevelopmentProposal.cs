using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Features.Courses;
using Objectives.Development.Features.Gaps;
using Objectives.Development.Features.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Plans;

/// <summary>What is to be done about the gaps of a person for which nothing is planned.</summary>
internal sealed class DevelopmentProposal(IMediator mediator)
{
    /// <remarks>Nothing once the cycle is over: it would not be in time.</remarks>
    public async Task<IReadOnlyList<ItemTerms>> ForAsync(DevelopmentDb db, PersonId person, CycleId cycleId, CycleCalendar cycle, CancellationToken cancellationToken)
    {
        if (cycle.Today > cycle.End)
            return [];
        var gaps = await OpenGapsAsync(db, person, cycleId, cycle, cancellationToken);
        if (gaps.Count == 0)
            return [];
        var steps = PlanProposal.For(gaps, await db.OffersAsync(cancellationToken), await LearnerAsync(db, person, cancellationToken), cycle.Today, cycle.End);
        var coach = (await mediator.Send(new Superiors([person]), cancellationToken)).GetValueOrDefault(person) is [var direct, ..] ? direct : (PersonId?)null;
        var names = await NamesAsync(db, steps, cancellationToken);
        return [.. steps.Select(step => TermsOf(step, coach, names))];
    }

    /// <summary>Of each competency the highest level that any objective needs.</summary>
    private async Task<IReadOnlyList<OpenGap>> OpenGapsAsync(DevelopmentDb db, PersonId person, CycleId cycleId, CycleCalendar cycle, CancellationToken cancellationToken)
    {
        var needy = await db.ObjectiveNeeds.Where(n => n.CycleId == cycleId).Select(n => n.ObjectiveId).ToListAsync(cancellationToken);
        var frames = await mediator.Send(new ObjectiveFramesOf(needy), cancellationToken);
        var own = frames.Values.Where(o => o.OwnerId == person && !o.IsOver).ToDictionary(o => o.Id, o => o.OwnerId);
        var gaps = await db.GapsAsync(own, _ => cycle.End, cancellationToken);
        return [.. gaps.Where(g => !g.Planned).GroupBy(g => g.Need.CompetencyId)
            .Select(g => g.OrderByDescending(x => x.Need.Level).ThenBy(x => frames[x.Need.ObjectiveId].Code, StringComparer.Ordinal).First())
            .Select(g => new OpenGap(new(g.Need.CompetencyId, g.Need.Level), g.Need.ObjectiveId))];
    }

    private static async Task<Learner> LearnerAsync(DevelopmentDb db, PersonId person, CancellationToken cancellationToken)
    {
        var levels = await db.LevelsInForceAsync([person], cancellationToken);
        var courses = await db.DevelopmentItems.Where(i => i.PersonId == person && i.CourseId != null).Select(i => new { i.CourseId, i.Status, i.Due }).ToListAsync(cancellationToken);
        return new(
            levels.ToDictionary(l => l.Key.Item2, l => l.Value.Level),
            courses.Where(c => c.Status == DevelopmentItemStatus.Completed).Select(c => c.CourseId!.Value).ToHashSet(),
            courses.Where(c => c.Status is DevelopmentItemStatus.Planned or DevelopmentItemStatus.InProgress).GroupBy(c => c.CourseId!.Value).ToDictionary(g => g.Key, g => g.Min(c => c.Due)));
    }

    private static async Task<IReadOnlyDictionary<CompetencyId, string>> NamesAsync(DevelopmentDb db, IReadOnlyList<ProposedStep> steps, CancellationToken cancellationToken)
    {
        var ids = steps.Select(s => s.Gap.Goal.CompetencyId).Distinct().ToList();
        return await db.Competencies.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
    }

    private static ItemTerms TermsOf(ProposedStep step, PersonId? coach, IReadOnlyDictionary<CompetencyId, string> names)
    {
        var (gap, name) = (step.Gap, names[step.Gap.Goal.CompetencyId]);
        if (step.Course is { } course)
            return new(DevelopmentItemKind.Course, course.Title, course.Id, null, course.CompetencyId, course.ReachesLevel, gap.ObjectiveId, step.Due);
        return coach is { } by
            ? new(DevelopmentItemKind.Coaching, Cut(new Text($"Coaching: {name}", $"辅导：{name}")), null, by, gap.Goal.CompetencyId, gap.Goal.Level, gap.ObjectiveId, step.Due)
            : new(DevelopmentItemKind.OnTheJob, Cut(new Text($"On the job: {name}", $"在岗实践：{name}")), null, null, gap.Goal.CompetencyId, gap.Goal.Level, gap.ObjectiveId, step.Due);
    }

    private static string Cut(Text text) => text.ToString() is { Length: > DevelopmentItem.MaxTitleLength } title ? title[..DevelopmentItem.MaxTitleLength] : text.ToString();
}

/// <summary>What would be proposed; nothing for those who may not plan it.</summary>
internal static class ReadDevelopmentProposal
{
    [AllowedToEveryone]
    public sealed record Query(PersonId PersonId, CycleId CycleId) : IQuery<IReadOnlyList<ItemTerms>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentProposal proposal, DevelopmentSight sight, IMediator mediator) : IQueryHandler<Query, IReadOnlyList<ItemTerms>>
    {
        public async Task<IReadOnlyList<ItemTerms>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!(await sight.RelationToAsync(request.PersonId, cancellationToken)).IsParty)
                return [];
            if (!(await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).TryGetValue(request.CycleId, out var cycle) || cycle.IsClosed)
                return [];
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await proposal.ForAsync(db, request.PersonId, request.CycleId, cycle, cancellationToken);
        }
    }
}
