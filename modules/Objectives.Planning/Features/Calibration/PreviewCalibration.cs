using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Calibration;

/// <summary>A target against history before anything is saved (S5.1), and only against what the caller may read.</summary>
/// <remarks>NOT_FOUND for an unknown cycle or measure; of a scope that holds nothing there is no history.</remarks>
internal static class PreviewCalibration
{
    /// <param name="OwnerId">Given for a personal objective.</param>
    /// <param name="PositionId">Given for a position's, whoever owns it.</param>
    [AllowedToEveryone]
    public sealed record Query(
        CycleId CycleId, MeasureId MeasureId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, PersonId? OwnerId, PositionId? PositionId, decimal Target, decimal? LowerBound) : IQuery<CalibrationModel>
    {
        public CalibrationKey Key => new(CycleId, new(MeasureId, UnitId, RegionId, CustomerId, PositionId, PositionId is null ? OwnerId : null), Target, LowerBound);
    }

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, Calibrator calibrator) : IQueryHandler<Query, CalibrationModel>
    {
        public async Task<CalibrationModel> Handle(Query request, CancellationToken cancellationToken)
        {
            await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
            {
                if (!await db.Cycles.AnyAsync(c => c.Id == request.CycleId, cancellationToken))
                    throw new ApiException(ApiErrorCode.NotFound, new("'cycleId': there is no such cycle.", "“cycleId”：该周期不存在。"));
                if (!await db.Measures.AnyAsync(m => m.Id == request.MeasureId, cancellationToken))
                    throw new ApiException(ApiErrorCode.NotFound, new("'measureId': there is no such measure.", "“measureId”：该指标不存在。"));
            }
            return (await calibrator.ReadAsync([request.Key], readableAlone: true, cancellationToken))[request.Key];
        }
    }
}
