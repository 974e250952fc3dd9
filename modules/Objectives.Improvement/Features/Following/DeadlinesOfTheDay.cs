using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Following;

/// <summary>
/// Reminds once a day of deadlines within the next days, and tells of those that have passed and of reports that are missing (S7.9, S7.10): each once for each day that was promised, so that neither days without a round nor
/// another date tell one twice or none.
/// </summary>
internal sealed class DeadlinesOfTheDay(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, BusinessClock clock) : IDailyWork
{
    /// <summary>So many days ahead.</summary>
    public const int Ahead = 3;
    private const int Portion = 500;

    public IDailyCommand CommandFor(DateOnly day) => new CheckImprovementDeadlines.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        var today = clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken));
        foreach (var kind in Enum.GetValues<ImprovementReminder>())
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            foreach (var portion in (await db.Cases.Awaiting(kind, today).Select(c => c.Id).ToListAsync(cancellationToken)).Chunk(Portion))
                await mediator.Send(new TellOfImprovements.Command(portion, kind, today), cancellationToken);
        }
    }
}

internal static class AwaitingReminders
{
    /// <summary>Those about which it is to be told, and was not; that the deadline has passed also says that the report of that day is missing.</summary>
    public static IQueryable<ImprovementCase> Awaiting(this IQueryable<ImprovementCase> cases, ImprovementReminder kind, DateOnly today)
    {
        var (soon, running) = (today.AddDays(DeadlinesOfTheDay.Ahead), cases.Where(c => c.Status == ImprovementStatus.InProgress));
        return kind switch
        {
            ImprovementReminder.DeadlineNear => running.Where(c => c.Due >= today && c.Due <= soon && (c.RemindedOf == null || c.RemindedOf != c.Due)),
            ImprovementReminder.DeadlinePassed => running.Where(c => c.Due < today && (c.OverdueTold == null || c.OverdueTold != c.Due)),
            _ => running.Where(c => c.NextReportDue < today && c.NextReportDue != c.Due && (c.MissedTold == null || c.MissedTold != c.NextReportDue)),
        };
    }
}

/// <summary>Keeps that deadlines and missing reports were told, and tells of them.</summary>
/// <remarks>Raises <see cref="ImprovementReminded"/>. It is no change of the cases, which keep their versions.</remarks>
internal static class TellOfImprovements
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<ImprovementCaseId> Ids, ImprovementReminder Kind, DateOnly Today) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Ids).NotNull();
    }

    public sealed class Handler(ImprovementDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var untold = db.Cases.Where(c => EF.Parameter(request.Ids).Contains(c.Id)).Awaiting(request.Kind, request.Today);
            var told = await untold.Select(c => new { c.Id, c.ResponsibleId, c.Due, c.NextReportDue }).ToListAsync(cancellationToken);
            _ = request.Kind switch
            {
                ImprovementReminder.DeadlineNear => await untold.ExecuteUpdateAsync(s => s.SetProperty(c => c.RemindedOf, c => c.Due), cancellationToken),
                ImprovementReminder.DeadlinePassed => await untold.ExecuteUpdateAsync(s => s.SetProperty(c => c.OverdueTold, c => c.Due), cancellationToken),
                _ => await untold.ExecuteUpdateAsync(s => s.SetProperty(c => c.MissedTold, c => c.NextReportDue), cancellationToken),
            };
            foreach (var one in told)
                db.Raise(new ImprovementReminded(one.Id, one.ResponsibleId!.Value, request.Kind, request.Kind == ImprovementReminder.ReportMissed ? one.NextReportDue!.Value : one.Due!.Value));
            return told.Count;
        }
    }
}

/// <summary>Says that the day's deadlines and missing reports have been told.</summary>
internal static class CheckImprovementDeadlines
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
