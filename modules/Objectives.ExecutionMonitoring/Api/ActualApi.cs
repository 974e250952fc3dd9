using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Features.Actuals;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Api;

internal static class ActualApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<ActualModel>("Actual", ids => new ActualsById.Query(ids))
            .Reference("objective", "Objective", a => a.ObjectiveId.Value)
            .Reference("reportedBy", "Person", a => a.ReportedById.Value)
            .Reference("corrects", "Actual", a => a.CorrectsId?.Value)
            .Reference("correctedBy", "Actual", a => a.CorrectedById?.Value);
        api.Extend("Objective").Batch<ActualsOf.Key, IReadOnlyList<ActualModel>>(
            "actuals", (o, args) => new ActualsOf.Key(new(o.Id), args.Get<PeriodGranularity?>("granularity")), keys => new ActualsOf.Query(keys), [])
            .Batch<ObjectiveId, bool>("viewerMayReport", o => new ObjectiveId(o.Id), ids => new MayReport.Query(ids));
        api.Type<RecordedPayload>("RecordActualsPayload").References("actuals", "Actual", p => p.Actuals);
        api.Mutation<RecordActuals.Command, IReadOnlyList<ActualId>>(
            "recordActuals", (ids, _) => Task.FromResult<object?>(new RecordedPayload([.. ids.Select(id => id.Value)], [])), errors => new RecordedPayload([], errors));
        api.Mutation<CorrectActual.Command, ActualId>("correctActual", "actual");
    }

    private sealed record RecordedPayload(IReadOnlyList<Guid> Actuals, IReadOnlyList<Error> UserErrors);
}
