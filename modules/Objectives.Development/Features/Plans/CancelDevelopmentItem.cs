using FluentValidation;
using Objectives.Contracts.Development;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Plans;

/// <summary>Takes back what is planned; it stays in the plan as cancelled, with its history.</summary>
/// <remarks>Himself, those above him, HR. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (it has ended), CONFLICT (the plan has changed).</remarks>
internal static class CancelDevelopmentItem
{
    public sealed record Command(DevelopmentItemId Id, long? ExpectedVersion, string? Reason) : ICommand<DevelopmentItemId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(DevelopmentItem.MaxResultLength, multiline: true);
    }

    public sealed class Rule(PlanRights rights) : IAccessRule<Command>
    {
        public string Field => "id";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rights.CheckAsync(request.Id, to => to.IsParty, cancellationToken);
    }

    public sealed class Handler(PlanRights rights, BusinessClock clock) : ICommandHandler<Command, DevelopmentItemId>
    {
        public async Task<Result<DevelopmentItemId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (item, plan) = await rights.LoadAsync(request.Id, cancellationToken);
            if (plan.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cancelled = item.Cancel(clock.GetUtcNow());
            if (!cancelled.IsSuccess)
                return Result<DevelopmentItemId>.Failure(cancelled.Errors);
            plan.TellOfGaps();
            return item.Id;
        }
    }
}
