using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Courses;

/// <summary>Adds or changes a course of the catalogue.</summary>
/// <remarks>Fails with NOT_FOUND, DUPLICATE (code, a prerequisite twice), INVALID (a level that the competency has not), CYCLE_IN_TREE (a course before itself), LIMIT_EXCEEDED.</remarks>
internal static class SaveCourse
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(
        CourseId? Id, string Code, string Title, string Provider, int Hours, CompetencyId CompetencyId, int ReachesLevel, Optional<IReadOnlyList<CourseId>> PrerequisiteIds, bool? MboBasics) : ICommand<CourseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Course.MaxCodeLength);
            RuleFor(c => c.Title).RequiredText(Course.MaxTextLength);
            RuleFor(c => c.Provider).RequiredText(Course.MaxTextLength);
            RuleFor(c => c.Hours).Between(1, Course.MaxHours);
            RuleFor(c => c.PrerequisiteIds.Value).AtMost(Course.MaxPrerequisites);
        }
    }

    public sealed class Handler(DevelopmentDb db) : ICommandHandler<Command, CourseId>
    {
        public async Task<Result<CourseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldCatalogueAsync(cancellationToken);
            var course = request.Id is { } id ? await db.Courses.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
            if (request.Id is not null && course is null)
                return Error.NotFound("id");
            if (await db.Courses.AnyAsync(c => c.Code == request.Code.Trim() && c.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"The code {request.Code.Trim()} is taken.", $"编码 {request.Code.Trim()} 已被使用。"), "code");
            var competency = await db.Competencies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CompetencyId, cancellationToken);
            var graph = await db.CourseGraphAsync(cancellationToken);
            var before = course is null ? [] : await db.CoursePrerequisites.Where(p => p.CourseId == course.Id).ToListAsync(cancellationToken);
            var known = (request.PrerequisiteIds.Value ?? []).ToList();
            var there = known.Count == 0 ? [] : await db.Courses.Where(c => EF.Parameter(known).Contains(c.Id)).Select(c => c.Id).ToHashSetAsync(cancellationToken);
            return Apply(db, course, before, competency, graph, there, request).Map(c => c.Id);
        }
    }

    /// <summary>Checks what a new or known course refers to, and changes it; imports do the same.</summary>
    /// <param name="there">Which of the prerequisites there are.</param>
    public static Result<Course> Apply(
        DevelopmentDb db, Course? course, IReadOnlyList<CoursePrerequisite> before, Competency? competency, CourseGraph graph, IReadOnlySet<CourseId> there, Command request)
    {
        if (competency is null)
            return Error.NotFound("competencyId");
        if (request.ReachesLevel < 1 || request.ReachesLevel > competency.Levels.Count)
            return Error.Invalid("reachesLevel", new($"Between 1 and {competency.Levels.Count}, as {competency.Name} has levels.", $"应在 1 与 {competency.Levels.Count} 之间（{competency.Name} 的等级数）。"));
        if (CheckPrerequisites(course, graph, there, request.PrerequisiteIds.Value ?? []) is { } wrong)
            return wrong;
        if (course is null)
            db.Courses.Add(course = Course.Create(request.Code, request.Title, request.Provider, request.Hours, competency.Id, request.ReachesLevel, request.MboBasics ?? false));
        course.Change(request.Code, request.Title, request.Provider, request.Hours, competency.Id, request.ReachesLevel, request.MboBasics ?? course.MboBasics);
        if (request.PrerequisiteIds.IsGiven)
        {
            var wanted = (request.PrerequisiteIds.Value ?? []).ToHashSet();
            db.CoursePrerequisites.RemoveRange(before.Where(p => !wanted.Contains(p.PrerequisiteId)));
            db.CoursePrerequisites.AddRange(wanted.Except(before.Select(p => p.PrerequisiteId)).Select(p => new CoursePrerequisite { CourseId = course.Id, PrerequisiteId = p }));
            graph.Set(course.Id, wanted);
        }
        return course;
    }

    private static Error? CheckPrerequisites(Course? course, CourseGraph graph, IReadOnlySet<CourseId> there, IReadOnlyList<CourseId> prerequisites)
    {
        var seen = new HashSet<CourseId>();
        foreach (var (i, prerequisite) in prerequisites.Index())
        {
            var field = $"prerequisiteIds.{i}";
            if (!there.Contains(prerequisite))
                return Error.NotFound(field);
            if (!seen.Add(prerequisite))
                return new Error(ErrorCode.Duplicate, new("It is named twice.", "重复列出。"), field);
            if (course is not null && graph.IsCircle(course.Id, prerequisite))
                return new Error(ErrorCode.CycleInTree, new("It follows upon this course, or is this course.", "该课程以本课程为先修，或即本课程。"), field);
        }
        return null;
    }
}
