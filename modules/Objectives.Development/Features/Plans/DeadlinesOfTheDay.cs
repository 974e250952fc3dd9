using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Plans;

/// <summary>
/// Reminds once a day of what is due within the next days, and tells of what was due and is not done (S5.4): each once for each due date, so that neither days without a round nor another
/// date tell one twice or none.
/// </summary>
internal sealed class DeadlinesOfTheDay(IDbContextFactory<DevelopmentDb> dbs, IMediator mediator, BusinessClock clock) : IDailyWork
{
    /// <summary>So many days ahead.</summary>
    public const int Ahead = 14;
    private const int Portion = 500;

    public IDailyCommand CommandFor(DateOnly day) => new CheckDevelopmentDeadlines.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        var today = clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken));
        var soon = today.AddDays(Ahead);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var due = await (
            from i in db.DevelopmentItems.Where(i => (i.Status == DevelopmentItemStatus.Planned || i.Status == DevelopmentItemStatus.InProgress) && i.Due <= soon)
            join p in db.DevelopmentPlans on i.PlanId equals p.Id
            where i.Due < today ? i.OverdueTold == null || i.OverdueTold != i.Due : i.RemindedOf == null || i.RemindedOf != i.Due
            orderby i.Due, i.Id
            select new { i.Id, p.CycleId, IsOverdue = i.Due < today }).ToListAsync(cancellationToken);
        var cycles = await mediator.Send(new CycleCalendars([.. due.Select(i => i.CycleId).Distinct()]), cancellationToken);
        foreach (var kind in due.Where(i => !cycles[i.CycleId].IsClosed).GroupBy(i => i.IsOverdue))
        {
            foreach (var portion in kind.Select(i => i.Id).Chunk(Portion))
                await mediator.Send(new TellOfDeadlines.Command(portion, kind.Key), cancellationToken);
        }
    }
}

/// <summary>Keeps that deadlines were told, and tells of them.</summary>
/// <remarks>Raises <see cref="DevelopmentDue"/>. It is no change of the plans, which keep their versions.</remarks>
internal static class TellOfDeadlines
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<DevelopmentItemId> Ids, bool IsOverdue) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Ids).NotNull();
    }

    public sealed class Handler(DevelopmentDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var untold = db.DevelopmentItems.Where(i => EF.Parameter(request.Ids).Contains(i.Id) && (i.Status == DevelopmentItemStatus.Planned || i.Status == DevelopmentItemStatus.InProgress));
            var items = request.IsOverdue
                ? untold.Where(i => i.OverdueTold == null || i.OverdueTold != i.Due)
                : untold.Where(i => i.RemindedOf == null || i.RemindedOf != i.Due);
            var told = await items.Select(i => new { i.Id, i.PersonId, i.Due }).ToListAsync(cancellationToken);
            _ = request.IsOverdue
                ? await items.ExecuteUpdateAsync(s => s.SetProperty(i => i.OverdueTold, i => i.Due), cancellationToken)
                : await items.ExecuteUpdateAsync(s => s.SetProperty(i => i.RemindedOf, i => i.Due), cancellationToken);
            foreach (var item in told)
                db.Raise(new DevelopmentDue(item.Id, item.PersonId, item.Due, request.IsOverdue));
            return told.Count;
        }
    }
}

/// <summary>Says that the day's deadlines have been told.</summary>
internal static class CheckDevelopmentDeadlines
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
