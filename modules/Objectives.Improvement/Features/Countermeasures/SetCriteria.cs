using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Countermeasures;

/// <summary>By what countermeasures are compared, and how much each criterion weighs: together 100 (S7.8).</summary>
/// <remarks>
/// The owner, those above him, the responsible person. A criterion that keeps its name keeps its scores. Fails with NOT_FOUND, REQUIRED, INVALID, DUPLICATE, LIMIT_EXCEEDED, WEIGHTS_NOT_100, FORBIDDEN_BY_STATE (no root cause is
/// confirmed, or it is decided already).
/// </remarks>
internal static class SetCriteria
{
    /// <param name="Weight">In points of 100.</param>
    public sealed record Entry(string Name, decimal Weight);

    public sealed record Command(ImprovementCaseId CaseId, IReadOnlyList<Entry> Criteria) : ICommand<ImprovementCaseId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Criteria).NotEmpty().WithState(_ => Error.Required(string.Empty).Message);
            RuleFor(c => c.Criteria).AtMost(ImprovementCase.MaxCriteria);
            RuleForEach(c => c.Criteria).ChildRules(entry =>
            {
                entry.RuleFor(e => e.Name).RequiredText(ImprovementCase.MaxNameLength);
                entry.RuleFor(e => e.Weight).Custom((weight, context) =>
                {
                    if (weight is <= 0 or > 100 || !Quantity.HasDecimals(weight, 2))
                        context.Fail(ErrorCode.Invalid, new("Above 0, at most 100, with at most 2 digits after the point.", "应大于 0、不超过 100，最多 2 位小数。"));
                });
            });
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
            var set = known.SetCriteria([.. request.Criteria.Select(e => new CriterionTerms(e.Name, (int)(e.Weight * 100)))]);
            return set.IsSuccess ? known.Id : Result<ImprovementCaseId>.Failure(set.Errors);
        }
    }
}
