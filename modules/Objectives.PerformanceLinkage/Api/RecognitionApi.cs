using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Development;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.PerformanceLinkage.Features.Recognitions;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class RecognitionApi
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<ReadingLog>();
        services.AddScoped<RecognitionSight>();
    }

    public static void Bind(ApiBuilder api)
    {
        api.Entity<RecognitionModel>("Recognition", ids => new RecognitionsById.Query(ids))
            .Reference("to", "Person", r => r.ToId.Value)
            .Reference("by", "Person", r => r.ById.Value)
            .Reference("objective", "Objective", r => r.ObjectiveId?.Value);
        api.Reading<RecognitionModel>("Recognition" + ApiBuilder.InFull, ids => new RecognitionsById.Query(ids, InFull: true));
        api.Query("recognitions", call => new ListRecognitions.Query(call.Args.Get<ListRecognitions.Filter>("filter") ?? new(null, null, null, null, null, null), call.Page()));
        api.Extend("Person").Query("recognitions", (p, call) => new ListRecognitions.Query(new(call.Args.Get<CycleId?>("cycleId"), null, null, new(p.Id), null, null), call.Page()));
        api.Extend("DevelopmentItem").Batch<DevelopmentItemId, IReadOnlyList<RecognitionModel>>("encouragement", i => new DevelopmentItemId(i.Id), ids => new EncouragementsOf.Query(ids), []);
        api.Mutation<Recognise.Command, RecognitionId>("recognise", "recognition");
        api.Type<LoggedReadingModel>("LoggedReading").Reference("by", "Person", r => r.ById.Value).Reference("subject", r => (r.SubjectType, r.SubjectId));
        api.Query("loggedReadings", call => new ListReadings.Query(call.Page()));
        api.Notifiable(TellOfRecognition.Recognised);
    }
}
