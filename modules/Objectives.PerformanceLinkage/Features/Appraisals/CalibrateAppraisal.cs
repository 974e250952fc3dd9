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

/// <summary>HR brings appraisals of different leaders to one standard, and releases the result to the person. From then on the figures are kept as they are.</summary>
/// <remarks>Of HR's own people an executive may do it too. Fails with REQUIRED, INVALID, NOT_FOUND, SAME_PERSON_MAY_NOT_DECIDE, FORBIDDEN_BY_STATE. Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class CalibrateAppraisal
{
    public sealed record Command(ScorecardId ScorecardId, decimal FinalScore, string Grade, string Note) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FinalScore).Score();
            RuleFor(c => c.Grade).RequiredText(Appraisal.MaxGradeLength);
            RuleFor(c => c.Note).RequiredText(Appraisal.MaxNoteLength, multiline: true);
        }
    }

    public sealed class Rule(PerformanceLinkageDb db, ScorecardSight sight, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "scorecardId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if (await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.Id == request.ScorecardId).Select(s => (PersonId?)s.PersonId).SingleOrDefaultAsync(cancellationToken) is not { } person)
                return Access.NotFound;
            if (caller.Is(Role.Hr))
                return Access.Granted;
            return caller.Is(Role.Executive) && person != caller.Id && (await mediator.Send(new HoldersOf(Role.Hr), cancellationToken)).Contains(person) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, ScorecardSight sight, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = (await cards.FindAsync(request.ScorecardId, cancellationToken))!;
            if (sight.CheckNotOwn(card.PersonId, "scorecardId") is { } own)
                return own;
            var appraisal = await db.Appraisals.SingleOrDefaultAsync(a => a.ScorecardId == card.Id, cancellationToken);
            if ((card.CheckCalibratable(appraisal?.IsAnswered == true) ?? await StageGate.CheckAppraisesAsync(mediator, card.CycleId, cancellationToken)) is { } refused)
                return refused;
            appraisal!.Calibrate(request.FinalScore, request.Grade, request.Note, call.Caller.Id, clock.GetUtcNow());
            card.Freeze(await cards.AttainmentsAsync([card], cancellationToken), clock.GetUtcNow());
            card.Move(ScorecardStatus.Calibrated, AppraisalStep.Calibrated, call.Caller.Id);
            return card.Id;
        }
    }
}
