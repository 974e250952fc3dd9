using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Phasing;

internal sealed record PhasedTargetModel(Platform.Time.Period Period, decimal Value);

/// <summary>What a phasing would give, month by month; changes nothing. What it cannot be made of is told as BAD_USER_INPUT in the words of the user error.</summary>
internal static class PreviewPhasing
{
    [AllowedToEveryone]
    public sealed record Query(ObjectiveId ObjectiveId, PhasingMethod Method, IReadOnlyList<PhasedValue>? Values) : IQuery<IReadOnlyList<PhasedTargetModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, PhasingBasis basis) : IQueryHandler<Query, IReadOnlyList<PhasedTargetModel>>
    {
        public async Task<IReadOnlyList<PhasedTargetModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var objective = await db.Objectives.AsNoTracking().Where(sight.MayRead<Objective>()).SingleOrDefaultAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken)
                ?? throw new ApiException(ApiErrorCode.NotFound, new("There is no such objective, or you may not see it.", "该目标不存在，或您无权查看。"));
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            var months = await basis.PhaseAsync(db, objective, cycle, request.Method, request.Values, cancellationToken);
            return months.IsSuccess ? [.. months.Value.Select(m => new PhasedTargetModel(m.Period, m.Value))] : throw new ApiException(ApiErrorCode.BadUserInput, months.Errors[0].Message);
        }
    }
}
