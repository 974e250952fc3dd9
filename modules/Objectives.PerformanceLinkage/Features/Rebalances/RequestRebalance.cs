using FluentValidation;
using MediatR;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

/// <summary>The member says how he would have his weights after an exemption (S7.6).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, and as <see cref="Scorecard.Request"/>. Raises <see cref="RebalanceMoved"/>.</remarks>
internal static class RequestRebalance
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

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.CheckAsync(request.RebalanceId, [ScorecardParty.Self], cancellationToken);
    }

    public sealed class Handler(CardFigures cards, IMediator mediator, CallContext call) : ICommandHandler<Command, RebalanceId>
    {
        public async Task<Result<RebalanceId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = await cards.OfRebalanceAsync(request.RebalanceId, cancellationToken);
            if (card.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var bound = (await mediator.Send(new AppraisalCalendars([card.CycleId]), cancellationToken))[card.CycleId].RebalanceBound;
            var requested = card.Request(
                card.Rebalances.Single(r => r.Id == request.RebalanceId), WeightRules.ToBasisPoints(request.Weights), WeightRules.ToBasisPoints(bound), call.Caller.Id, await cards.RuleScoresAsync(card, cancellationToken));
            return requested.IsSuccess ? request.RebalanceId : Result<RebalanceId>.Failure(requested.Errors);
        }
    }
}
