using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>Looks once a day at all objectives of the cycles that still take any: history has grown, by which targets are judged, and duties have changed.</summary>
internal sealed class FindingsOfTheDay : IDailyWork
{
    public IDailyCommand CommandFor(DateOnly day) => new RefreshFindings.Command(day);
}

internal static class RefreshFindings
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(PlanningDb db, FindingsRefresh findings) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycles = await db.Cycles.Where(c => c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution).Select(c => c.Id).ToListAsync(cancellationToken);
            foreach (var cycle in cycles)
                await findings.RefreshAllAsync(cycle, cancellationToken);
            return cycles.Count;
        }
    }
}

/// <summary>Another policy, other findings: from which likeness on titles are duplicates, and which targets are too low or too high.</summary>
internal sealed class FindingsByAnotherPolicy(PlanningDb db, BusinessClock clock, CommandGate gate, Recorder recorder, FindingsRefresh findings) : Consumer<CyclePolicyChanged>(db, clock, gate, recorder)
{
    protected override Task HandleAsync(CyclePolicyChanged @event, CancellationToken cancellationToken) => findings.RefreshAllAsync(@event.CycleId, cancellationToken);
}
