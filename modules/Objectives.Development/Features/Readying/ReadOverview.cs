using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Readying;

/// <summary>In the order in which a leader deals with them.</summary>
internal enum ReadinessState
{
    NotAssessed,
    NotReady,
    Ready,
}

internal sealed record PersonReadinessModel(PersonId PersonId, ReadinessState State, decimal Threshold);

/// <summary>
/// How ready the people of a unit are, or those whom the caller leads directly, as far as he may read it: who was not assessed first, then who is not ready.
/// </summary>
internal static class ReadOverview
{
    [AllowedToEveryone]
    public sealed record Query(UnitId? UnitId, bool IncludeSubunits, ReadinessState? State, PageRequest Page) : IQuery<Page<PersonReadinessModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator) : IQueryHandler<Query, Page<PersonReadinessModel>>
    {
        public async Task<Page<PersonReadinessModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = request.UnitId is { } unit ? await sight.MembersAsync(unit, request.IncludeSubunits, cancellationToken) : await sight.LedAsync(cancellationToken);
            if (people.Count == 0)
                return Page<PersonReadinessModel>.Empty;
            var threshold = await mediator.ThresholdInForceAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var assessed = await db.Readiness.AsNoTracking().Where(r => EF.Parameter(people).Contains(r.PersonId)).ToDictionaryAsync(r => r.PersonId, cancellationToken);
            var found = people.Select(p => new PersonReadinessModel(p, StateOf(assessed.GetValueOrDefault(p), threshold), threshold)).Where(r => request.State is null || r.State == request.State);
            return Page.Of(found.Select(r => (string.Create(CultureInfo.InvariantCulture, $"{(int)r.State}{r.PersonId.Value:N}"), r)), request.Page);
        }

        private static ReadinessState StateOf(Readiness? readiness, decimal threshold)
        {
            if (readiness is null)
                return ReadinessState.NotAssessed;
            return readiness.IsReady(threshold) ? ReadinessState.Ready : ReadinessState.NotReady;
        }
    }
}
