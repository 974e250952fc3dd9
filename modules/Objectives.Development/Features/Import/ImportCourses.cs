using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Features.Courses;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Import;

/// <summary>Courses from a file, by their codes; what they follow upon by codes, one a line, in whatever order the rows stand.</summary>
internal static class ImportCourses
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "课程编码"),
        new("title", "课程名称"),
        new("provider", "提供方"),
        new("hours", "学时") { IsText = false },
        new("competencyCode", "能力编码") { Input = "competencyId" },
        new("reachesLevel", "达到等级") { IsText = false },
        new("prerequisiteCodes", "先修课程编码") { Input = "prerequisiteIds" },
        new("mboBasics", "目标管理基础") { IsText = false },
    ];

    [AllowedTo(Role.Hr)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(DevelopmentDb db, ImportEngine engine, IValidator<SaveCourse.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(DevelopmentDb db, IValidator<SaveCourse.Command> validator) : SavingImporter<Course, SaveCourse.Command>(db, validator)
    {
        private readonly Lookup<Competency> _competencies = new();
        private readonly Dictionary<string, CourseId> _courses = [];
        private CourseGraph _graph = new([]);
        private ILookup<CourseId, CoursePrerequisite> _before = Array.Empty<CoursePrerequisite>().ToLookup(p => p.CourseId);

        public override async Task StartAsync(CancellationToken cancellationToken)
        {
            await db.HoldCatalogueAsync(cancellationToken);
            _graph = await db.CourseGraphAsync(cancellationToken);
            foreach (var course in await db.Courses.Select(c => new { c.Code, c.Id }).ToListAsync(cancellationToken))
                _courses[course.Code] = course.Id;
        }

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            await ReadKnownAsync(db.Courses, c => c.Code, rows, cancellationToken);
            await ReadAsync(_competencies, db.Competencies, c => c.Code, rows, "competencyCode", cancellationToken);
            var ids = Known.All.Select(c => c.Id).ToList();
            _before = (await db.CoursePrerequisites.Where(p => EF.Parameter(ids).Contains(p.CourseId)).ToListAsync(cancellationToken)).ToLookup(p => p.CourseId);
            var unnamed = Known.All.Select(c => c.CompetencyId).Except(_competencies.All.Select(c => c.Id)).ToList();
            foreach (var competency in unnamed.Count == 0 ? [] : await db.Competencies.Where(c => EF.Parameter(unnamed).Contains(c.Id)).ToListAsync(cancellationToken))
                _competencies.Add(competency.Code, competency);
        }

        protected override SaveCourse.Command CommandOf(ImportRow row, Course? known)
        {
            var competency = Demand(row, "competencyCode", _competencies, c => c.Id, known?.CompetencyId);
            var (hours, level) = (Whole(row, "hours", known?.Hours), Whole(row, "reachesLevel", known?.ReachesLevel));
            return new(known?.Id, KeyOf(row)!, Text(row, "title", known?.Title), Text(row, "provider", known?.Provider), hours, competency, level, default, row.YesNo("mboBasics"));
        }

        /// <summary>What it follows upon may stand further down in the file.</summary>
        protected override Task<Result<Course>> SaveAsync(Course? known, SaveCourse.Command command, ImportRow row, CancellationToken cancellationToken)
        {
            var codes = row.Entries("prerequisiteCodes");
            if (codes?.FirstOrDefault(c => !_courses.ContainsKey(c)) is { } missing)
                return Task.FromResult<Result<Course>>(Error.Invalid("prerequisiteIds", new($"There is no {missing}.", $"“{missing}”不存在。")));
            var before = known is null ? [] : _before[known.Id].ToList();
            var wanted = codes?.Select(c => _courses[c]).ToList();
            var isOther = wanted is not null && !wanted.ToHashSet().SetEquals(before.Select(p => p.PrerequisiteId));
            var whole = command with { PrerequisiteIds = isOther ? new(wanted) : default };
            var saved = SaveCourse.Apply(db, known, before, _competencies.All.FirstOrDefault(c => c.Id == command.CompetencyId), _graph, _courses.Values.ToHashSet(), whole);
            if (saved.IsSuccess)
                _courses[saved.Value.Code] = saved.Value.Id;
            return Task.FromResult(saved);
        }
    }
}
