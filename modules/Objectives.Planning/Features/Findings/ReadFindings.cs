using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Findings;

internal sealed record FindingModel(
    Guid Id, FindingKind Kind, FindingSeverity Severity, bool Repairable, ObjectiveId ObjectiveId, IReadOnlyList<Guid> RelatedIds, decimal? Magnitude, string Message, string Proposal, WaiverModel? Waiver) : IEntityModel;

internal static class FindingReading
{
    /// <summary>A finding's row with what orders it and what its texts need.</summary>
    public sealed record Row(
        FindingId Id, FindingKind Kind, FindingSeverity Severity, int Rank, Guid Key, bool Repairable, bool Waived, ObjectiveId ObjectiveId, string Code, string Unit, List<Guid> Related, decimal? Magnitude, decimal? Value,
        decimal? Limit);

    public static IQueryable<Row> ToRows(this IQueryable<Finding> findings, PlanningDb db, IQueryable<Objective> objectives)
        => findings
            .Join(objectives, f => f.ObjectiveId, o => o.ObjectiveId, (f, o) => new { f, o.Code, o.MeasureId })
            .Join(db.Measures, x => x.MeasureId, m => m.Id, (x, m) => new { x.f, x.Code, m.UnitOfMeasure })
            .Select(x => new Row(
                x.f.Id, x.f.Kind, x.f.Severity, x.f.Rank, (Guid)(object)x.f.Id, x.f.Repairable, x.f.Waived, x.f.ObjectiveId, x.Code, x.UnitOfMeasure, x.f.Related, x.f.Magnitude, x.f.Value, x.f.Limit));

    /// <summary>Two statements more, however many rows: the codes of those they are about, and the waivers.</summary>
    public static async Task<IReadOnlyList<FindingModel>> WithTextsAsync(this PlanningDb db, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var codes = await db.CodesOfAsync(rows, cancellationToken);
        var waived = rows.Where(r => r.Waived).Select(r => r.Id).ToList();
        var waivers = waived.Count == 0 ? [] : await db.FindingWaivers.AsNoTracking().Where(w => EF.Parameter(waived).Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
        return [.. rows.Select(r =>
        {
            var figures = r.Figures(codes);
            var waiver = waivers.TryGetValue(r.Id, out var given) ? new WaiverModel(given.ById, given.At, given.Reason) : null;
            return new FindingModel(r.Id.Value, r.Kind, r.Severity, r.Repairable, r.ObjectiveId, r.Related, r.Magnitude, FindingTexts.Message(figures).ToString(), FindingTexts.Proposal(figures).ToString(), waiver);
        })];
    }

    /// <summary>The codes of the objectives that findings are about. A code tells nothing of what may not be read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> CodesOfAsync(this PlanningDb db, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var related = rows.SelectMany(r => r.Related).Distinct().Select(id => new ObjectiveId(id)).ToList();
        return related.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.Objectives.Where(o => EF.Parameter(related).Contains(o.ObjectiveId)).Select(o => new { o.ObjectiveId, o.Code }).ToDictionaryAsync(o => o.ObjectiveId.Value, o => o.Code, cancellationToken);
    }

    public static FindingTexts.Figures Figures(this Row row, IReadOnlyDictionary<Guid, string> codes)
        => new(row.Kind, row.Magnitude, row.Value, row.Limit, row.Unit, string.Join(", ", row.Related.Where(codes.ContainsKey).Select(id => codes[id])));
}

internal static class FindingsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, FindingModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, FindingModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, FindingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new FindingId(id)).ToList();
            var rows = await db.Findings.Where(f => EF.Parameter(ids).Contains(f.Id)).ToRows(db, db.Objectives.Where(sight.MayRead<Objective>())).ToListAsync(cancellationToken);
            return (await db.WithTextsAsync(rows, cancellationToken)).ToDictionary(f => f.Id);
        }
    }
}

/// <summary>The findings on objectives that the caller may read whole, the worst first, waived ones included.</summary>
internal static class FindingsOfObjectives
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Ids) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<FindingModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<FindingModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<FindingModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var rows = await db.Findings.Where(f => EF.Parameter(request.Ids).Contains(f.ObjectiveId)).ToRows(db, db.Objectives).ToListAsync(cancellationToken);
            var findings = await db.WithTextsAsync([.. rows.OrderBy(r => r.Rank).ThenBy(r => r.Kind)], cancellationToken);
            return findings.GroupBy(f => f.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<FindingModel>)[.. g]);
        }
    }
}

/// <summary>A cycle's findings, the worst first, then by their objectives' codes.</summary>
internal static class ListFindings
{
    public sealed record Filter(IReadOnlyList<FindingKind>? Kinds, IReadOnlyList<FindingSeverity>? Severity, UnitId? UnitId, bool? IncludeSubunits, PersonId? OwnerId, bool? Waived);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<FindingModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IQueryHandler<Query, Page<FindingModel>>
    {
        private static readonly Keyset<FindingReading.Row> WorstFirst = new Keyset<FindingReading.Row>().By(f => f.Rank).By(f => f.Code).By(f => f.Key);

        public async Task<Page<FindingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (findings, objectives) = (db.Findings.Where(f => f.CycleId == request.CycleId), db.Objectives.Where(sight.MayRead<Objective>()));
            if (request.Filter is { } filter)
                (findings, objectives) = await FilteredAsync(findings, objectives, filter, cancellationToken);
            var page = await WorstFirst.PageAsync(findings.ToRows(db, objectives), request.Page, cancellationToken);
            var models = (await db.WithTextsAsync([.. page.Nodes], cancellationToken)).ToDictionary(f => f.Id);
            return page.Select(row => models[row.Id.Value]);
        }

        private async Task<(IQueryable<Finding> Findings, IQueryable<Objective> Objectives)> FilteredAsync(IQueryable<Finding> findings, IQueryable<Objective> objectives, Filter filter, CancellationToken cancellationToken)
        {
            if (filter.Kinds is { } kinds)
                findings = findings.Where(f => EF.Parameter(kinds).Contains(f.Kind));
            if (filter.Severity is { } severities)
                findings = findings.Where(f => EF.Parameter(severities).Contains(f.Severity));
            if (filter.Waived is { } waived)
                findings = findings.Where(f => f.Waived == waived);
            if (filter.UnitId is { } unit)
            {
                var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
                objectives = objectives.Where(o => EF.Parameter(units).Contains(o.UnitId));
            }
            if (filter.OwnerId is { } owner)
                objectives = objectives.Where(o => o.OwnerId == owner);
            return (findings, objectives);
        }
    }
}
