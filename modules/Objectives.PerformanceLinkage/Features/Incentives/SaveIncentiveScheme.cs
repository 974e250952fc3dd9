using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>HR writes an incentive scheme, or changes it, which voids its approval (S5.5).</summary>
/// <remarks>
/// Participants left out stay as they are; a list replaces them. Fails with REQUIRED, INVALID, NOT_FOUND, CONFLICT, LIMIT_EXCEEDED, DUPLICATE (a participant twice), WEIGHTS_NOT_100 (the shares), NEGATIVE_INCENTIVE (S4.7),
/// FORBIDDEN_BY_STATE (the cycle is closed, or its awards are final). Raises <see cref="IncentiveParticipationChanged"/>.
/// </remarks>
internal static class SaveIncentiveScheme
{
    public sealed record ParticipantInput(PersonId PersonId, decimal Target);

    [AllowedTo(Role.Hr)]
    public sealed record Command(
        IncentiveSchemeId? Id, long? ExpectedVersion, CycleId CycleId, UnitId UnitId, string Name, decimal IndividualShare, decimal TeamShare, decimal CompanyShare, bool RanksPeople, decimal BudgetAmount, string BudgetCurrency,
        IReadOnlyList<PayoutRule> Rules, Optional<IReadOnlyList<ParticipantInput>> Participants) : ICommand<IncentiveSchemeId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).RequiredText(IncentiveScheme.MaxNameLength);
            RuleFor(c => c.Participants).Custom((given, context) =>
            {
                if (given.Value?.Count > IncentiveScheme.MaxParticipants)
                    context.Fail(ErrorCode.LimitExceeded, new($"At most {IncentiveScheme.MaxParticipants} participants.", $"参与人最多 {IncentiveScheme.MaxParticipants} 名。"));
            });
        }
    }

    public sealed class Handler(PerformanceLinkageDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, IncentiveSchemeId>
    {
        public async Task<Result<IncentiveSchemeId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var scheme = request.Id is { } id ? await db.IncentiveSchemes.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) : null;
            if (request.Id is not null && scheme is null)
                return Error.NotFound("id");
            if (scheme?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await CheckCycleAsync(request, scheme, cancellationToken) is { } wrong)
                return wrong;
            var known = scheme is null ? [] : await db.Participants.Where(p => p.SchemeId == scheme.Id).ToDictionaryAsync(p => p.PersonId, cancellationToken);
            var read = ReadTerms(request);
            var (targets, errors) = await ReadParticipantsAsync(request, known.Keys, cancellationToken);
            if (!read.IsSuccess || errors.Count > 0)
                return Result<IncentiveSchemeId>.Failure([.. read.Errors, .. errors]);

            var before = scheme?.Rules is null ? [] : known.Keys.ToHashSet();
            scheme ??= db.Add(IncentiveScheme.Open(request.CycleId)).Entity;
            var saved = scheme.Save(read.Value, call.Caller.Id, clock.GetUtcNow());
            if (!saved.IsSuccess)
                return Result<IncentiveSchemeId>.Failure(saved.Errors);
            var after = request.Participants.IsGiven ? Replace(scheme.Id, known, targets) : known.Keys.ToHashSet();
            before.SymmetricExceptWith(scheme.Rules is null ? [] : after);
            scheme.Tell([.. before]);
            return scheme.Id;
        }

        private async Task<Error?> CheckCycleAsync(Command request, IncentiveScheme? scheme, CancellationToken cancellationToken)
        {
            if (scheme is not null && scheme.CycleId != request.CycleId)
                return Error.Invalid("cycleId", new("A scheme stays in its cycle; make another one.", "方案不能改换周期，请另建方案。"));
            if (!(await mediator.Send(new IncentiveTerms([request.CycleId]), cancellationToken)).TryGetValue(request.CycleId, out var cycle))
                return Error.NotFound("cycleId");
            if (cycle.IsClosed)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is closed.", "该周期已关闭。"), "cycleId");
            if (scheme?.UnitId != request.UnitId && (await mediator.Send(new Whereabouts([], [request.UnitId], [], [], [], []), cancellationToken)).UnitParents.Count == 0)
                return Error.NotFound("unitId");
            return null;
        }

        private static Result<SchemeTerms> ReadTerms(Command request)
        {
            var shares = Shares.Read(request.IndividualShare, request.TeamShare, request.CompanyShare);
            var budget = Money.Read(request.BudgetAmount, request.BudgetCurrency, "budgetAmount", "budgetCurrency");
            var curve = PayoutCurve.Read(request.Rules);
            return shares.IsSuccess && budget.IsSuccess && curve.IsSuccess
                ? new SchemeTerms(request.UnitId, request.Name, shares.Value, request.RanksPeople, budget.Value, curve.Value)
                : Result<SchemeTerms>.Failure([.. shares.Errors, .. budget.Errors, .. curve.Errors]);
        }

        /// <summary>Whoever is new must work here; who takes part already may have left.</summary>
        private async Task<(Dictionary<PersonId, long> Targets, List<Error> Errors)> ReadParticipantsAsync(Command request, IReadOnlyCollection<PersonId> known, CancellationToken cancellationToken)
        {
            var (targets, errors) = (new Dictionary<PersonId, long>(), new List<Error>());
            var given = request.Participants.Value ?? [];
            var here = (await mediator.Send(new Whereabouts([.. given.Select(p => p.PersonId).Distinct()], [], [], [], [], []), cancellationToken)).SuperiorOf;
            foreach (var (i, participant) in given.Index())
            {
                var target = Money.Read(participant.Target, request.BudgetCurrency, $"participants.{i}.target", "budgetCurrency");
                errors.AddRange(target.Errors.Where(e => e.Field != "budgetCurrency"));
                if (!here.ContainsKey(participant.PersonId) && !known.Contains(participant.PersonId))
                    errors.Add(Error.NotFound($"participants.{i}.personId"));
                else if (!targets.TryAdd(participant.PersonId, target.IsSuccess ? target.Value.Minor : 0))
                    errors.Add(new(ErrorCode.Duplicate, new("Each person once.", "同一人只能出现一次。"), $"participants.{i}.personId"));
            }
            return (targets, errors);
        }

        private HashSet<PersonId> Replace(IncentiveSchemeId scheme, Dictionary<PersonId, Participant> known, Dictionary<PersonId, long> targets)
        {
            db.RemoveRange(known.Values.Where(p => !targets.ContainsKey(p.PersonId)));
            foreach (var (person, target) in targets)
            {
                if (known.TryGetValue(person, out var participant))
                    participant.TargetMinor = target;
                else
                    db.Add(new Participant { SchemeId = scheme, PersonId = person, TargetMinor = target });
            }
            return [.. targets.Keys];
        }
    }
}
