using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Improvement.Features.Following;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Cases;

internal sealed record CaseModel(
    Guid Id, long Version, DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, UnitId UnitId, PersonId OwnerId, DateTimeOffset OpenedAt, PersonId OpenedById, ImprovementStatus Status, CountermeasureId? ChosenId, string? Rationale,
    PersonId? DecidedById, DateTimeOffset? DecidedAt, PersonId? ResponsibleId, DateOnly? Due, int? ReportEveryDays, DateOnly? NextReportDue, DateTimeOffset? CompletedAt, DateOnly? VerifiableFrom, DateTimeOffset? ClosedAt, string? Lessons) : IEntityModel
{
    public static readonly Expression<Func<ImprovementCase, CaseModel>> Of = c => new(
        (Guid)(object)c.Id, c.Version, c.DeviationId, c.ObjectiveId, c.CycleId, c.UnitId, c.OwnerId, c.OpenedAt, c.OpenedById, c.Status, c.ChosenId, c.Rationale, c.DecidedById, c.DecidedAt, c.ResponsibleId, c.Due, c.ReportEveryDays,
        c.NextReportDue, c.CompletedAt, c.VerifiableFrom, c.ClosedAt, c.Lessons);

    public ImprovementCaseId CaseId => new(Id);

    public DecisionModel? Decision => ChosenId is { } chosen ? new(chosen, Rationale!, DecidedById!.Value, DecidedAt!.Value) : null;

    public CaseKey Key => new(DeviationId, UnitId, OwnerId, ResponsibleId);

    /// <summary>What is looked at while it waits to be verified.</summary>
    public EvidenceOf.Key Evidenced => new(CaseId, CycleId, ObjectiveId, OpenedAt, Status == ImprovementStatus.Verifying ? CompletedAt : null);

    /// <summary>What decides whether it is overdue.</summary>
    public OverdueOf.Key Deadlines => new(CycleId, Status, Due, NextReportDue);
}

internal sealed record DecisionModel(CountermeasureId ChosenId, string Rationale, PersonId ById, DateTimeOffset At);

internal static class CasesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CaseModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CaseModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CaseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ImprovementCaseId(id)).ToList();
            return await db.Cases.Where(await sight.MayReadAsync(cancellationToken)).Where(c => EF.Parameter(ids).Contains(c.Id)).Select(CaseModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>The case of each deviation, where there is one; who may read the one may read the other.</summary>
internal static class CasesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Deviations) : IQuery<IReadOnlyDictionary<DeviationId, CaseModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, CaseModel>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, CaseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Deviations;
            return await db.Cases.Where(await sight.MayReadAsync(cancellationToken)).Where(c => EF.Parameter(ids).Contains(c.DeviationId)).Select(CaseModel.Of).ToDictionaryAsync(c => c.DeviationId, cancellationToken);
        }
    }
}
