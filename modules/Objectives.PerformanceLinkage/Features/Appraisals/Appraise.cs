using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

/// <summary>The direct superior appraises after the person himself: what the rules gave stands, and what he adjusts has its reason (S5.7.6).</summary>
/// <remarks>Fails with REQUIRED, INVALID (points beyond <see cref="ScoreAdjustment.MaxPoints"/>, or a score under 0), DUPLICATE, NOT_FOUND, FORBIDDEN_BY_STATE. Raises <see cref="AppraisalMoved"/>.</remarks>
internal static class Appraise
{
    public sealed record Adjusting(ScorecardItemId ItemId, decimal Points, string Reason);

    public sealed record Command(ScorecardId ScorecardId, string Review, IReadOnlyList<Adjusting>? Adjustments) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Review).RequiredText(Appraisal.MaxReviewLength, multiline: true);
            RuleFor(c => c.Adjustments).AtMost(Scorecard.MaxItems);
            RuleFor(c => c.Adjustments).Must(list => list is null || list.Select(a => a.ItemId).Distinct().Count() == list.Count)
                .WithState(_ => new Text("Each item once.", "每个条目只能填写一次。")).WithErrorCode(nameof(ErrorCode.Duplicate));
            RuleForEach(c => c.Adjustments).ChildRules(adjustment =>
            {
                adjustment.RuleFor(a => a.Reason).RequiredText(ScoreAdjustment.MaxReasonLength, multiline: true);
                adjustment.RuleFor(a => (decimal?)a.Points).Quantity(-ScoreAdjustment.MaxPoints, ScoreAdjustment.MaxPoints);
                adjustment.RuleFor(a => a.Points).Must(points => Platform.Numbers.Quantity.HasDecimals(points, ScoringRule.ScoreDecimals))
                    .WithState(_ => new Text($"At most {ScoringRule.ScoreDecimals} digits after the point.", $"最多 {ScoringRule.ScoreDecimals} 位小数。"));
            });
        }
    }

    public sealed class Rule(ScorecardRule rule) : IAccessRule<Command>
    {
        public string Field => "scorecardId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.CheckAsync(request.ScorecardId, [ScorecardParty.Leader], cancellationToken);
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var card = (await cards.FindAsync(request.ScorecardId, cancellationToken))!;
            if ((card.CheckAppraisable() ?? await StageGate.CheckAppraisesAsync(mediator, card.CycleId, cancellationToken)) is { } refused)
                return refused;
            var appraisal = await db.Appraisals.Include(a => a.Adjustments).SingleAsync(a => a.ScorecardId == card.Id, cancellationToken);
            var active = card.Items.Where(i => i.IsActive).Select(i => i.Id).ToHashSet();
            var scores = (await cards.RuleScoresAsync(card, cancellationToken)).Where(s => active.Contains(s.Key)).ToDictionary();
            var appraised = appraisal.Appraise(request.Review, [.. (request.Adjustments ?? []).Select(a => new PlannedAdjustment(a.ItemId, a.Points, a.Reason))], scores, call.Caller.Id, clock.GetUtcNow());
            if (!appraised.IsSuccess)
                return Result<ScorecardId>.Failure(appraised.Errors);
            card.Move(ScorecardStatus.Appraised, AppraisalStep.Appraised, call.Caller.Id);
            return card.Id;
        }
    }
}
