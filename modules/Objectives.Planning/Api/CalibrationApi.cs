using Objectives.Planning.Features.Calibration;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class CalibrationApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<CalibrationModel>("Calibration").Field("method", c => c.Method.ToString());
        api.Type<PeriodValueModel>("PeriodValue");
        api.Type<ObjectiveModel>("Objective").Batch<CalibrationKey, CalibrationModel>("calibration", CalibrationsOf.KeyOf, keys => new CalibrationsOf.Query(keys), CalibrationModel.NotShown);
        api.Query("calibrationPreview", call => call.Args.To<PreviewCalibration.Query>());
    }
}
