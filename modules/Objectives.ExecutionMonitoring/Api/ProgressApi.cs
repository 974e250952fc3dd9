using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class ProgressApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<ProgressModel>("Progress");
        api.Type<ForecastModel>("Forecast");
        api.Type<ProgressPointModel>("ProgressPoint");
        api.Extend("Objective").Batch<ReadProgress.Key, ProgressModel>(
            "progress", (o, args) => new ReadProgress.Key(new(o.Id), (o as IReadAsOf)?.AsOf, args.Get<DateOnly?>("asOf")), keys => new ReadProgress.Query(keys), ProgressModel.Unknown);
    }
}
