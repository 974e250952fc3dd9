using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Reporting;
using Objectives.ExecutionMonitoring.Features.Dashboard;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Reporting;

/// <summary>As <c>objectives</c> takes it.</summary>
internal sealed record AttainmentFilter(
    CycleId? CycleId, string? Text, IReadOnlyList<ObjectiveLevel>? Level, IReadOnlyList<ObjectiveStatus>? Status, PersonId? OwnerId, UnitId? UnitId, bool? IncludeSubunits,
    RegionId? RegionId, CustomerId? CustomerId, MeasureId? MeasureId, bool? Important, ObjectiveId? ParentId, bool? HasFindings, IReadOnlyList<Health>? Health,
    bool? HasRegion = null, bool? HasCustomer = null)
{
    public static readonly AttainmentFilter None = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>Whether it asks for what only Planning knows.</summary>
    public bool AsksPlanning => !string.IsNullOrWhiteSpace(Text) || Status is { Count: > 0 } || Important is not null || ParentId is not null || HasFindings is not null;
}

/// <summary>What is asked for, but for the page.</summary>
internal sealed record AttainmentQuestion(CycleId CycleId, IReadOnlyList<ReportDimension> GroupBy, PeriodGranularity Granularity, AttainmentFilter? Filter, DateOnly? AsOf)
{
    public IReadOnlyList<ReportDimension> By { get; } = [.. GroupBy.Distinct()];

    public static AttainmentQuestion Of(Args args) => new(
        args.Get<CycleId>("cycleId"), args.Get<IReadOnlyList<ReportDimension>>("groupBy") ?? [], args.Get<PeriodGranularity?>("granularity") ?? PeriodGranularity.Year, args.Get<AttainmentFilter>("filter"), args.Get<DateOnly?>("asOf"));
}

internal sealed record AttainmentRowModel(
    Guid UnitId, Guid RegionId, Guid CustomerId, Guid PersonId, ObjectiveLevel? Level, Guid MeasureId, Period? Period, int Objectives, decimal? Target, decimal? Actual, decimal? Attainment, int OnTrack, int AtRisk, int OffTrack)
{
    public static AttainmentRowModel Of(AttainmentGroup group, IReadOnlyCollection<ReportDimension> by)
    {
        var figures = group.Figures;
        return new(
            group.UnitId, group.RegionId, group.CustomerId, group.PersonId, by.Contains(ReportDimension.Level) ? (ObjectiveLevel)group.Level : null, group.MeasureId,
            Platform.Time.Period.TryParse(group.Period, out var period) ? period : null, group.Objectives, figures.Target, figures.Actual, figures.Attainment, group.OnTrack, group.AtRisk, group.OffTrack);
    }
}

/// <summary>How far the objectives of a cycle that the caller may read have come, by any dimensions (S7.3): as they stand, or stood at the end of a past day. One statement for the figures of a page.</summary>
internal static class ReadAttainment
{
    [AllowedToEveryone]
    public sealed record Query(AttainmentQuestion Asked, PageRequest Page) : IQuery<Page<AttainmentRowModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, AttainmentReader reader) : IQueryHandler<Query, Page<AttainmentRowModel>>
    {
        public async Task<Page<AttainmentRowModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var facts = await reader.FactsAsync(request.Asked, cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var grouping = new AttainmentGrouping(request.Asked.By);
            var page = await grouping.Order().PageAsync(grouping.Group(facts.Of(db)), request.Page, cancellationToken);
            return page.Select(g => AttainmentRowModel.Of(g, request.Asked.By));
        }
    }
}

/// <summary>Finds out which standings a report is made of, and whose the caller may see.</summary>
internal sealed class AttainmentReader(IMediator mediator, ScopeReader scopes, BusinessClock clock)
{
    public async Task<AttainmentFacts> FactsAsync(AttainmentQuestion asked, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new CycleCalendars([asked.CycleId]), cancellationToken)).GetValueOrDefault(asked.CycleId) is not { } calendar)
            throw Reports.NoSuchCycle;
        var (filter, moment) = (asked.Filter ?? AttainmentFilter.None, Scope.MomentOf(asked.AsOf, calendar.TimeZone, clock));
        var within = filter.UnitId is not { } unit ? null : filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
        var matching = filter.AsksPlanning
            ? await mediator.Send(new ObjectivesMatching(asked.CycleId, moment, filter.Text, filter.Status, filter.Important, filter.ParentId, filter.HasFindings), cancellationToken)
            : null;
        return new(asked.CycleId, filter, within, matching, await scopes.SightAsync(cancellationToken), asked.By.Contains(ReportDimension.Period) ? asked.Granularity : null, moment);
    }
}
