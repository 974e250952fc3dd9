using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Readying;

/// <summary>A higher leader lets a person commit all the same (S4.1); until he is assessed anew.</summary>
/// <remarks>
/// A higher leader is who stands above the direct superior; where the person or his superior stands at the top, an executive who is neither of the two. Fails with NOT_FOUND, REQUIRED (the reason),
/// FORBIDDEN_BY_STATE (he was not assessed), DUPLICATE.
/// </remarks>
internal static class WaiveReadiness
{
    public sealed record Command(PersonId PersonId, string Reason) : ICommand<PersonId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(Readiness.MaxTextLength, multiline: true);
    }

    public sealed class Rule(DevelopmentSight sight) : IAccessRule<Command>
    {
        public string Field => "personId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => sight.CheckAsync(request.PersonId, to => to.IsHigher, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Readiness.SingleOrDefaultAsync(r => r.PersonId == request.PersonId, cancellationToken) is not { } readiness)
                return new Error(ErrorCode.ForbiddenByState, new("He has not been assessed; there is nothing to waive.", "该人员尚未评估，无需豁免。"), "personId");
            var waived = readiness.Waive(request.Reason, call.Caller.Id, clock.GetUtcNow());
            return waived.IsSuccess ? request.PersonId : Result<PersonId>.Failure(waived.Errors);
        }
    }
}
