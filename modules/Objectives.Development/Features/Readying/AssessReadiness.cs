using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Readying;

/// <summary>Says whether a person knows enough of management, and of managing himself, to commit to objectives (S4.1).</summary>
/// <remarks>His direct superior or whoever stands above, and HR; nobody of himself. Fails with NOT_FOUND, INVALID (1–5), REQUIRED (evidence).</remarks>
internal static class AssessReadiness
{
    public sealed record Command(PersonId PersonId, int ManagementKnowledge, int SelfManagement, string Evidence) : ICommand<PersonId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ManagementKnowledge).Between(Readiness.Least, Readiness.Most);
            RuleFor(c => c.SelfManagement).Between(Readiness.Least, Readiness.Most);
            RuleFor(c => c.Evidence).RequiredText(Readiness.MaxTextLength, multiline: true);
        }
    }

    public sealed class Rule(DevelopmentSight sight) : IAccessRule<Command>
    {
        public string Field => "personId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => sight.CheckAsync(request.PersonId, to => to.MayJudge, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var readiness = await db.Readiness.SingleOrDefaultAsync(r => r.PersonId == request.PersonId, cancellationToken);
            if (readiness is null)
                db.Readiness.Add(readiness = Readiness.Of(request.PersonId));
            readiness.Assess(request.ManagementKnowledge, request.SelfManagement, request.Evidence, call.Caller.Id, clock.GetUtcNow());
            return request.PersonId;
        }
    }
}
