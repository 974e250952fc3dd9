using FluentValidation;
using MediatR;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

/// <summary>The direct superior confirms the weights after an exemption, or would have others (S7.6).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, and as <see cref="Scorecard.Confirm"/>. Raises <see cref="RebalanceMoved"/>.</remarks>
internal static class ConfirmRebalance
{
    public sealed record Command(RebalanceId RebalanceId, long? ExpectedVersion, IReadOnlyList<ItemWeightInput>? Weights) : ICommand<RebalanceId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Weights).EachOnce();
            RuleForEach(c => c.Weights).ChildRules(weight => weight.RuleFor(w => w.Weight).Points());
        }
    }

    public sealed class Rule(ScorecardRule rule) : IAccessRule<Command>
    {
        public string Field => "rebalanceId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.CheckAsync(request.RebalanceId, [ScorecardParty.Leader], cancellationToken);
    }

    public sealed class Handler(CardFigures cards, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, RebalanceId>
    {
        public async Task<Result<RebalanceId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = await cards.OfRebalanceAsync(request.RebalanceId, cancellationToken);
            if (card.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var bound = (await mediator.Send(new AppraisalCalendars([card.CycleId]), cancellationToken))[card.CycleId].RebalanceBound;
            var confirmed = card.Confirm(
                card.Rebalances.Single(r => r.Id == request.RebalanceId), WeightRules.ToBasisPoints(request.Weights), WeightRules.ToBasisPoints(bound), call.Caller.Id,
                await cards.RuleScoresAsync(card, cancellationToken), clock.GetUtcNow());
            return confirmed.IsSuccess ? request.RebalanceId : Result<RebalanceId>.Failure(confirmed.Errors);
        }
    }
}
