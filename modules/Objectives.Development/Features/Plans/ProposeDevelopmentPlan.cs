using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Plans;

/// <summary>
/// Fills a person's plan from the gaps about which nothing is planned (S5.4, S5.7.2): the courses that take the fewest hours, in time and each after those that it follows upon; else coaching by
/// his direct superior, or on the job where he has none. What is planned already is left as it is.
/// </summary>
/// <remarks>Himself, those above him, HR. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (the cycle is closed or over), LIMIT_EXCEEDED.</remarks>
internal static class ProposeDevelopmentPlan
{
    public sealed record Command(PersonId PersonId, CycleId CycleId) : ICommand<DevelopmentPlanId>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Rule(DevelopmentSight sight) : IAccessRule<Command>
    {
        public string Field => "personId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => sight.CheckAsync(request.PersonId, to => to.IsParty, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, PlanRights rights, DevelopmentProposal proposal, IMediator mediator) : ICommandHandler<Command, DevelopmentPlanId>
    {
        public async Task<Result<DevelopmentPlanId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var calendars = await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken);
            if (PlanRights.CheckCycle(calendars, request.CycleId) is { } closed)
                return closed;
            var cycle = calendars[request.CycleId];
            if (cycle.Today > cycle.End)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is over: nothing would be in time.", "该周期已结束，来不及安排。"), "cycleId");
            var plan = await rights.PlanOfAsync(request.PersonId, request.CycleId, cancellationToken);
            var proposed = await proposal.ForAsync(db, request.PersonId, request.CycleId, cycle, cancellationToken);
            if (proposed.Count == 0)
                return plan.Id;
            if (await db.DevelopmentItems.CountAsync(i => i.PlanId == plan.Id, cancellationToken) + proposed.Count > DevelopmentPlan.MaxItems)
                return new Error(ErrorCode.LimitExceeded, new($"A plan holds at most {DevelopmentPlan.MaxItems} items.", $"一份发展计划最多 {DevelopmentPlan.MaxItems} 项。"));
            db.DevelopmentItems.AddRange(proposed.Select(terms => DevelopmentItem.Of(plan, terms)));
            plan.TellOfGaps();
            return plan.Id;
        }
    }
}
