using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

internal sealed record ResolutionModel(
    Guid Id, int Ordinal, OfficeMeetingId MeetingId, DeviationId DeviationId, ObjectiveId ObjectiveId, string Text, CorrectionKind? Correction, PersonId ResponsibleId, DateOnly Due, bool Done, DateTimeOffset? DoneAt, string? DoneNote) : IEntityModel
{
    public ResolutionId ResolutionId => new(Id);
}

/// <summary>Who may read what meetings resolved: whoever may read the meeting, or the deviation that it is about, and whoever is responsible.</summary>
internal sealed class ResolutionSight(DeviationSight deviations, IMediator mediator, CallContext call)
{
    public async Task<IQueryable<Resolution>> ReadableAsync(ExecutionMonitoringDb db, CancellationToken cancellationToken)
    {
        var (meetings, about) = (await db.ReadableAsync(call.Caller, mediator, cancellationToken), db.Deviations.Where(await deviations.MayReadAsync(db, cancellationToken)));
        return db.Resolutions.Where(r => meetings.Any(m => m.Id == r.MeetingId) || about.Any(d => d.Id == r.DeviationId));
    }

    /// <summary>Whether he is responsible, or may hold the meeting.</summary>
    public async Task<bool> MayCompleteAsync(PersonId responsible, UnitId unit, CancellationToken cancellationToken) => responsible == call.Caller.Id || await deviations.LeadsAsync(unit, cancellationToken);
}

internal static class ResolutionReading
{
    public static IQueryable<ResolutionModel> ToModels(this IQueryable<Resolution> resolutions)
        => resolutions.Select(r => new ResolutionModel(r.Id.Value, r.Ordinal, r.MeetingId, r.DeviationId, r.ObjectiveId, r.Text, r.Correction, r.ResponsibleId, r.Due, r.DoneAt != null, r.DoneAt, r.DoneNote));
}

internal static class ResolutionsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ResolutionModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, ResolutionSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ResolutionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ResolutionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ResolutionId(id)).ToList();
            return await (await sight.ReadableAsync(db, cancellationToken)).Where(r => EF.Parameter(ids).Contains(r.Id)).ToModels().ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

/// <summary>Of a meeting that the caller may read.</summary>
internal static class ResolutionsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<OfficeMeetingId> Ids) : IQuery<IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<ResolutionModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<ResolutionModel>>>
    {
        public async Task<IReadOnlyDictionary<OfficeMeetingId, IReadOnlyList<ResolutionModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var found = await db.Resolutions.Where(r => EF.Parameter(ids).Contains(r.MeetingId)).ToModels().ToListAsync(cancellationToken);
            return found.GroupBy(r => r.MeetingId).ToDictionary(g => g.Key, g => (IReadOnlyList<ResolutionModel>)[.. g.OrderBy(r => r.Ordinal)]);
        }
    }
}

/// <summary>What meetings resolved about an objective's deviations (S7.4), which is work for it beside its work plan: what is still to be done first, by its day.</summary>
internal static class ResolutionsAbout
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ResolutionModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, ResolutionSight sight) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ResolutionModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ResolutionModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Objectives;
            var found = await (await sight.ReadableAsync(db, cancellationToken)).Where(r => EF.Parameter(ids).Contains(r.ObjectiveId)).ToModels().ToListAsync(cancellationToken);
            return found.GroupBy(r => r.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<ResolutionModel>)[.. g.OrderBy(r => r.Done).ThenBy(r => r.Due).ThenBy(r => r.MeetingId.Value).ThenBy(r => r.Ordinal)]);
        }
    }
}

/// <summary>Whether the caller can now report resolutions done, by the rule that decides when he does it.</summary>
internal static class MayComplete
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ResolutionId> Ids) : IQuery<IReadOnlyDictionary<ResolutionId, bool>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, ResolutionSight sight, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ResolutionId, bool>>
    {
        public async Task<IReadOnlyDictionary<ResolutionId, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<ResolutionId, bool>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var open = await db.Resolutions.Where(r => EF.Parameter(ids).Contains(r.Id) && r.DoneAt == null).Join(db.OfficeMeetings, r => r.MeetingId, m => m.Id, (r, m) => new { r.Id, r.ResponsibleId, m.UnitId }).ToListAsync(cancellationToken);
            var may = new Dictionary<ResolutionId, bool>();
            foreach (var resolution in open)
                may[resolution.Id] = await sight.MayCompleteAsync(resolution.ResponsibleId, resolution.UnitId, cancellationToken);
            return may;
        }
    }
}
