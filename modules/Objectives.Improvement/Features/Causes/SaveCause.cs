using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Causes;

/// <summary>Adds a cause, as the answer to the why of the one above it, or changes one (S7.7).</summary>
/// <remarks>The owner, those above him, the responsible person. Fails with NOT_FOUND, REQUIRED, LIMIT_EXCEEDED, CYCLE_IN_TREE, FORBIDDEN_BY_STATE (it is decided already; of a confirmed root cause, or under one).</remarks>
internal static class SaveCause
{
    public sealed record Command(ImprovementCaseId CaseId, CauseId? CauseId, CauseCategory Category, string Text, Optional<CauseId?> ParentId, Optional<string?> Evidence) : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.Evidence.Value).PlainText(ImprovementCase.MaxTextLength, multiline: true);
        }
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
            var cause = request.CauseId is { } id ? known.CauseOf(id) : null;
            return known.SaveCause(request.CauseId, new(request.Category, request.Text, request.ParentId.Or(cause?.ParentId), request.Evidence.Or(cause?.Evidence))).Map(_ => known.Id);
        }
    }
}
