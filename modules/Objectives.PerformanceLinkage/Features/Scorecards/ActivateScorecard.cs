using FluentValidation;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>HR puts a scorecard in force.</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, and as <see cref="Scorecard.Activate"/>. Raises <see cref="ScorecardActivated"/>.</remarks>
internal static class ActivateScorecard
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(ScorecardId ScorecardId, long? ExpectedVersion) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ScorecardId).NotEmpty();
    }

    public sealed class Handler(CardFigures cards, IMediator mediator) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await cards.FindAsync(request.ScorecardId, cancellationToken) is not { } card)
                return Error.NotFound("scorecardId");
            if ((card.CheckVersion(request.ExpectedVersion) ?? await StageGate.CheckOpenAsync(mediator, card.CycleId, "scorecardId", cancellationToken)) is { } refused)
                return refused;
            var activated = card.Activate(await mediator.Send(new AppraisableObjectives(card.CycleId, [card.PersonId]), cancellationToken));
            return activated.IsSuccess ? card.Id : Result<ScorecardId>.Failure(activated.Errors);
        }
    }
}
