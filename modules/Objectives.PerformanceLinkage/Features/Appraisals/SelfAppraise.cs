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

/// <summary>The person appraises himself, before anyone else does (S4.6).</summary>
/// <remarks>In the cycle's appraisal, or in its execution when its last day is over. Fails with REQUIRED, INVALID, NOT_FOUND, FORBIDDEN_BY_STATE. Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class SelfAppraise
{
    public sealed record Command(ScorecardId ScorecardId, string Review, decimal Score) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Review).RequiredText(Appraisal.MaxReviewLength, multiline: true);
            RuleFor(c => c.Score).Score();
        }
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
            if ((card.CheckSelfAppraisable() ?? await StageGate.CheckAppraisesAsync(mediator, card.CycleId, cancellationToken)) is { } refused)
                return refused;
            var appraisal = await db.Appraisals.SingleOrDefaultAsync(a => a.ScorecardId == card.Id, cancellationToken);
            if (appraisal is null)
                db.Appraisals.Add(appraisal = Appraisal.Of(card.Id));
            appraisal.AppraiseSelf(request.Review, request.Score, clock.GetUtcNow());
            card.Move(ScorecardStatus.SelfAppraised, AppraisalStep.SelfAppraised, call.Caller.Id);
            return card.Id;
        }
    }
}
