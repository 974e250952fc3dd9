using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>HR says by which agreed or committed objectives a person is appraised, and how much each weighs (S4.3); also of a scorecard in force, which stays at exactly 100.</summary>
/// <remarks>Fails with NOT_FOUND, INVALID, DUPLICATE, LIMIT_EXCEEDED, CONFLICT, WEIGHTS_NOT_100, FORBIDDEN_BY_STATE (appraised already, or the cycle is closed). Raises <see cref="ScorecardItemsChanged"/>.</remarks>
internal static class SetScorecard
{
    /// <param name="Weight">In points of 100.</param>
    public sealed record Item(ObjectiveId ObjectiveId, decimal Weight, ScoringRuleId ScoringRuleId);

    [AllowedTo(Role.Hr)]
    public sealed record Command(CycleId CycleId, PersonId PersonId, long? ExpectedVersion, IReadOnlyList<Item> Items) : ICommand<ScorecardId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Items).AtMost(Scorecard.MaxItems);
            RuleFor(c => c.Items).Must(items => items.Select(i => i.ObjectiveId).Distinct().Count() == items.Count)
                .WithState(_ => new Text("Each objective once.", "每个目标只能列入一次。")).WithErrorCode(nameof(ErrorCode.Duplicate));
            RuleForEach(c => c.Items).ChildRules(item => item.RuleFor(i => i.Weight).Points());
        }
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardId>
    {
        public async Task<Result<ScorecardId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await CheckAsync(request, cancellationToken) is { Count: > 0 } errors)
                return Result<ScorecardId>.Failure(errors);
            var card = await cards.Whole.SingleOrDefaultAsync(s => s.CycleId == request.CycleId && s.PersonId == request.PersonId, cancellationToken);
            if (card?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (card is null)
                db.Scorecards.Add(card = Scorecard.Draft(request.CycleId, request.PersonId));
            var objectives = await mediator.Send(new AppraisableObjectives(request.CycleId, Owners: null, [.. request.Items.Select(i => i.ObjectiveId)]), cancellationToken);
            var set = card.SetItems(
                [.. request.Items.Select(i => new PlannedItem(i.ObjectiveId, WeightRules.ToBasisPoints(i.Weight), i.ScoringRuleId))], objectives.ToDictionary(o => o.Id), call.Caller.Id, clock.GetUtcNow());
            return set.IsSuccess ? card.Id : Result<ScorecardId>.Failure(set.Errors);
        }

        private async Task<IReadOnlyList<Error>> CheckAsync(Command request, CancellationToken cancellationToken)
        {
            if (await StageGate.CheckOpenAsync(mediator, request.CycleId, "cycleId", cancellationToken) is { } closed)
                return [closed];
            if (!(await mediator.Send(new Whereabouts([request.PersonId], [], [], [], [], []), cancellationToken)).SuperiorOf.ContainsKey(request.PersonId))
                return [Error.NotFound("personId")];
            var ids = request.Items.Select(i => i.ScoringRuleId).Distinct().ToList();
            var known = await db.ScoringRules.Where(r => EF.Parameter(ids).Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
            return [.. request.Items.Index().Where(i => !known.Contains(i.Item.ScoringRuleId)).Select(i => Error.NotFound($"items.{i.Index}.scoringRuleId"))];
        }
    }
}
