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

/// <summary>Closes past months of a cycle: what was reached in them is settled, and changes only by corrections with a reason (S7.3).</summary>
/// <remarks>By HR and administrators, who keep the cycles. Fails with NOT_FOUND, INVALID, FORBIDDEN_BY_STATE (not in execution or appraisal, not over), PERIOD_CLOSED (already).</remarks>
internal static class ClosePeriod
{
    /// <param name="Period">A month, or a quarter or year for all its months within the cycle.</param>
    [AllowedTo(Role.Administrator, Role.Hr)]
    public sealed record Command(CycleId CycleId, Period Period, string? Reason) : ICommand<CycleId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(Cycle.MaxReasonLength, multiline: true);
    }

    public sealed class Handler(PlanningDb db, BusinessClock clock) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            var closed = cycle.ClosePeriod(request.Period, cycle.DayOf(clock.GetUtcNow()));
            return closed.IsSuccess ? cycle.Id : Result<CycleId>.Failure(closed.Errors);
        }
    }
}
