using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

internal sealed record ActualModel(
    ActualId ActualId, ObjectiveId ObjectiveId, Period Period, decimal Value, decimal? Numerator, decimal? Denominator, ActualSource Source, PersonId ReportedById, DateTimeOffset ReportedAt,
    string? Note, string? EvidenceUrl, ActualId? CorrectsId, string? CorrectionReason, ActualId? CorrectedById) : IEntityModel
{
    public Guid Id => ActualId.Value;
}

internal static class ActualProjection
{
    /// <summary>Of what has just been recorded, so nothing corrects it.</summary>
    public static ActualModel ToModel(Actual a)
        => new(a.Id, a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator, a.Source, a.ReportedById, a.ReportedAt, a.Note, a.EvidenceUrl, a.CorrectsId, a.CorrectionReason, CorrectedById: null);

    public static IQueryable<ActualModel> ToModels(this IQueryable<Actual> actuals, ExecutionMonitoringDb db)
        => actuals.Select(a => new ActualModel(
            a.Id, a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator, a.Source, a.ReportedById, a.ReportedAt, a.Note, a.EvidenceUrl, a.CorrectsId, a.CorrectionReason,
            db.Actuals.Where(c => c.CorrectsId == a.Id).Select(c => (ActualId?)c.Id).FirstOrDefault()));
}

internal static class ActualsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ActualModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ActualModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ActualModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ActualId(id)).ToList();
            var actuals = await db.Actuals.Where(a => ids.Contains(a.Id)).ToModels(db).ToListAsync(cancellationToken);
            var readable = await mediator.Send(new ReadableObjectives([.. actuals.Select(a => a.ObjectiveId).Distinct()]), cancellationToken);
            return actuals.Where(a => readable.Contains(a.ObjectiveId)).ToDictionary(a => a.Id);
        }
    }
}

/// <summary>What was recorded for objectives, by period, a correction after what it corrects; of one granularity or of all.</summary>
internal static class ActualsOf
{
    public readonly record struct Key(ObjectiveId ObjectiveId, PeriodGranularity? Granularity);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<ActualModel>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<ActualModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<ActualModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var readable = await mediator.Send(new ReadableObjectives([.. request.Keys.Select(k => k.ObjectiveId).Distinct()]), cancellationToken);
            var objectives = readable.ToList();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var actuals = (await db.Actuals.Where(a => objectives.Contains(a.ObjectiveId)).ToModels(db).ToListAsync(cancellationToken)).ToLookup(a => a.ObjectiveId);
            return request.Keys.ToDictionary(key => key, key => (IReadOnlyList<ActualModel>)[.. actuals[key.ObjectiveId]
                .Where(a => key.Granularity is null || a.Period.Granularity == key.Granularity)
                .OrderBy(a => a.Period).ThenBy(a => a.ReportedAt).ThenBy(a => a.Id)]);
        }
    }
}
