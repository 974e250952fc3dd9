using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>Works out once a day all figures of the cycles that are carried out or appraised, and tells of those that were not as they were kept (S7.3).</summary>
internal sealed partial class FiguresOfTheDay(IMediator mediator, FiguresCheck check, ILogger<FiguresOfTheDay> log) : IDailyWork
{
    public IDailyCommand CommandFor(DateOnly day) => new CheckFigures.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        foreach (var cycle in await mediator.Send(new CyclesCarriedOut(), cancellationToken))
        {
            if (await check.RunAsync(cycle, cancellationToken) is > 0 and var wrong)
                LogWrong(log, wrong, cycle.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kept figures of {Count} objectives of cycle {CycleId} were not those of their actuals; they are now.")]
    private static partial void LogWrong(ILogger logger, int count, Guid cycleId);
}

/// <summary>Works out all figures of a cycle in a transaction of its own; gives of how many objectives they were wrong.</summary>
internal sealed class FiguresCheck(IServiceScopeFactory scopes)
{
    public async Task<int> RunAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var db = services.GetRequiredService<ExecutionMonitoringDb>();
        await using var turn = await services.GetRequiredService<CommandGate>().EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var wrong = await services.GetRequiredService<FiguresRefresh>().RefreshAllAsync(cycle, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return wrong;
    }
}

/// <summary>Says that the day's figures have been checked.</summary>
internal static class CheckFigures
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
