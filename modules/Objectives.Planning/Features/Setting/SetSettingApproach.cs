using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Setting;

/// <summary>States from which end a unit and those below it set their objectives in a cycle (S6.7); those with an approach of their own keep it.</summary>
/// <remarks>By executives, HR and administrators, and by leaders for their units. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (cycle past execution).</remarks>
internal static class SetSettingApproach
{
    public sealed record Command(CycleId CycleId, UnitId UnitId, SettingApproach Approach) : ICommand<CycleId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Approach).IsInEnum();
    }

    public sealed class Rule(ObjectiveAccess access, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "unitId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new Whereabouts([], [request.UnitId], [], [], [], []), cancellationToken)).UnitParents.Count == 0)
                return Access.NotFound;
            var isAllowed = caller.Is(Role.Executive, Role.Hr, Role.Administrator) || (await access.SightAsync(cancellationToken)).Leads(request.UnitId);
            return isAllowed ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (!cycle.TakesObjectives)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is in appraisal or closed.", "目标周期已进入考核或关闭。"), "cycleId");
            var known = await db.UnitApproaches.SingleOrDefaultAsync(a => a.CycleId == cycle.Id && a.UnitId == request.UnitId, cancellationToken);
            if (known is null)
                db.UnitApproaches.Add(UnitApproach.Of(cycle.Id, request.UnitId, request.Approach));
            else
                known.Change(request.Approach);
            return cycle.Id;
        }
    }
}
