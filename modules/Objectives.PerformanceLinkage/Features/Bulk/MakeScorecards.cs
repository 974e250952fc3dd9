using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Jobs;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Bulk;

/// <summary>
/// Drafts a scorecard for everyone in a unit and below it who has none, of all his agreed and committed objectives, the important ones weighing so many times what others do; and puts what is ready in force when asked to. One
/// transaction: all that can be made, with what could not and why, or in a dry run nothing.
/// </summary>
/// <remarks>Fails with NOT_FOUND, INVALID, FORBIDDEN_BY_STATE (the cycle is closed).</remarks>
internal static class MakeScorecards
{
    public const decimal MaxFactor = 100;

    /// <param name="ImportantFactor">How many times what others weigh.</param>
    [AllowedTo(Role.Hr)]
    public sealed record Command(CycleId CycleId, UnitId UnitId, ScoringRuleId ScoringRuleId, decimal ImportantFactor, bool Activate, bool DryRun) : ICommand<ScorecardsMade>
    {
        [JsonIgnore]
        public IJobProgress? Progress { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ImportantFactor).Factor();
    }

    public sealed class Handler(PerformanceLinkageDb db, CardFigures cards, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, ScorecardsMade>
    {
        private const int Portion = 50;

        public async Task<Result<ScorecardsMade>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await BulkGate.CheckAsync(db, mediator, request.CycleId, request.UnitId, request.ScoringRuleId, cancellationToken) is { } refused)
                return refused;
            var people = (await mediator.Send(new MembersOf(await mediator.Send(new UnitsUnder(request.UnitId), cancellationToken)), cancellationToken)).Where(m => !m.IsAuditor).Select(m => m.PersonId).OrderBy(p => p.Value).ToList();
            var objectives = (await mediator.Send(new AppraisableObjectives(request.CycleId, people), cancellationToken)).ToLookup(o => o.OwnerId);
            var known = await cards.Whole.Where(s => s.CycleId == request.CycleId && EF.Parameter(people).Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, cancellationToken);
            var made = new List<MadeScorecard>(people.Count);
            foreach (var person in people)
            {
                if (made.Count % Portion == 0 && request.Progress is { } progress)
                    await progress.ReportAsync(made.Count, people.Count, cancellationToken);
                made.Add(Make(request, person, [.. objectives[person]], known.GetValueOrDefault(person)));
            }
            if (request.Progress is { } last)
                await last.ReportAsync(people.Count, people.Count, cancellationToken);
            return new ScorecardsMade(!request.DryRun, made);
        }

        private MadeScorecard Make(Command request, PersonId person, IReadOnlyList<AppraisableObjective> objectives, Scorecard? card)
        {
            if (card is { Status: not ScorecardStatus.Draft })
                return MadeScorecard.Of(person, card, MadeScorecardResult.Unchanged);
            var isNew = card is null;
            if (card is null)
            {
                var appraised = objectives.Where(o => o.State is CommitmentState.Agreed or CommitmentState.Committed && !o.IsExempt).ToList();
                if (appraised.Count is 0 or > Scorecard.MaxItems)
                {
                    return MadeScorecard.Exception(person, appraised.Count == 0
                        ? new("Has no agreed or committed objective.", "没有已达成一致或已承诺的目标。")
                        : new($"Has {appraised.Count} objectives, more than the {Scorecard.MaxItems} that a scorecard holds.", $"有 {appraised.Count} 个目标，超过考核表最多 {Scorecard.MaxItems} 项的限制。"));
                }
                db.Scorecards.Add(card = Scorecard.Draft(request.CycleId, person));
                var set = card.SetItems(PlannedItem.ByImportance(appraised, request.ImportantFactor, request.ScoringRuleId), appraised.ToDictionary(o => o.Id), call.Caller.Id, clock.GetUtcNow());
                if (!set.IsSuccess)
                    throw new InvalidOperationException(set.Errors[0].Message.English);
            }
            var activated = request.Activate ? card.Activate(objectives) : null;
            if (activated is { IsSuccess: false })
                return MadeScorecard.Of(person, card, isNew ? MadeScorecardResult.Created : MadeScorecardResult.Unchanged, activated.Errors[0].Message);
            return MadeScorecard.Of(person, card, activated is not null ? MadeScorecardResult.Activated : isNew ? MadeScorecardResult.Created : MadeScorecardResult.Unchanged);
        }
    }
}

internal static class BulkRules
{
    public static void Factor<T>(this IRuleBuilder<T, decimal> rule) => rule.Custom((factor, context) =>
    {
        if (factor is < 1 or > MakeScorecards.MaxFactor || !Quantity.HasDecimals(factor, 2))
            context.Fail(ErrorCode.Invalid, new($"From 1 to {MakeScorecards.MaxFactor}, with at most 2 digits after the point.", $"应在 1 至 {MakeScorecards.MaxFactor} 之间，最多 2 位小数。"));
    });
}

internal static class BulkGate
{
    public static async Task<Error?> CheckAsync(PerformanceLinkageDb db, IMediator mediator, CycleId cycle, UnitId unit, ScoringRuleId rule, CancellationToken cancellationToken)
    {
        if (await StageGate.CheckOpenAsync(mediator, cycle, "cycleId", cancellationToken) is { } closed)
            return closed;
        if (!(await mediator.Send(new Whereabouts([], [unit], [], [], [], []), cancellationToken)).UnitParents.ContainsKey(unit))
            return Error.NotFound("unitId");
        return await db.ScoringRules.AnyAsync(r => r.Id == rule, cancellationToken) ? null : Error.NotFound("scoringRuleId");
    }
}
