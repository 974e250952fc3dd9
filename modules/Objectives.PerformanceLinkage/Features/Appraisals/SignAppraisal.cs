using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>Person and direct superior each sign the calibrated result; with both signatures it stands.</summary>
/// <remarks>Also after the cycle is closed, since it changes no figure. Fails with NOT_FOUND, CONFLICT (this side has signed), FORBIDDEN_BY_STATE. Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class SignAppraisal
{
    public sealed record Command(ScorecardId ScorecardId, long? ExpectedVersion) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ScorecardId).NotEmpty();
    }

    public sealed class Rule(ScorecardRule rule) : IAccessRule<Command>
    {
        public string Field => "scorecardId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => rule.CheckAsync(request.ScorecardId, [ScorecardParty.Self, ScorecardParty.Leader], cancellationToken);
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = (await cards.FindAsync(request.ScorecardId, cancellationToken))!;
            if ((card.CheckVersion(request.ExpectedVersion) ?? card.CheckSignable()) is { } refused)
                return refused;
            var appraisal = await db.Appraisals.SingleAsync(a => a.ScorecardId == card.Id, cancellationToken);
            var signed = appraisal.Sign(asOwner: call.Caller.Id == card.PersonId, call.Caller.Id, clock.GetUtcNow());
            if (!signed.IsSuccess)
                return Result<ScorecardId>.Failure(signed.Errors);
            card.Move(signed.Value ? ScorecardStatus.Signed : card.Status, signed.Value ? AppraisalStep.Signed : AppraisalStep.SignedByOne, call.Caller.Id);
            return card.Id;
        }
    }
}
