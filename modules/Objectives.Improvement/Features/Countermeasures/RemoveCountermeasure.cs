using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Countermeasures;

/// <summary>Takes out an alternative that is none; it stays in the case's history.</summary>
/// <remarks>The owner, those above him, the responsible person. Fails with NOT_FOUND, CONFLICT, FORBIDDEN_BY_STATE (it was chosen, or one is being carried out).</remarks>
internal static class RemoveCountermeasure
{
    public sealed record Command(CountermeasureId Id, long? ExpectedVersion, string? Reason) : ICommand<CountermeasureId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(ImprovementCase.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ImprovementDb db, CaseParties parties) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => await db.Countermeasures.Where(c => c.Id == request.Id).Select(c => (ImprovementCaseId?)c.CaseId).SingleOrDefaultAsync(cancellationToken) is { } of
                ? await parties.CheckAsync(of, role => role.MayWork, cancellationToken)
                : Access.NotFound;
    }

    public sealed class Handler(ImprovementDb db) : ICommandHandler<Command, CountermeasureId>
    {
        public async Task<Result<CountermeasureId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await db.WholeCases.SingleOrDefaultAsync(c => c.Countermeasures.Any(m => m.Id == request.Id), cancellationToken);
            if (known is null)
                return Error.NotFound("id");
            if (known.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var removed = known.RemoveCountermeasure(request.Id);
            return removed.IsSuccess ? request.Id : Result<CountermeasureId>.Failure(removed.Errors);
        }
    }
}
