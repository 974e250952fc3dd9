using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Competencies;

/// <summary>Adds or changes a competency and the names of its levels.</summary>
/// <remarks>Fails with NOT_FOUND, DUPLICATE (code, or a level named twice), LIMIT_EXCEEDED (levels).</remarks>
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
            return Apply(db, competency, request).Id;
        }
    }

    /// <summary>Adds a competency or changes a known one; imports do the same.</summary>
    public static Competency Apply(DevelopmentDb db, Competency? competency, Command request)
    {
        if (competency is null)
            db.Competencies.Add(competency = Competency.Create(request.Code, request.Name, request.Levels));
        competency.Change(request.Code, request.Name, request.Levels);
        return competency;
    }
}
