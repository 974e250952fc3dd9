using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Allocation;

internal sealed record AllocationPreviewModel(ObjectiveId ParentId, IReadOnlyList<AllocationPartModel> Parts, decimal Total, string Method, IReadOnlyList<Error> UserErrors);

internal sealed record AllocationPartModel(
    string RecipientType, Guid RecipientId, string RecipientName, decimal Value, decimal Share, bool Locked, IReadOnlyList<FactorContributionModel> Contributions, decimal? PreviousActual, Guid? ObjectiveId,
    PersonId? OwnerId);

internal sealed record FactorContributionModel(AllocationFactor Factor, decimal Score, decimal Weight, decimal Share);

/// <summary>What a split of the parent's target would give; changes nothing.</summary>
internal static class PreviewAllocation
{
    [AllowedToEveryone]
    public sealed record Query(
        ObjectiveId ParentId, AllocationDimension Dimension, IReadOnlyList<FactorWeight> Factors, IReadOnlyList<string>? RecipientIds, IReadOnlyList<AllocationLock>? Locks, decimal? StretchPercent,
        IReadOnlyList<RecipientOwner>? Owners, long? ExpectedVersion) : IQuery<AllocationPreviewModel>, IAllocation;

    private static readonly AllocationValidator<Query> Shape = new();

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, AllocationPlanner planner) : IQueryHandler<Query, AllocationPreviewModel>
    {
        public async Task<AllocationPreviewModel> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var parent = await db.Objectives.AsNoTracking().Where(sight.MayRead<Objective>()).SingleOrDefaultAsync(o => o.ObjectiveId == request.ParentId, cancellationToken)
                ?? throw new ApiException(ApiErrorCode.NotFound, new("There is no such objective, or you may not see it.", "该目标不存在，或您无权查看。"));
            var errors = (await Shape.ValidateAsync(request, cancellationToken)).ToErrors().ToList();
            if (parent.CheckVersion(request.ExpectedVersion) is { } stale)
                errors.Add(stale);
            if (errors.Count > 0)
                return new(parent.ObjectiveId, [], parent.Target, string.Empty, errors);
            var plan = await planner.PlanAsync(db, request, parent, cancellationToken);
            var owners = (request.Owners ?? []).ToDictionary(o => AllocationPlanner.KeyOf(o.RecipientId));
            return new(parent.ObjectiveId, [.. plan.Parts.Select(p => Model(p, request, plan, owners))], plan.Rule.Total, plan.Rule.Method.ToString(), plan.Errors);
        }

        private static AllocationPartModel Model(PlannedPart planned, Query request, AllocationPlan plan, IReadOnlyDictionary<Guid, RecipientOwner> owners)
        {
            var part = planned.Part;
            var held = plan.Existing.TryGetValue(part.Id, out var existing) ? existing : (HeldPart?)null;
            owners.TryGetValue(part.Id, out var named);
            return new(
                AllocationValidator<Query>.TypeNameOf(request.Dimension), part.Id, planned.Recipient.Name, part.Value, part.Share, part.Locked,
                [.. part.Contributions.Select((share, i) => new FactorContributionModel(request.Factors[i].Factor, planned.Scores[i], request.Factors[i].Weight, share))],
                planned.PreviousActual, held?.Id.Value, named?.OwnerId ?? held?.OwnerId ?? planned.Recipient.OwnerId);
        }
    }
}
