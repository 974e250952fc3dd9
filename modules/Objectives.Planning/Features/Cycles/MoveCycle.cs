using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Cycles;

/// <summary>Takes a cycle to its next stage, or one back to mend a mistake.</summary>
internal static class MoveCycle
{
    [AllowedTo(Role.Administrator, Role.Hr)]
    public sealed record Command(CycleId CycleId, CycleStatus To, long? ExpectedVersion) : ICommand<CycleId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.To).IsInEnum();
    }

    public sealed class Handler(PlanningDb db, BusinessClock clock) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (cycle.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            await db.HoldTreeAsync(cycle.Id, cancellationToken); // What is drafted meanwhile belongs to the one stage or the other.
            var moved = cycle.MoveTo(request.To, clock.TodayIn(cycle.TimeZone));
            return moved.IsSuccess ? cycle.Id : Result<CycleId>.Failure(moved.Errors);
        }
    }
}
