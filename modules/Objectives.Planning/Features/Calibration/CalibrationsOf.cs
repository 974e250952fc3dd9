using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Calibration;

/// <summary>The targets of objectives against history as it is on record today (S5.1), also of objectives as they stood earlier.</summary>
internal static class CalibrationsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<CalibrationKey> Keys) : IQuery<IReadOnlyDictionary<CalibrationKey, CalibrationModel>>;

    public sealed class Handler(Calibrator calibrator) : IQueryHandler<Query, IReadOnlyDictionary<CalibrationKey, CalibrationModel>>
    {
        public Task<IReadOnlyDictionary<CalibrationKey, CalibrationModel>> Handle(Query request, CancellationToken cancellationToken)
            => calibrator.ReadAsync(request.Keys, readableAlone: false, cancellationToken);
    }

    /// <summary>None for an objective that the caller knows as an ancestor only.</summary>
    public static CalibrationKey? KeyOf(ObjectiveModel o) => o.AsAncestorOnly
        ? null
        : new(o.CycleId, CalibrationScope.Of(o.Level, o.MeasureId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId), o.Target, o.LowerBound);
}
