using FluentValidation;
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

/// <summary>
/// Fills a person's plan from the gaps about which nothing is planned (S5.4, S5.7.2): the courses that take the fewest hours, in time and each after those that it follows upon; else coaching by
/// his direct superior, or on the job where he has none. What is planned already is left as it is.
/// </summary>
/// <remarks>Himself, those above him, HR. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (the cycle is closed or over), LIMIT_EXCEEDED.</remarks>
internal static class ProposeDevelopmentPlan
{
    public sealed record Command(PersonId PersonId, CycleId CycleId) : ICommand<DevelopmentPlanId>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Rule(DevelopmentSight sight) : IAccessRule<Command>
    {
        public string Field => "personId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => sight.CheckAsync(request.PersonId, to => to.IsParty, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, PlanRights rights, IMediator mediator) : ICommandHandler<Command, DevelopmentPlanId>
    {
        public async Task<Result<DevelopmentPlanId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var calendars = await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken);
            if (PlanRights.CheckCycle(calendars, request.CycleId) is { } closed)
                return closed;
            var cycle = calendars[request.CycleId];
            if (cycle.Today > cycle.End)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is over: nothing would be in time.", "该周期已结束，来不及安排。"), "cycleId");
            var plan = await rights.PlanOfAsync(request.PersonId, request.CycleId, cancellationToken);
            var gaps = await OpenGapsAsync(request, cycle, cancellationToken);
            if (gaps.Count == 0)
                return plan.Id;
            var steps = PlanProposal.For(gaps, await db.OffersAsync(cancellationToken), await LearnerAsync(request.PersonId, cancellationToken), cycle.Today, cycle.End);
            if (await db.DevelopmentItems.CountAsync(i => i.PlanId == plan.Id, cancellationToken) + steps.Count > DevelopmentPlan.MaxItems)
                return new Error(ErrorCode.LimitExceeded, new($"A plan holds at most {DevelopmentPlan.MaxItems} items.", $"一份发展计划最多 {DevelopmentPlan.MaxItems} 项。"));
            var coach = (await mediator.Send(new Superiors([request.PersonId]), cancellationToken)).GetValueOrDefault(request.PersonId) is [var direct, ..] ? direct : (PersonId?)null;
            var names = await NamesAsync(steps, cancellationToken);
            foreach (var step in steps)
                db.DevelopmentItems.Add(DevelopmentItem.Of(plan, TermsOf(step, coach, names)));
            plan.TellOfGaps();
            return plan.Id;
        }

        /// <summary>Of each competency the highest level that any objective needs.</summary>
        private async Task<IReadOnlyList<OpenGap>> OpenGapsAsync(Command request, CycleCalendar cycle, CancellationToken cancellationToken)
        {
            var needy = await db.ObjectiveNeeds.Where(n => n.CycleId == request.CycleId).Select(n => n.ObjectiveId).ToListAsync(cancellationToken);
            var frames = await mediator.Send(new ObjectiveFramesOf(needy), cancellationToken);
            var own = frames.Values.Where(o => o.OwnerId == request.PersonId && !o.IsOver).ToDictionary(o => o.Id, o => o.OwnerId);
            var gaps = await db.GapsAsync(own, _ => cycle.End, cancellationToken);
            return [.. gaps.Where(g => !g.Planned).GroupBy(g => g.Need.CompetencyId)
                .Select(g => g.OrderByDescending(x => x.Need.Level).ThenBy(x => frames[x.Need.ObjectiveId].Code, StringComparer.Ordinal).First())
                .Select(g => new OpenGap(new(g.Need.CompetencyId, g.Need.Level), g.Need.ObjectiveId))];
        }

        private async Task<Learner> LearnerAsync(PersonId person, CancellationToken cancellationToken)
        {
            var levels = await db.LevelsInForceAsync([person], cancellationToken);
            var courses = await db.DevelopmentItems.Where(i => i.PersonId == person && i.CourseId != null).Select(i => new { i.CourseId, i.Status, i.Due }).ToListAsync(cancellationToken);
            return new(
                levels.ToDictionary(l => l.Key.Item2, l => l.Value.Level),
                courses.Where(c => c.Status == DevelopmentItemStatus.Completed).Select(c => c.CourseId!.Value).ToHashSet(),
                courses.Where(c => c.Status is DevelopmentItemStatus.Planned or DevelopmentItemStatus.InProgress).GroupBy(c => c.CourseId!.Value).ToDictionary(g => g.Key, g => g.Min(c => c.Due)));
        }

        private async Task<IReadOnlyDictionary<CompetencyId, string>> NamesAsync(IReadOnlyList<ProposedStep> steps, CancellationToken cancellationToken)
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
}
