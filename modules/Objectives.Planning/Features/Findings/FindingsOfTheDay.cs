using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Jobs;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>Looks once a day at all objectives of the cycles that still take any: history has grown, by which targets are judged, and duties have changed.</summary>
internal sealed class FindingsOfTheDay(IDbContextFactory<PlanningDb> dbs, FindingsRound round) : IDailyWork
{
    public IDailyCommand CommandFor(DateOnly day) => new RefreshFindings.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycles = await db.Cycles.Where(c => c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var cycle in cycles)
            await round.RunAsync(cycle, looked: null, cancellationToken);
    }
}

/// <summary>Says that the day's findings are there.</summary>
internal static class RefreshFindings
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler : ICommandHandler<Command, int>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken) => Task.FromResult<Result<int>>(0);
    }
}

/// <summary>Another policy, other findings: from which likeness on titles are duplicates, and which targets are too low or too high.</summary>
internal sealed class FindingsByAnotherPolicy(IDbContextFactory<PlanningDb> dbs, FindingsRound round, BusinessClock clock) : IConsumer
{
    public Type EventType => typeof(CyclePolicyChanged);

    public bool TakesMany => false;

    /// <summary>Not one transaction: that would keep everybody from the tree for as long as the round takes.</summary>
    public async Task ConsumeAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var (name, (messageId, @event)) = (GetType().FullName!, messages.Single());
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.Inbox.AnyAsync(i => i.Consumer == name && i.MessageId == messageId, cancellationToken))
            return;
        await round.RunAsync(((CyclePolicyChanged)@event).CycleId, looked: null, cancellationToken);
        db.Inbox.Add(new() { Consumer = name, MessageId = messageId, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }
}
