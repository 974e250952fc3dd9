using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

/// <summary>Which office meeting has a deviation that is taken to one (S7.4): of what endangers the company the company's, of others one of the deviation's unit or above it.</summary>
internal static class MeetingAgenda
{
    /// <summary>The company's meeting has what endangers the company.</summary>
    public static OfficeLevel LevelOf(DeviationSeverity severity) => severity == DeviationSeverity.Company ? OfficeLevel.Company : OfficeLevel.Department;

    /// <param name="above">The deviation's unit and those above it.</param>
    public static bool IsFor(OfficeLevel level, UnitId unit, DeviationSeverity severity, IReadOnlyList<UnitId> above) => LevelOf(severity) == level && above.Contains(unit);
}

/// <summary>Of a meeting that was held, the deviations that it resolved, whatever became of them later; of one to come, all that are routed to it: those of the unit and below that the office meeting of its level is to resolve.</summary>
internal static class AgendaOf
{
    public readonly record struct Key(OfficeMeetingId Id, OfficeLevel Level, UnitId UnitId, bool Held);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<DeviationModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<DeviationModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<DeviationModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var held = request.Keys.Where(k => k.Held).Select(k => k.Id).ToList();
            var taken = held.Count == 0 ? [] : await db.Resolutions.Where(r => EF.Parameter(held).Contains(r.MeetingId)).Select(r => new { r.MeetingId, r.DeviationId }).Distinct().ToListAsync(cancellationToken);
            var (resolvedBy, ids) = (taken.ToLookup(r => r.MeetingId, r => r.DeviationId), taken.Select(r => r.DeviationId).Distinct().ToList());
            var resolved = ids.Count == 0 ? [] : await db.Deviations.Where(d => EF.Parameter(ids).Contains(d.Id)).ToModels().ToListAsync(cancellationToken);
            var waiting = request.Keys.All(k => k.Held) ? [] : await db.Deviations.Where(Deviation.AwaitingMeeting).ToModels().ToListAsync(cancellationToken);
            var above = waiting.Count == 0 ? new Dictionary<UnitId, IReadOnlyList<UnitId>>() : await mediator.Send(new UnitsAbove([.. waiting.Select(d => d.UnitId).Distinct()]), cancellationToken);
            return request.Keys.Distinct().ToDictionary(k => k, k => (IReadOnlyList<DeviationModel>)[..
                (k.Held ? resolved.FindAll(d => resolvedBy[k.Id].Contains(d.DeviationId)) : waiting.FindAll(d => MeetingAgenda.IsFor(k.Level, k.UnitId, d.Severity, above[d.UnitId]))).OrderByDescending(d => d.SeverityRank).ThenBy(d => d.OpenedAt)]);
        }
    }
}
