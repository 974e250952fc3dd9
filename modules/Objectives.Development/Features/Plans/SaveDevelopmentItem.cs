using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Development.Features.Plans;

/// <summary>Adds something to a person's plan, or changes it while it is open.</summary>
/// <remarks>
/// Himself, those above him, HR. Fails with NOT_FOUND, REQUIRED (the course of a COURSE, the coach of COACHING), INVALID (a course or coach of another kind of item, a course of another competency or a lower level, a level that the
/// competency has not, oneself as coach, another's objective, a new due date that is past or after the cycle), FORBIDDEN_BY_STATE (it has ended, or the cycle is closed), LIMIT_EXCEEDED.
/// </remarks>
internal static class SaveDevelopmentItem
{
    public sealed record Command(
        DevelopmentItemId? Id, PersonId PersonId, CycleId CycleId, DevelopmentItemKind Kind, string Title, Optional<CourseId?> CourseId, Optional<PersonId?> CoachId, CompetencyId CompetencyId, int TargetLevel,
        Optional<ObjectiveId?> ForObjectiveId, DateOnly Due) : ICommand<DevelopmentPlanId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).RequiredText(DevelopmentItem.MaxTitleLength);
            RuleFor(c => c.TargetLevel).Between(1, Competency.MaxLevels);
        }
    }

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
            var plan = await rights.PlanOfAsync(request.PersonId, request.CycleId, cancellationToken);
            var item = request.Id is { } id ? await db.DevelopmentItems.SingleOrDefaultAsync(i => i.Id == id && i.PlanId == plan.Id, cancellationToken) : null;
            if (request.Id is not null && item is null)
                return Error.NotFound("id");
            var terms = new ItemTerms(
                request.Kind, request.Title, KeptFor(DevelopmentItemKind.Course, request.Kind, request.CourseId, item?.CourseId), KeptFor(DevelopmentItemKind.Coaching, request.Kind, request.CoachId, item?.CoachId), request.CompetencyId,
                request.TargetLevel, request.ForObjectiveId.Or(item?.ForObjectiveId), request.Due);
            if (CheckDue(calendars[request.CycleId], terms.Due, item?.Due) is { } badDay)
                return badDay;
            if (await CheckLearningAsync(terms, cancellationToken) is { } badCourse)
                return badCourse;
            if (await CheckPeopleAsync(terms, item, request, cancellationToken) is { } badReference)
                return badReference;
            if (item is not null)
            {
                var changed = item.Change(terms);
                if (!changed.IsSuccess)
                    return Result<DevelopmentPlanId>.Failure(changed.Errors);
            }
            else
            {
                if (await db.DevelopmentItems.CountAsync(i => i.PlanId == plan.Id, cancellationToken) >= DevelopmentPlan.MaxItems)
                    return new Error(ErrorCode.LimitExceeded, new($"A plan holds at most {DevelopmentPlan.MaxItems} items.", $"一份发展计划最多 {DevelopmentPlan.MaxItems} 项。"));
                db.DevelopmentItems.Add(DevelopmentItem.Of(plan, terms));
            }
            plan.TellOfGaps();
            return plan.Id;
        }

        /// <summary>What is left out stays, unless the item is now of a kind that has none.</summary>
        private static T? KeptFor<T>(DevelopmentItemKind of, DevelopmentItemKind kind, Optional<T?> given, T? current)
            where T : struct
            => given.IsGiven || kind == of ? given.Or(current) : null;

        private static Error? CheckDue(CycleCalendar cycle, DateOnly due, DateOnly? current)
        {
            if (due == current)
                return null;
            if (due < cycle.Today)
                return Error.Invalid("due", new($"Not before today, {cycle.Today.InEnglish()}.", $"不能早于今天（{cycle.Today.InChinese()}）。"));
            return due > cycle.End ? Error.Invalid("due", new($"Not after the cycle's last day, {cycle.End.InEnglish()}.", $"不能晚于周期最后一天（{cycle.End.InChinese()}）。")) : null;
        }

        private async Task<Error?> CheckLearningAsync(ItemTerms terms, CancellationToken cancellationToken)
        {
            if (await db.Competencies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == terms.CompetencyId, cancellationToken) is not { } competency)
                return Error.NotFound("competencyId");
            if (terms.TargetLevel > competency.Levels.Count)
                return Error.Invalid("targetLevel", new($"Between 1 and {competency.Levels.Count}, as {competency.Name} has levels.", $"应在 1 与 {competency.Levels.Count} 之间（{competency.Name} 的等级数）。"));
            if (terms.Kind != DevelopmentItemKind.Course)
                return terms.CourseId is null ? null : Error.Invalid("courseId", new("Only a COURSE has one.", "仅课程类项目可填写。"));
            if (terms.CourseId is not { } id)
                return Error.Required("courseId");
            if (await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } course)
                return Error.NotFound("courseId");
            if (course.CompetencyId != competency.Id)
                return Error.Invalid("competencyId", new("The course teaches another competency.", "该课程对应的是另一项能力。"));
            return terms.TargetLevel > course.ReachesLevel ? Error.Invalid("targetLevel", new($"The course reaches level {course.ReachesLevel}.", $"该课程只能达到第 {course.ReachesLevel} 级。")) : null;
        }

        private async Task<Error?> CheckPeopleAsync(ItemTerms terms, DevelopmentItem? item, Command request, CancellationToken cancellationToken)
        {
            if (terms.Kind == DevelopmentItemKind.Coaching && terms.CoachId is null)
                return Error.Required("coachId");
            if (terms.CoachId is { } coach)
            {
                if (terms.Kind != DevelopmentItemKind.Coaching)
                    return Error.Invalid("coachId", new("Only COACHING has one.", "仅辅导类项目可填写。"));
                if (coach == request.PersonId)
                    return Error.Invalid("coachId", new("Somebody else coaches.", "辅导人应为他人。"));
                if (coach != item?.CoachId && !(await mediator.Send(new Whereabouts([coach], [], [], [], [], []), cancellationToken)).SuperiorOf.ContainsKey(coach))
                    return Error.NotFound("coachId");
            }
            if (terms.ForObjectiveId is not { } objective || objective == item?.ForObjectiveId)
                return null;
            if (!(await mediator.Send(new ObjectiveFramesOf([objective]), cancellationToken)).TryGetValue(objective, out var frame) || frame.OwnerId != request.PersonId)
                return Error.NotFound("forObjectiveId");
            return frame.CycleId == request.CycleId && !frame.IsOver ? null : Error.Invalid("forObjectiveId", new("It is of another cycle, or was withdrawn.", "该目标属于其他周期，或已撤销。"));
        }
    }
}
