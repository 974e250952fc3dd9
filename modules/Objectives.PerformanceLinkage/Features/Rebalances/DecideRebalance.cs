using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

/// <summary>HR decides where nothing is left to carry the weight, or leader and member do not agree (S7.6).</summary>
/// <remarks>Fails with REQUIRED, NOT_FOUND, SAME_PERSON_MAY_NOT_DECIDE, and as <see cref="Scorecard.Decide"/>. Raises <see cref="RebalanceMoved"/>.</remarks>
internal static class DecideRebalance
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(RebalanceId RebalanceId, bool Approve, IReadOnlyList<ItemWeightInput>? Weights, string Reason) : ICommand<RebalanceId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).RequiredText(Rebalance.MaxReasonLength, multiline: true);
            RuleFor(c => c.Weights).EachOnce();
            RuleForEach(c => c.Weights).ChildRules(weight => weight.RuleFor(w => w.Weight).Points());
        }
    }

    public sealed class Handler(CardFigures cards, ScorecardSight sight, CallContext call, BusinessClock clock) : ICommandHandler<Command, RebalanceId>
    {
        public async Task<Result<RebalanceId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await cards.Whole.SingleOrDefaultAsync(s => s.Rebalances.Any(r => r.Id == request.RebalanceId), cancellationToken) is not { } card)
                return Error.NotFound("rebalanceId");
            if (sight.CheckNotOwn(card.PersonId, "rebalanceId") is { } own)
                return own;
            var decided = card.Decide(
                card.Rebalances.Single(r => r.Id == request.RebalanceId), request.Approve, WeightRules.ToBasisPoints(request.Weights), request.Reason.Trim(), call.Caller.Id,
                await cards.RuleScoresAsync(card, cancellationToken), clock.GetUtcNow());
            return decided.IsSuccess ? request.RebalanceId : Result<RebalanceId>.Failure(decided.Errors);
        }
    }
}
