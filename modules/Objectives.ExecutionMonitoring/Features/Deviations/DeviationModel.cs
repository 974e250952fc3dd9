using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

internal sealed record DeviationModel(
    Guid Id, long Version, ObjectiveId ObjectiveId, CycleId CycleId, UnitId UnitId, PersonId OwnerId, DeviationKind Kind, DateTimeOffset OpenedAt, PersonId? OpenedById, string? Told, decimal? Actual, decimal? Target,
    bool ExternalCause, DeviationSeverity Severity, int SeverityRank, DeviationRoute Route, bool Routed, string? RouteNote, DeviationStatus Status, PersonId? NamedSupervisorId, OfficeMeetingId? MeetingId, TargetRevisionId? RevisionId, int Round,
    DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt) : IEntityModel
{
    public DeviationId DeviationId => new(Id);

    public Text Description => Told is { } told ? new(told, told) : new(
        $"Actual to date {Written(Actual)}, target to date {Written(Target)}.", $"累计实际 {Written(Actual)}，同期目标 {Written(Target)}。");

    private static string Written(decimal? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "—";
}

internal static class DeviationReading
{
    public static IQueryable<DeviationModel> ToModels(this IQueryable<Deviation> deviations) => deviations.Select(d => new DeviationModel(
        (Guid)(object)d.Id, d.Version, d.ObjectiveId, d.CycleId, d.UnitId, d.OwnerId, d.Kind, d.OpenedAt, d.OpenedById, d.Description, d.Actual, d.Target, d.ExternalCause, d.Severity, d.SeverityRank, d.Route, d.IsRouted, d.RouteNote, d.Status,
        d.SupervisorId, d.MeetingId, d.RevisionId, d.Round, d.ResolvedAt, d.ClosedAt));
}

internal static class DeviationsById
{
    /// <param name="OnAgenda">Of a meeting whose agenda the caller may read.</param>
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids, bool OnAgenda = false) : IQuery<IReadOnlyDictionary<Guid, DeviationModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, DeviationSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, DeviationModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, DeviationModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new DeviationId(id)).ToList();
            var readable = request.OnAgenda ? db.Deviations : db.Deviations.Where(await sight.MayReadAsync(db, cancellationToken));
            return await readable.Where(d => EF.Parameter(ids).Contains(d.Id)).ToModels().ToDictionaryAsync(d => d.Id, cancellationToken);
        }
    }
}

/// <summary>The newest first.</summary>
internal static class DeviationsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<DeviationModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, DeviationSight sight) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<DeviationModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<DeviationModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Objectives;
            var found = await db.Deviations.Where(await sight.MayReadAsync(db, cancellationToken)).Where(d => EF.Parameter(ids).Contains(d.ObjectiveId)).ToModels().ToListAsync(cancellationToken);
            return found.GroupBy(d => d.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<DeviationModel>)[.. g.OrderByDescending(d => d.OpenedAt)]);
        }
    }
}

internal sealed record EffectModel(ObjectiveId ObjectiveId, decimal? ForecastBefore, decimal? ForecastAfter, bool Endangered);

/// <summary>From the objective directly above to the root.</summary>
internal static class EffectsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Ids) : IQuery<IReadOnlyDictionary<DeviationId, IReadOnlyList<EffectModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, IReadOnlyList<EffectModel>>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, IReadOnlyList<EffectModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var found = await db.Effects.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.DeviationId)).ToListAsync(cancellationToken);
            return found.GroupBy(e => e.DeviationId).ToDictionary(
                g => g.Key, g => (IReadOnlyList<EffectModel>)[.. g.OrderBy(e => e.Level).Select(e => new EffectModel(e.ObjectiveId, e.Before, e.After, e.Endangered))]);
        }
    }
}

internal sealed record SettlementModel(PersonId ById, DateTimeOffset At, string Agreement, bool ByOwner, bool Counts);

/// <summary>As they were given; those of before it was opened again no longer count.</summary>
internal static class SettlementsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Ids) : IQuery<IReadOnlyDictionary<DeviationId, IReadOnlyList<SettlementModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, IReadOnlyList<SettlementModel>>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, IReadOnlyList<SettlementModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var found = await db.Settlements.Where(s => EF.Parameter(ids).Contains(s.DeviationId))
                .Join(db.Deviations, s => s.DeviationId, d => d.Id, (s, d) => new { s.DeviationId, s.ById, s.At, s.Agreement, s.ByOwner, Counts = s.Round == d.Round }).ToListAsync(cancellationToken);
            return found.GroupBy(s => s.DeviationId).ToDictionary(
                g => g.Key, g => (IReadOnlyList<SettlementModel>)[.. g.OrderBy(s => s.At).Select(s => new SettlementModel(s.ById, s.At, s.Agreement, s.ByOwner, s.Counts))]);
        }
    }
}

internal static class CoordinatedUnitsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Ids) : IQuery<IReadOnlyDictionary<DeviationId, IReadOnlyList<UnitId>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, IReadOnlyList<UnitId>>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, IReadOnlyList<UnitId>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var found = await db.CoordinatedUnits.AsNoTracking().Where(u => EF.Parameter(ids).Contains(u.DeviationId)).ToListAsync(cancellationToken);
            return found.GroupBy(u => u.DeviationId).ToDictionary(g => g.Key, g => (IReadOnlyList<UnitId>)[.. g.Select(u => u.UnitId)]);
        }
    }
}

/// <summary>Who settles a deviation beside the owner (S7.2): whom the direct superior named, else he himself; where the owner has none, an executive; where there is no other, the owner.</summary>
internal static class SupervisorsOf
{
    public readonly record struct Key(PersonId OwnerId, PersonId? NamedId);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, PersonId>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, PersonId>>
    {
        public async Task<IReadOnlyDictionary<Key, PersonId>> Handle(Query request, CancellationToken cancellationToken)
        {
            var superiors = await mediator.Send(new Superiors([.. request.Keys.Where(k => k.NamedId is null).Select(k => k.OwnerId).Distinct()]), cancellationToken);
            var executives = request.Keys.All(k => k.NamedId is not null || superiors[k.OwnerId].Count > 0) ? [] : await mediator.Send(new HoldersOf(Role.Executive), cancellationToken);
            return request.Keys.Distinct().ToDictionary(
                k => k, k => k.NamedId ?? superiors[k.OwnerId].Concat(executives).Select(p => (PersonId?)p).FirstOrDefault(p => p != k.OwnerId) ?? k.OwnerId);
        }
    }
}
