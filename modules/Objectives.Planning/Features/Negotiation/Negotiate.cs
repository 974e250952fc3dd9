using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>Takes one step of an objective's negotiation between its owner and his superior (S6.6), by the rules of <see cref="Domain.Negotiation"/>.</summary>
/// <remarks>
/// Owner and leader propose, accept and reject; the leader shares his context; the leader and those above him guide and promise help; they and the owner reopen; members of a team comment too. Fails with
/// NOT_FOUND, CONFLICT (stale version, or another target is on the table), REQUIRED, INVALID, BRIEFING_MISSING, FORBIDDEN_BY_STATE. Raises <see cref="TargetProposed"/>,
/// <see cref="TargetRejected"/>, <see cref="ObjectiveAgreed"/> and <see cref="CommitmentVoided"/>.
/// </remarks>
internal static class Negotiate
{
    public sealed record Command(ObjectiveId ObjectiveId, long? ExpectedVersion, NegotiationKind Kind, decimal? Target, string Text) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Custom((kind, context) =>
            {
                if (kind == NegotiationKind.AuthorityGranted)
                    context.Fail(ErrorCode.Invalid, new("Authority is given by grantAuthority.", "授权请使用“授予权限”操作。"));
            });
            RuleFor(c => c.Target).Custom((target, context) =>
            {
                var kind = context.InstanceToValidate.Kind;
                if (target is null && kind is NegotiationKind.Proposal or NegotiationKind.CounterProposal)
                    context.Fail(ErrorCode.Required, new("Say which target you propose.", "请填写提议的目标值。"));
                else if (target is not null && kind is not (NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted or NegotiationKind.Rejected))
                    context.Fail(ErrorCode.Invalid, new("This step has no target.", "此步骤不涉及目标值。"));
            });
            When(
                c => c.Kind is NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted,
                () => RuleFor(c => c.Text).PlainText(NegotiationEntry.MaxTextLength, multiline: true))
                .Otherwise(() => RuleFor(c => c.Text).RequiredText(NegotiationEntry.MaxTextLength, multiline: true));
        }
    }

    public sealed class Rule(NegotiationParties parties) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => parties.CheckAsync(request.ObjectiveId, p => p.CallersSide is { } side && Domain.Negotiation.IsFor(request.Kind, side), cancellationToken);
    }

    public sealed class Handler(PlanningDb db, NegotiationParties parties, Negotiations negotiations, SettingGate gate, CallContext call, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "objectiveId") is { } fixedNow)
                return fixedNow;
            var counts = request.Kind is NegotiationKind.SharedContext or NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted;
            if (counts && await gate.CheckAgreeingAsync(cycle, [objective.UnitId], "objectiveId", cancellationToken) is { } notOpen)
                return notOpen;
            var who = await parties.OfAsync(objective, cancellationToken);
            if (who.CallersSide is not { } side)
                return Error.NotFound("objectiveId");
            var past = await negotiations.PastAsync(objective.ObjectiveId, cancellationToken);
            var hash = SignedContent.TermsHashOf(objective);
            var approach = await negotiations.ApproachAsync(objective.CycleId, objective.UnitId, cancellationToken);
            var before = new Domain.Negotiation(objective, hash, past, approach, who.LeaderId);
            if (before.Check(request.Kind, side, request.Target) is { } untimely)
                return untimely;
            var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == objective.MeasureId, cancellationToken);
            if (request.Target is { } proposed && (ObjectiveContent.Of(objective) with { Target = proposed }).CheckAgainst(measure).FirstOrDefault() is { } wrong)
                return wrong with { Field = "target" };

            var now = clock.GetUtcNow();
            var target = request.Kind is NegotiationKind.Accepted or NegotiationKind.Rejected ? before.OnTheTable : request.Target;
            var said = NegotiationEntry.Say(objective.ObjectiveId, request.Kind, side, target, request.Text, hash, call.Caller.Id, now);
            db.NegotiationEntries.Add(said);
            objective.Tell(said.IsProposal ? new TargetProposed(objective.ObjectiveId, objective.CycleId, said.ById)
                : said.Kind == NegotiationKind.Rejected ? new TargetRejected(objective.ObjectiveId, objective.CycleId, said.ById) : null);
            if (request.Kind == NegotiationKind.Reopened)
                return await ReopenAsync(objective, cycle, now, cancellationToken);
            if (counts)
                objective.BeginNegotiation(now);
            var after = new Domain.Negotiation(objective, hash, [.. past, said], approach, who.LeaderId);
            if (objective.Status == ObjectiveStatus.Negotiating && after.Stands(NegotiationSide.Owner) && after.Stands(NegotiationSide.Leader))
                objective.Agree(after.OnTheTable, measure, now);
            return objective.ObjectiveId;
        }

        private async Task<Result<ObjectiveId>> ReopenAsync(Objective objective, Cycle cycle, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var reopened = objective.Reopen(cycle, now);
            if (!reopened.IsSuccess)
                return Result<ObjectiveId>.Failure(reopened.Errors);
            await db.VoidSignaturesAsync([objective.ObjectiveId], now, cancellationToken);
            return objective.ObjectiveId;
        }
    }
}
