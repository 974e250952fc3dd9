using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Causes;

/// <summary>Confirms with evidence that a cause at the end of its chain is a root cause, without which a case does not go on (S7.7).</summary>
/// <remarks>The owner, those above him, the responsible person. Fails with NOT_FOUND, REQUIRED, LIMIT_EXCEEDED, FORBIDDEN_BY_STATE (another why lies under it, or it is decided already), CONFLICT (confirmed already).</remarks>
internal static class ConfirmRootCause
{
    public sealed record Command(ImprovementCaseId CaseId, CauseId CauseId, string Evidence) : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Evidence).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
    }

    public sealed class Rule(CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "caseId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => parties.CheckAsync(request.CaseId, role => role.MayWork, cancellationToken);
    }

    public sealed class Handler(ImprovementDb db) : ICommandHandler<Command, ImprovementCaseId>
    {
        public async Task<Result<ImprovementCaseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
            var confirmed = known.ConfirmRootCause(request.CauseId, request.Evidence);
            return confirmed.IsSuccess ? known.Id : Result<ImprovementCaseId>.Failure(confirmed.Errors);
        }
    }
}
