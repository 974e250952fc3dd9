using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Cases;

/// <summary>A cycle's improvement cases that the caller may read, the newest first.</summary>
internal static class ListCases
{
    /// <param name="Text">In the objective's title, in what was said of the deviation, in causes, countermeasures and lessons; whatever the case.</param>
    public sealed record Filter(IReadOnlyList<ImprovementStatus>? Status, PersonId? ResponsibleId, UnitId? UnitId, bool? IncludeSubunits, bool? Overdue, string? Text);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<CaseModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight, IMediator mediator) : IQueryHandler<Query, Page<CaseModel>>
    {
        private static readonly Keyset<CaseModel> Newest = new Keyset<CaseModel>().By(c => c.OpenedAt, descending: true).By(c => c.Id, descending: true);

        public async Task<Page<CaseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cases = db.Cases.Where(c => c.CycleId == request.CycleId).Where(await sight.MayReadAsync(cancellationToken));
            if (request.Filter is { } filter)
                cases = await FilteredAsync(db, cases, request.CycleId, filter, cancellationToken);
            return await Newest.PageAsync(cases.Select(CaseModel.Of), request.Page, cancellationToken);
        }

        private async Task<IQueryable<ImprovementCase>> FilteredAsync(ImprovementDb db, IQueryable<ImprovementCase> cases, CycleId cycle, Filter filter, CancellationToken cancellationToken)
        {
            if (filter.Status is { Count: > 0 } statuses)
                cases = cases.Where(c => statuses.Contains(c.Status));
            if (filter.ResponsibleId is { } responsible)
                cases = cases.Where(c => c.ResponsibleId == responsible);
            if (filter.Overdue is { } overdue)
            {
                var today = (await mediator.Send(new CycleCalendars([cycle]), cancellationToken)).GetValueOrDefault(cycle)?.Today ?? DateOnly.MinValue;
                cases = cases.Where(c => (c.Status == ImprovementStatus.InProgress && (c.Due < today || c.NextReportDue < today)) == overdue);
            }
            cases = cases.Saying(db, filter.Text);
            if (filter.UnitId is not { } unit)
                return cases;
            var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
            return cases.Where(c => EF.Parameter(units).Contains(c.UnitId));
        }
    }

    public static IQueryable<ImprovementCase> Saying(this IQueryable<ImprovementCase> cases, ImprovementDb db, string? text) => cases.Saying(
        text,
        word => c => c.Title.ToLower().Contains(word) || c.Symptoms!.ToLower().Contains(word) || c.Lessons!.ToLower().Contains(word)
            || db.Causes.Any(x => x.CaseId == c.Id && x.Text.ToLower().Contains(word))
            || db.Countermeasures.Any(x => x.CaseId == c.Id && (x.Title.ToLower().Contains(word) || x.Description.ToLower().Contains(word))));
}
