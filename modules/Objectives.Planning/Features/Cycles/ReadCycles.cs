using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Cycles;

internal sealed record CycleModel(CycleId CycleId, long Version, string Name, int Year, DateOnly Start, DateOnly End, CycleStatus Status, string TimeZone, CyclePolicy Policy, string? ClosedMonths) : IEntityModel
{
    public static readonly Expression<Func<Cycle, CycleModel>> Of = c => new(c.Id, c.Version, c.Name, c.Year, c.Start, c.End, c.Status, c.TimeZone, c.Policy, c.ClosedMonths);

    public Guid Id => CycleId.Value;

    public IReadOnlyList<Period> ClosedPeriods => CycleMonths.Closed(Status, Start, End, ClosedMonths);
}

internal static class CyclesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CycleModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CycleModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CycleModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CycleId(id)).ToList();
            return await db.Cycles.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(CycleModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>All cycles, the newest first.</summary>
internal static class AllCycles
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<CycleModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyList<CycleModel>>
    {
        public async Task<IReadOnlyList<CycleModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Cycles.AsNoTracking().OrderByDescending(c => c.Start).ThenBy(c => c.Name).Select(CycleModel.Of).ToListAsync(cancellationToken);
        }
    }
}

/// <summary>The cycle that today falls in, by its own time zone, or the latest.</summary>
internal static class CurrentCycle
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<CycleModel?>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, BusinessClock clock) : IQueryHandler<Query, CycleModel?>
    {
        public async Task<CycleModel?> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cycles = await db.Cycles.AsNoTracking().OrderByDescending(c => c.Start).ThenBy(c => c.Name).Select(CycleModel.Of).ToListAsync(cancellationToken);
            return cycles.Find(c => clock.TodayIn(c.TimeZone) is var today && today >= c.Start && today <= c.End) ?? cycles.FirstOrDefault();
        }
    }
}
