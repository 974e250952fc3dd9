using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Causes;

/// <summary>Takes out a cause that was a wrong track; it stays in the case's history.</summary>
/// <remarks>The owner, those above him, the responsible person. Fails with NOT_FOUND, CONFLICT, FORBIDDEN_BY_STATE (another why lies under it, a countermeasure deals with it, or it is decided already).</remarks>
internal static class RemoveCause
{
    public sealed record Command(CauseId Id, long? ExpectedVersion, string? Reason) : ICommand<CauseId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(ImprovementCase.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ImprovementDb db, CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.Causes.Where(c => c.Id == request.Id).Select(c => (ImprovementCaseId?)c.CaseId).SingleOrDefaultAsync(cancellationToken) is { } of
                ? await parties.CheckAsync(of, role => role.MayWork, cancellationToken)
                : Access.NotFound;
    }

    public sealed class Handler(ImprovementDb db) : ICommandHandler<Command, CauseId>
    {
        public async Task<Result<CauseId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleOrDefaultAsync(c => c.Causes.Any(x => x.Id == request.Id), cancellationToken);
            if (known is null)
                return Error.NotFound("id");
            if (known.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var removed = known.RemoveCause(request.Id);
            return removed.IsSuccess ? request.Id : Result<CauseId>.Failure(removed.Errors);
        }
    }
}
