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

/// <summary>
/// Works out all figures of a cycle anew, and corrects those that are not as they are kept. Nobody waits while they are worked out: what comes out wrong is worked out again, in one transaction, since others may have reported meanwhile.
/// </summary>
internal sealed class FiguresCheck(FiguresKeeper keeper, OwnWork own)
{
    /// <returns>Of how many objectives they were wrong: none, if they have been kept up to date.</returns>
    public async Task<int> RunAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        await keeper.CatchUpAsync(cancellationToken);
        var suspects = await own.ReadAsync(services => services.GetRequiredService<FiguresRefresh>().FindWrongAsync(cycle, cancellationToken));
        return suspects.Count == 0
            ? 0
            : await own.DoAsync((IServiceProvider services, ExecutionMonitoringDb _) => services.GetRequiredService<FiguresRefresh>().CorrectAsync(cycle, suspects, cancellationToken), cancellationToken);
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
