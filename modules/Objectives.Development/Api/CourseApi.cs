using Objectives.Contracts.Development;
using Objectives.Development.Features.Courses;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class CourseApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<CourseModel>("Course", ids => new CoursesById.Query(ids))
            .Reference("competency", "Competency", c => c.CompetencyId.Value)
            .BatchReferences<CourseId, IReadOnlyList<CourseId>>("prerequisites", "Course", c => c.CourseId, ids => new PrerequisitesOf.Query(ids), before => before.Select(b => b.Value));
        api.Query("courses", call => new ListCourses.Query(call.Args.Get<string>("text"), call.Args.Get<CompetencyId?>("competencyId"), call.Page()));
        api.Mutation<SaveCourse.Command, CourseId>("saveCourse", "course");
    }
}
