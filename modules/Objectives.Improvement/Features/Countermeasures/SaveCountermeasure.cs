using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Countermeasures;

/// <summary>Adds an alternative with its scores, or changes one (S7.8).</summary>
/// <remarks>
/// The owner, those above him, the responsible person. Fails with NOT_FOUND, REQUIRED (a root cause that it deals with, a score by each criterion), INVALID (a cause that is not confirmed, a score that is not 0–10, a cost that is
/// no amount of its currency), DUPLICATE, LIMIT_EXCEEDED, FORBIDDEN_BY_STATE (no root cause is confirmed, or it is decided already).
/// </remarks>
internal static class SaveCountermeasure
{
    public sealed record Entry(CriterionId CriterionId, int Score);

    public sealed record Command(
        ImprovementCaseId CaseId, CountermeasureId? CountermeasureId, string Title, string Description, IReadOnlyList<CauseId> Addresses, Optional<decimal?> CostAmount, Optional<string?> CostCurrency, IReadOnlyList<Entry> Scores)
        : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).RequiredText(ImprovementCase.MaxNameLength);
            RuleFor(c => c.Description).RequiredText(ImprovementCase.MaxTextLength, multiline: true);
            RuleFor(c => c.Addresses).AtMost(ImprovementCase.MaxCauses);
            RuleFor(c => c.CostAmount.Value).Quantity(min: 0);
            RuleFor(c => c.Scores).AtMost(ImprovementCase.MaxCriteria);
            RuleForEach(c => c.Scores).ChildRules(entry => entry.RuleFor(e => e.Score).Between(0, 10));
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
            var cost = CostOf(request, request.CountermeasureId is { } id ? known.CountermeasureOf(id) : null);
            return cost.IsSuccess
                ? known.SaveCountermeasure(request.CountermeasureId, new(request.Title, request.Description, request.Addresses, cost.Value, [.. request.Scores.Select(s => new Score(s.CriterionId, s.Score))])).Map(_ => known.Id)
                : Result<ImprovementCaseId>.Failure(cost.Errors);
        }

        private static Result<Cost?> CostOf(Command request, Countermeasure? now)
        {
            var before = now is { CostMinor: { } minor, CostCurrency: { } currency } ? new Cost(minor, currency) : (Cost?)null;
            return Cost.Read(request.CostAmount.Or(before?.Amount), request.CostCurrency.Or(before?.Currency));
        }
    }
}
