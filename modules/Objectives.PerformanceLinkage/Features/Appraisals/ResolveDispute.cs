using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>HR, or whoever stands above the direct superior, finds what the result is; never who appraised, nor the person. Both sign anew.</summary>
/// <remarks>Fails with REQUIRED, INVALID, NOT_FOUND, SAME_PERSON_MAY_NOT_DECIDE, FORBIDDEN_BY_STATE. Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class ResolveDispute
{
    public sealed record Command(ScorecardId ScorecardId, string Resolution, decimal FinalScore) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Resolution).RequiredText(Appraisal.MaxNoteLength, multiline: true);
            RuleFor(c => c.FinalScore).Score();
        }
    }

    public sealed class Rule(PerformanceLinkageDb db, ScorecardSight sight) : IAccessRule<Command>
    {
        public string Field => "scorecardId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if (await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.Id == request.ScorecardId).Select(s => (PersonId?)s.PersonId).SingleOrDefaultAsync(cancellationToken) is not { } person)
                return Access.NotFound;
            var appraiser = await db.Appraisals.Where(a => a.ScorecardId == request.ScorecardId).Select(a => a.AppraisedById).SingleOrDefaultAsync(cancellationToken);
            return caller.Is(Role.Hr) || appraiser == caller.Id || await sight.PartyAsync(person, cancellationToken) == ScorecardParty.Above ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, ScorecardSight sight, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = (await cards.FindAsync(request.ScorecardId, cancellationToken))!;
            if ((sight.CheckNotOwn(card.PersonId, "scorecardId") ?? card.CheckDisputed() ?? await StageGate.CheckAppraisesAsync(mediator, card.CycleId, cancellationToken)) is { } refused)
                return refused;
            var appraisal = await db.Appraisals.SingleAsync(a => a.ScorecardId == card.Id, cancellationToken);
            if (appraisal.AppraisedById == call.Caller.Id)
                return new Error(ErrorCode.SamePersonMayNotDecide, new("You appraised; somebody else decides what is disputed.", "您是考核人，异议应由他人裁定。"), "scorecardId");
            appraisal.Resolve(request.Resolution, request.FinalScore, call.Caller.Id, clock.GetUtcNow());
            card.Move(ScorecardStatus.Calibrated, AppraisalStep.Resolved, call.Caller.Id);
            return card.Id;
        }
    }
}
