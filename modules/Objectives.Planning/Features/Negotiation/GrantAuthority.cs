using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>A superior gives the owner authority for an objective, which its negotiation records (S6.6, S7.2).</summary>
/// <remarks>Fails with NOT_FOUND, REQUIRED, INVALID (dates, limit), FORBIDDEN_BY_STATE (ended, or cycle past execution).</remarks>
internal static class GrantAuthority
{
    public sealed record Command(ObjectiveId ObjectiveId, string Scope, decimal? LimitAmount, string? LimitCurrency, DateOnly From, DateOnly? Until) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Scope).RequiredText(AuthorityGrant.MaxScopeLength, multiline: true);
            RuleFor(c => c.LimitAmount).Quantity(min: 0);
            RuleFor(c => c.LimitCurrency).Custom((currency, context) =>
            {
                if (currency is null && context.InstanceToValidate.LimitAmount is not null)
                    context.Fail(ErrorCode.Required, new("Say in which currency.", "请填写币种。"));
            });
            RuleFor(c => c.LimitAmount).Custom((amount, context) =>
            {
                if (amount is null && context.InstanceToValidate.LimitCurrency is not null)
                    context.Fail(ErrorCode.Required, new("Say up to which amount.", "请填写金额上限。"));
            });
            RuleFor(c => c.Until).Custom((until, context) =>
            {
                if (until < context.InstanceToValidate.From)
                    context.Fail(ErrorCode.Invalid, new("The last day is before the first.", "结束日期早于开始日期。"));
            });
        }
    }

    public sealed class Rule(NegotiationParties parties) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => parties.CheckAsync(request.ObjectiveId, p => p.CallersSide is NegotiationSide.Leader or NegotiationSide.Above, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, NegotiationParties parties, CallContext call, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "objectiveId") is { } fixedNow)
                return fixedNow;
            var (now, me) = (clock.GetUtcNow(), call.Caller.Id);
            if ((await parties.OfAsync(objective, cancellationToken)).CallersSide is not { } side)
                return Error.NotFound("objectiveId");
            db.AuthorityGrants.Add(AuthorityGrant.Give(objective, request.Scope, request.LimitAmount, request.LimitCurrency, request.From, request.Until, me, now));
            db.NegotiationEntries.Add(NegotiationEntry.Say(
                objective.ObjectiveId, NegotiationKind.AuthorityGranted, side, null, request.Scope, SignedContent.TermsHashOf(objective), me, now));
            objective.Tell();
            return objective.ObjectiveId;
        }
    }
}

/// <summary>Takes authority back, by who gave it or who stands above; its history stays.</summary>
internal static class RemoveAuthority
{
    /// <param name="ExpectedVersion">Of the objective.</param>
    public sealed record Command(AuthorityGrantId Id, long? ExpectedVersion, string? Reason) : ICommand<AuthorityGrantId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Objective.MaxContributionLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, NegotiationParties parties) : IAccessRule<Command>
    {
        public string Field => "id";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var objective = await db.AuthorityGrants.Where(g => g.Id == request.Id && g.RemovedAt == null).Select(g => (ObjectiveId?)g.ObjectiveId).SingleOrDefaultAsync(cancellationToken);
            return objective is { } id ? await parties.CheckAsync(id, p => p.CallersSide is NegotiationSide.Leader or NegotiationSide.Above, cancellationToken) : Access.NotFound;
        }
    }

    public sealed class Handler(PlanningDb db, BusinessClock clock) : ICommandHandler<Command, AuthorityGrantId>
    {
        public async Task<Result<AuthorityGrantId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var grant = await db.AuthorityGrants.SingleAsync(g => g.Id == request.Id, cancellationToken);
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == grant.ObjectiveId, cancellationToken);
            if (grant.RemovedAt is not null)
                return Error.NotFound("id");
            if (objective.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            grant.Remove(clock.GetUtcNow());
            objective.Tell();
            return grant.Id;
        }
    }
}
