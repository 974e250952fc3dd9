using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Control;

internal sealed record ProgressReportModel(
    Guid Id, ControlPointId ControlPointId, PersonId ById, DateTimeOffset At, string SelfReview, int Confidence, string? Difficulties, string? SupportNeeded, int? MinutesSpent, FollowUpModel? FollowUp)
    : IEntityModel
{
    public static ProgressReportModel Of(ProgressReport r) => new(
        r.Id.Value, r.ControlPointId, r.ById, r.At, r.SelfReview, r.Confidence, r.Difficulties, r.SupportNeeded, r.MinutesSpent,
        r is { FollowedUpById: { } by, FollowedUpAt: { } at, Guidance: { } guidance, FollowedUpInTime: { } inTime } ? new(by, at, guidance, inTime) : null);
}

internal sealed record FollowUpModel(PersonId ById, DateTimeOffset At, string Guidance, bool WithinPolicy);

/// <summary>Reports of objectives whose reports the caller may read: his own, those of his unit and of whom he leads, or all.</summary>
internal static class ProgressReportsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ProgressReportModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ProgressReportModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ProgressReportModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ProgressReportId(id)).ToList();
            var reports = await db.ProgressReports.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(cancellationToken);
            var terms = await mediator.Send(new ReportingTermsOf([.. reports.Select(r => r.ObjectiveId).Distinct()]), cancellationToken);
            return reports.Where(r => terms.TryGetValue(r.ObjectiveId, out var of) && of.MayReadReports).ToDictionary(r => r.Id.Value, ProgressReportModel.Of);
        }
    }
}
