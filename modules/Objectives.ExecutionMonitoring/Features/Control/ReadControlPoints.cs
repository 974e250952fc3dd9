using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Control;

internal static class ControlPointsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ControlPointModel>>>;

    public sealed class Handler(ControlPointReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ControlPointModel>>>
    {
        public Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ControlPointModel>>> Handle(Query request, CancellationToken cancellationToken) => reader.ReadAsync(request.Objectives, cancellationToken);
    }
}

internal static class ControlPointsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ControlPointModel>>;

    public sealed class Handler(ControlPointReader reader, IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ControlPointModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ControlPointModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (objectives, byHand) = (new HashSet<ObjectiveId>(), new List<ControlPointId>());
            foreach (var id in request.Ids.Select(id => new ControlPointId(id)))
            {
                if (CalendarPointId.TryRead(id, out var objective, out _))
                    objectives.Add(objective);
                else
                    byHand.Add(id);
            }
            if (byHand.Count > 0)
            {
                await using var db = await dbs.CreateDbContextAsync(cancellationToken);
                objectives.UnionWith(await db.ControlPoints.Where(p => EF.Parameter(byHand).Contains(p.Id)).Select(p => p.ObjectiveId).ToListAsync(cancellationToken));
            }
            var asked = request.Ids.ToHashSet();
            return (await reader.ReadAsync(objectives, cancellationToken)).Values.SelectMany(points => points).Where(p => asked.Contains(p.Id)).ToDictionary(p => p.Id);
        }
    }
}

/// <summary>What should have been reached at control points, in the measures' units.</summary>
internal static class ExpectedAt
{
    public readonly record struct Key(ObjectiveId ObjectiveId, DateOnly Date);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, decimal?>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, decimal?>>
    {
        public async Task<IReadOnlyDictionary<Key, decimal?>> Handle(Query request, CancellationToken cancellationToken)
        {
            var terms = await mediator.Send(new ReportingTermsOf([.. request.Keys.Select(k => k.ObjectiveId).Distinct()]), cancellationToken);
            var calendars = await mediator.Send(new CycleCalendars([.. terms.Values.Select(t => t.CycleId).Distinct()]), cancellationToken);
            var targets = await mediator.Send(new PhasedTargets([.. terms.Keys]), cancellationToken);
            return request.Keys.Where(k => terms.ContainsKey(k.ObjectiveId) && targets.ContainsKey(k.ObjectiveId)).ToDictionary(k => k, k =>
            {
                var of = terms[k.ObjectiveId];
                return ExpectedValue.At(k.Date, targets[k.ObjectiveId].Months, calendars[of.CycleId].Start, calendars[of.CycleId].End, of.Aggregation, of.Decimals);
            });
        }
    }
}
