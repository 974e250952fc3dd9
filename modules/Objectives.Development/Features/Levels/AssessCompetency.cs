using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Levels;

/// <summary>Says at which level of a competency a person is; what was said before is kept (S5.7.2).</summary>
/// <remarks>
/// SELF by the person himself; LEADER by his direct superior or whoever stands above; TEST and TRAINING by HR, of others. Fails with NOT_FOUND, INVALID (a level that the competency has not), REQUIRED (evidence, unless it
/// is of oneself), SAME_PERSON_MAY_NOT_DECIDE.
/// </remarks>
internal static class AssessCompetency
{
    public sealed record Command(PersonId PersonId, CompetencyId CompetencyId, int Level, CompetencySource Source, string? Evidence) : ICommand<PersonId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Level).Between(0, Competency.MaxLevels);
            When(c => c.Source == CompetencySource.Self, () => RuleFor(c => c.Evidence).PlainText(Assessment.MaxEvidenceLength, multiline: true))
                .Otherwise(() => RuleFor(c => c.Evidence).RequiredText(Assessment.MaxEvidenceLength, multiline: true));
        }
    }

    public sealed class Rule(DevelopmentSight sight) : IAccessRule<Command>
    {
        public string Field => "personId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => sight.CheckAsync(request.PersonId, to => request.Source switch
        {
            CompetencySource.Self => to.IsSelf,
            CompetencySource.Leader => to.IsAbove,
            _ => to.IsHr,
        }, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Source != CompetencySource.Self && request.PersonId == call.Caller.Id)
                return new Error(ErrorCode.SamePersonMayNotDecide, new("Someone else of HR records it of you.", "您本人的结果应由人力资源部其他人员登记。"), "personId");
            if (await db.Competencies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CompetencyId, cancellationToken) is not { } competency)
                return Error.NotFound("competencyId");
            if (request.Level > competency.Levels.Count)
                return Error.Invalid("level", new($"Between 0 and {competency.Levels.Count}, as {competency.Name} has levels.", $"应在 0 与 {competency.Levels.Count} 之间（{competency.Name} 的等级数）。"));
            db.Assessments.Add(Assessment.Give(request.PersonId, competency.Id, request.Level, request.Source, request.Evidence, call.Caller.Id, clock.GetUtcNow()));
            return request.PersonId;
        }
    }
}
