using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Recognitions;

/// <summary>Recognitions, the newest first (S4.7).</summary>
internal static class ListRecognitions
{
    /// <param name="CycleId">Those given on its days.</param>
    /// <param name="UnitId">Of people who worked in this unit then, with <paramref name="IncludeSubunits"/> also in those below it.</param>
    public sealed record Filter(CycleId? CycleId, UnitId? UnitId, bool? IncludeSubunits, PersonId? ToId, PersonId? ById, IReadOnlyList<RecognitionKind>? Kind);

    [AllowedToEveryone]
    public sealed record Query(Filter Filter, PageRequest Page) : IQuery<Page<RecognitionModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator, RecognitionSight sight) : IQueryHandler<Query, Page<RecognitionModel>>
    {
        private static readonly Keyset<RecognitionModel> Newest = new Keyset<RecognitionModel>().By(r => r.At, descending: true).By(r => r.Id, descending: true);

        public async Task<Page<RecognitionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if (await WantedAsync(db, request.Filter, cancellationToken) is not { } wanted)
                return Page<RecognitionModel>.Empty;
            var page = await Newest.PageAsync(wanted.ToModels(), request.Page, cancellationToken);
            var shown = await sight.ShownAsync([.. page.Nodes], cancellationToken);
            return page with { Edges = [.. page.Edges.Zip(shown, (edge, model) => edge with { Node = model })] };
        }

        private async Task<IQueryable<Recognition>?> WantedAsync(PerformanceLinkageDb db, Filter filter, CancellationToken cancellationToken)
        {
            IQueryable<Recognition> wanted = db.Recognitions;
            if (filter.CycleId is { } cycle)
            {
                if ((await mediator.Send(new CycleCalendars([cycle]), cancellationToken)).GetValueOrDefault(cycle) is not { } calendar)
                    return null;
                var (from, until) = (BusinessClock.EndOf(calendar.Start.AddDays(-1), calendar.TimeZone), BusinessClock.EndOf(calendar.End, calendar.TimeZone));
                wanted = wanted.Where(r => r.At >= from && r.At < until);
            }
            if (filter.UnitId is { } unit)
            {
                var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
                wanted = wanted.Where(r => EF.Parameter(units).Contains(r.UnitId));
            }
            if (filter.ToId is { } to)
                wanted = wanted.Where(r => r.ToId == to);
            if (filter.ById is { } by)
                wanted = wanted.Where(r => r.ById == by);
            if (filter.Kind is { Count: > 0 } kinds)
                wanted = wanted.Where(r => EF.Parameter(kinds).Contains(r.Kind));
            return wanted;
        }
    }
}
