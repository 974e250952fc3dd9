using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Following;

/// <summary>A superior looks whether later actuals show that the gap is closed (S7.10): if so the case is closed, else countermeasures are to be found anew; or the higher leader accepts it with a reason.</summary>
/// <remarks>
/// By <see cref="VerificationRule"/>; what the actuals show closed needs no acceptance. Fails with NOT_FOUND, REQUIRED (a reason to accept), LIMIT_EXCEEDED, SAME_PERSON_MAY_NOT_DECIDE (the responsible person, the owner),
/// FORBIDDEN_BY_STATE (not done, or nothing is on record since and it is not accepted). Raises <see cref="ImprovementVerified"/>.
/// </remarks>
internal static class VerifyImprovement
{
    public sealed record Command(ImprovementCaseId CaseId, bool? Accept, string? Reason, string? Lessons) : ICommand<ImprovementCaseId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).PlainText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.Lessons).PlainText(ImprovementCase.MaxTextLength, multiline: true);
        }
    }

    public sealed class Rule(CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "caseId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => parties.CheckAsync(request.CaseId, role => role.IsOwner || role.IsResponsible || (request.Accept == true ? role.IsHigher : role.MayLead), cancellationToken);
    }

    public sealed class Handler(ImprovementDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ImprovementCaseId>
    {
        public async Task<Result<ImprovementCaseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
            if (known.CheckVerifiable(call.Caller.Id) is { } refused)
                return refused;
            var key = new EvidenceOf.Key(known.Id, known.CycleId, known.ObjectiveId, known.OpenedAt, known.CompletedAt);
            var evidence = await mediator.Send(new EvidenceOf.Query([key]), cancellationToken);
            var verified = known.Verify(evidence[key], request.Accept == true, request.Reason, request.Lessons, call.Caller.Id, clock.GetUtcNow());
            return verified.IsSuccess ? known.Id : Result<ImprovementCaseId>.Failure(verified.Errors);
        }
    }
}
