using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Setting;

internal sealed record SettingProgressModel(UnitId UnitId, SettingApproach Approach, IReadOnlyList<BriefingKind> BriefingsMissing, IReadOnlyList<SettingStep> Steps);

/// <summary>How far setting has come in a unit and all below it, by the rules of <see cref="SettingSteps"/>; without a unit in the whole company.</summary>
internal static class ReadSettingProgress
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, int Year, UnitId? UnitId) : IQuery<SettingProgressModel>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IQueryHandler<Query, SettingProgressModel>
    {
        public async Task<SettingProgressModel> Handle(Query request, CancellationToken cancellationToken)
        {
            var asked = request.UnitId ?? await mediator.Send(new RootUnit(), cancellationToken);
            var units = asked is { } top ? await mediator.Send(new UnitsUnder(top), cancellationToken) : [];
            if (asked is not { } unit || units.Count == 0)
                throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such unit.", "该单位不存在。"));
            var lines = await mediator.Send(new UnitsAbove(units), cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var information = BriefingKinds.Information;
            var published = (await db.Briefings.Where(b => b.CycleId == request.CycleId && b.RemovedAt == null && information.Contains(b.Kind)).Select(b => new { b.UnitId, b.Kind }).Distinct().ToListAsync(cancellationToken))
                .ConvertAll(b => (b.UnitId, b.Kind));
            var stated = await db.UnitApproaches.Where(a => a.CycleId == request.CycleId).ToDictionaryAsync(a => a.UnitId, a => a.Approach, cancellationToken);
            var closed = units.Where(u => SettingGate.Missing(published, lines[u]).Count > 0).ToHashSet();
            var places = await mediator.Send(new PlacesOf(units), cancellationToken);
            var members = await mediator.Send(new MembersOf(units), cancellationToken);
            var active = (await mediator.Send(new Whereabouts([], units, [], [], [], []), cancellationToken)).UnitParents.Keys;
            var waiting = await Live(db, request).Where(o => db.SupportRequests.Any(r => r.ObjectiveId == o.ObjectiveId && r.Status == SupportStatus.Requested)).AsNoTracking().ToListAsync(cancellationToken);
            return new(unit, UnitApproach.Nearest(stated, lines[unit]), SettingGate.Missing(published, lines[unit]),
            [
                await StrategyAsync(db, request, cancellationToken),
                SettingSteps.Of(SettingStepKind.Team, "Unit", active.ToDictionary(u => u), await CountAsync(db, request, waiting, o => (UnitId?)o.UnitId, [ObjectiveLevel.Company, ObjectiveLevel.Team], cancellationToken), closed),
                SettingSteps.Of(SettingStepKind.Region, "Region", places.Regions, await CountAsync(db, request, waiting, o => o.RegionId, [ObjectiveLevel.Region], cancellationToken), closed),
                SettingSteps.Of(SettingStepKind.Customer, "Customer", places.Customers, await CountAsync(db, request, waiting, o => o.CustomerId, [ObjectiveLevel.Customer], cancellationToken), closed),
                SettingSteps.Of(SettingStepKind.Position, "Position", places.Positions, await CountAsync(db, request, waiting, o => o.PositionId, [ObjectiveLevel.Position], cancellationToken), closed),
                await PeriodAsync(db, request, units, closed, cancellationToken),
                SettingSteps.Of(SettingStepKind.Personal, "Person", members.ToDictionary(m => m.PersonId, m => m.UnitId), await CountAsync(db, request, waiting, o => (PersonId?)o.OwnerId, [ObjectiveLevel.Personal], cancellationToken), closed),
            ]);
        }

        private static async Task<SettingStep> StrategyAsync(PlanningDb db, Query request, CancellationToken cancellationToken)
        {
            var elements = await db.StrategyElements.Select(s => new { s.Id, s.Kind, s.From, s.Until, s.ParentId }).ToDictionaryAsync(s => s.Id, cancellationToken);
            var used = await db.Objectives.Where(o => o.CycleId == request.CycleId && o.Level == ObjectiveLevel.Company && o.Status != ObjectiveStatus.Withdrawn && o.StrategyElementId != null)
                .Select(o => o.StrategyElementId!.Value).Distinct().ToListAsync(cancellationToken);
            bool ReachesVision(StrategyElementId? from)
            {
                while (from is { } id && elements.TryGetValue(id, out var element))
                {
                    if (element.Kind == StrategyKind.Vision)
                        return true;
                    from = element.ParentId;
                }
                return false;
            }
            var plans = elements.Values.Where(e => e.Kind == StrategyKind.AnnualPlan && e.From <= request.Year && e.Until >= request.Year).ToList();
            return SettingSteps.Of(
                SettingStepKind.Strategy, plans.Count,
                [.. plans.Where(p => !used.Contains(p.Id)).Select(p => new OpenSubject("StrategyElement", p.Id.Value, SettingLack.Objective, ReachesVision(p.Id) ? null : SettingBlock.Strategy))]);
        }

        /// <summary>By subject, in one statement; a subject without an objective is not there.</summary>
        private static async Task<IReadOnlyDictionary<TKey, SubjectCount>> CountAsync<TKey>(
            PlanningDb db, Query request, IReadOnlyList<Objective> waiting, Expression<Func<Objective, TKey?>> subject, IReadOnlyList<ObjectiveLevel> levels, CancellationToken cancellationToken)
            where TKey : struct
        {
            var counts = await Live(db, request).Where(o => levels.Contains(o.Level)).GroupBy(subject)
                .Select(g => new { g.Key, Live = g.Count(), Open = g.Count(o => o.Status == ObjectiveStatus.Draft || o.Status == ObjectiveStatus.Negotiating) }).ToListAsync(cancellationToken);
            var waits = waiting.Where(o => levels.Contains(o.Level)).Select(subject.Compile()).ToHashSet();
            return counts.Where(c => c.Key is not null).ToDictionary(c => c.Key!.Value, c => new SubjectCount(c.Live, c.Live - c.Open, waits.Contains(c.Key)));
        }

        /// <summary>Of what is open those that the caller may read.</summary>
        private async Task<SettingStep> PeriodAsync(PlanningDb db, Query request, IReadOnlyList<UnitId> units, HashSet<UnitId> closed, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var unphased = await Live(db, request).Where(o => EF.Parameter(units).Contains(o.UnitId) && o.Phasing == null).Where(sight.MayRead<Objective>())
                .OrderByDescending(o => EF.Parameter(closed).Contains(o.UnitId)).ThenBy(o => o.Code).Take(SettingStep.MaxOpen).Select(o => new { o.ObjectiveId, o.UnitId }).ToListAsync(cancellationToken);
            var counts = await Live(db, request).Where(o => EF.Parameter(units).Contains(o.UnitId)).GroupBy(o => o.UnitId).Select(g => new { Unit = g.Key, Live = g.Count(), Phased = g.Count(o => o.Phasing != null) }).ToListAsync(cancellationToken);
            return new(
                SettingStepKind.Period, counts.Sum(c => c.Phased), counts.Sum(c => c.Live), counts.Where(c => closed.Contains(c.Unit)).Sum(c => c.Live - c.Phased),
                [.. unphased.Select(o => new OpenSubject("Objective", o.ObjectiveId.Value, SettingLack.Phasing, closed.Contains(o.UnitId) ? SettingBlock.Briefing : null))]);
        }

        private static IQueryable<Objective> Live(PlanningDb db, Query request) => db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn);
    }
}
