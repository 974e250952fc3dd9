using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Competencies;

/// <summary>Adds or changes a competency and the names of its levels.</summary>
/// <remarks>Fails with NOT_FOUND, DUPLICATE (code, or a level named twice), LIMIT_EXCEEDED (levels), FORBIDDEN_BY_STATE (a level that is used would go).</remarks>
internal static class SaveCompetency
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(CompetencyId? Id, string Code, string Name, IReadOnlyList<string> Levels) : ICommand<CompetencyId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Competency.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Competency.MaxNameLength);
            RuleFor(c => c.Levels).AtMost(Competency.MaxLevels);
            RuleForEach(c => c.Levels).RequiredText(Competency.MaxNameLength);
            RuleFor(c => c.Levels).Custom((levels, context) =>
            {
                if (levels.Count == 0)
                    context.Fail(ErrorCode.Required, Error.Required(string.Empty).Message);
                else if (levels.GroupBy(l => l.Trim()).FirstOrDefault(g => g.Count() > 1) is { } twice)
                    context.Fail(ErrorCode.Duplicate, new($"{twice.Key} stands for two levels.", $"{twice.Key} 被用于两个等级。"));
            });
        }
    }

    public sealed class Handler(DevelopmentDb db) : ICommandHandler<Command, CompetencyId>
    {
        public async Task<Result<CompetencyId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var competency = request.Id is { } id ? await db.Competencies.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
            if (request.Id is not null && competency is null)
                return Error.NotFound("id");
            if (await db.Competencies.AnyAsync(c => c.Code == request.Code.Trim() && c.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"The code {request.Code.Trim()} is taken.", $"编码 {request.Code.Trim()} 已被使用。"), "code");
            return (await ApplyAsync(db, competency, request, cancellationToken)).Map(c => c.Id);
        }
    }

    /// <summary>Adds a competency, or changes a known one unless a level that is used would go; imports do the same.</summary>
    public static async Task<Result<Competency>> ApplyAsync(DevelopmentDb db, Competency? competency, Command request, CancellationToken cancellationToken)
    {
        if (competency is null)
        {
            competency = Competency.Create(request.Code, request.Name, request.Levels);
            db.Competencies.Add(competency);
            return competency;
        }
        if (request.Levels.Count < competency.Levels.Count && await HighestUsedAsync(db, competency.Id, cancellationToken) is var used && used > request.Levels.Count)
            return new Error(ErrorCode.ForbiddenByState, new($"Level {used} is used: keep at least {used} levels.", $"第 {used} 级已被使用，至少保留 {used} 个等级。"), "levels");
        competency.Change(request.Code, request.Name, request.Levels);
        return competency;
    }

    private static async Task<int> HighestUsedAsync(DevelopmentDb db, CompetencyId id, CancellationToken cancellationToken)
    {
        var used = db.Courses.Where(c => c.CompetencyId == id).Select(c => c.ReachesLevel)
            .Concat(db.Assessments.Where(a => a.CompetencyId == id).Select(a => a.Level))
            .Concat(db.NeededCompetencies.Where(n => n.CompetencyId == id).Select(n => n.Level))
            .Concat(db.DevelopmentItems.Where(i => i.CompetencyId == id).Select(i => i.TargetLevel));
        return await used.MaxAsync(level => (int?)level, cancellationToken) ?? 0;
    }
}
