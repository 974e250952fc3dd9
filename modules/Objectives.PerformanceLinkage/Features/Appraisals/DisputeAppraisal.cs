using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>The person does not accept the calibrated result; someone other than who appraised him decides.</summary>
/// <remarks>Fails with REQUIRED, NOT_FOUND, FORBIDDEN_BY_STATE (signed, resolved, or the cycle is closed). Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class DisputeAppraisal
{
    public sealed record Command(ScorecardId ScorecardId, string Reason) : ICommand<ScorecardId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(Appraisal.MaxNoteLength, multiline: true);
    }

    public sealed class Rule(ScorecardRule rule) : IAccessRule<Command>
    {
        public string Field => "scorecardId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.CheckAsync(request.ScorecardId, [ScorecardParty.Self], cancellationToken);
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = (await cards.FindAsync(request.ScorecardId, cancellationToken))!;
            if ((card.CheckSignable() ?? await StageGate.CheckAppraisesAsync(mediator, card.CycleId, cancellationToken)) is { } refused)
                return refused;
            var appraisal = await db.Appraisals.SingleAsync(a => a.ScorecardId == card.Id, cancellationToken);
            var disputed = appraisal.DisputeIt(request.Reason, clock.GetUtcNow());
            if (!disputed.IsSuccess)
                return Result<ScorecardId>.Failure(disputed.Errors);
            card.Move(ScorecardStatus.Disputed, AppraisalStep.Disputed, call.Caller.Id);
            return card.Id;
        }
    }
}
