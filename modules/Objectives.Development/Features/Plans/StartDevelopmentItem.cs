using FluentValidation;
using Objectives.Contracts.Development;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Plans;

/// <summary>Says that something planned has begun.</summary>
/// <remarks>Himself, those above him, HR. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (it has begun, or ended).</remarks>
internal static class StartDevelopmentItem
{
    public sealed record Command(DevelopmentItemId ItemId) : ICommand<DevelopmentPlanId>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Rule(PlanRights rights) : IAccessRule<Command>
    {
        public string Field => "itemId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rights.CheckAsync(request.ItemId, to => to.IsParty, cancellationToken);
    }

    public sealed class Handler(PlanRights rights) : ICommandHandler<Command, DevelopmentPlanId>
    {
        public async Task<Result<DevelopmentPlanId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (item, plan) = await rights.LoadAsync(request.ItemId, cancellationToken);
            var started = item.Start();
            return started.IsSuccess ? plan.Id : Result<DevelopmentPlanId>.Failure(started.Errors);
        }
    }
}
