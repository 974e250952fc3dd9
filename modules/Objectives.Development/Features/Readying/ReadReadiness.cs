using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.Features;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Readying;

internal sealed record ReadinessModel(
    PersonId PersonId, int ManagementKnowledge, int SelfManagement, string Evidence, PersonId AssessedById, DateTimeOffset AssessedAt, DateTimeOffset? TrainedAt, WaiverModel? Waiver, decimal Threshold, bool Ready);

/// <summary>What readiness is held against where no cycle is named.</summary>
internal static class ThresholdInForce
{
    /// <summary>The threshold of the cycles that are being prepared or set, the highest where there are several; when there is none, that of the newest cycle.</summary>
    public static async Task<decimal> ThresholdInForceAsync(this IMediator mediator, CancellationToken cancellationToken)
    {
        var cycles = await mediator.Send(new ReadinessThresholds(), cancellationToken);
        return cycles.Where(c => c.IsBeingSet).Select(c => c.Threshold).DefaultIfEmpty(cycles.Count > 0 ? cycles[0].Threshold : Readiness.Least).Max();
    }
}

/// <summary>The readiness of people whose development the caller may read.</summary>
internal static class ReadinessOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> People) : IQuery<IReadOnlyDictionary<PersonId, ReadinessModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, ReadinessModel>>
    {
        public async Task<IReadOnlyDictionary<PersonId, ReadinessModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = await sight.ReadableAsync(request.People, cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var rows = await db.Readiness.AsNoTracking().Where(r => EF.Parameter(people).Contains(r.PersonId)).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return new Dictionary<PersonId, ReadinessModel>();
            var threshold = await mediator.ThresholdInForceAsync(cancellationToken);
            return rows.ToDictionary(r => r.PersonId, r => ModelOf(r, threshold));
        }

        private static ReadinessModel ModelOf(Readiness r, decimal threshold) => new(
            r.PersonId, r.ManagementKnowledge, r.SelfManagement, r.Evidence, r.AssessedById, r.AssessedAt, r.TrainedAt,
            r.WaivedAt is { } at ? new(r.WaivedById!.Value, at, r.WaiverReason!) : null, threshold, r.IsReady(threshold));
    }
}
