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

/// <summary>Opens closed months again, for a reason that the cycle's history keeps (S7.3).</summary>
/// <remarks>By HR and administrators. Fails with NOT_FOUND, REQUIRED (reason), INVALID, FORBIDDEN_BY_STATE (not closed, or the cycle itself is).</remarks>
internal static class ReopenPeriod
{
    [AllowedTo(Role.Administrator, Role.Hr)]
    public sealed record Command(CycleId CycleId, Period Period, string? Reason) : ICommand<CycleId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(Cycle.MaxReasonLength, multiline: true);
    }

    public sealed class Handler(PlanningDb db) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            var reopened = cycle.ReopenPeriod(request.Period);
            return reopened.IsSuccess ? cycle.Id : Result<CycleId>.Failure(reopened.Errors);
        }
    }
}
