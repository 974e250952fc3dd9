using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Demo;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Features.Incentives;
using Objectives.Platform.Demo;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class IncentiveApi
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<SchemeSight>();
        services.AddScoped<SchemeInspector>();
        services.AddScoped<AwardReckoner>();
        services.AddScoped<AwardNames>();
        services.AddSingleton<IDemoSource, SchemesDemo>();
        services.AddSingleton<IDemoSource, RecognitionsDemo>();
    }

    public static void Bind(ApiBuilder api)
    {
        api.Entity<SchemeModel>("IncentiveScheme", ids => new SchemesById.Query(ids))
            .Resolve("history", async (s, call) => s.IsPart ? Page<ChangeModel>.Empty : await call.SendAsync(new HistoryOf.Query(s.Id, call.Page())))
            .Reference("cycle", "Cycle", s => s.Scheme.CycleId.Value)
            .Reference("unit", "Unit", s => s.Scheme.UnitId.Value)
            .Reference("savedBy", "Person", s => s.Scheme.SavedById.Value)
            .Reference("approvedBy", "Person", s => s.Scheme.ApprovedById?.Value)
            .Query("participants", (s, call) => new ListParticipants.Query(s, call.Page()))
            .Batch<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>("findings", s => s.Scheme.Id, ids => new FindingsOfSchemes.Query(ids), []);
        api.Reading<SchemeModel>("IncentiveScheme" + ApiBuilder.InFull, ids => new SchemesById.Query(ids, InFull: true));
        api.Type<ParticipantModel>("Participant").Reference("person", "Person", p => p.PersonId.Value);
        api.Type<PayoutRule>("IncentiveRule");
        api.Type<SchemeFinding>("IncentiveFinding").Field("message", f => f.Message.ToString());
        api.Type<AwardModel>("IncentiveAward")
            .Reference("person", "Person", a => a.Award.PersonId.Value)
            .Reference("scheme", "IncentiveScheme", a => a.Award.SchemeId.Value);
        api.Query("incentiveSchemes", call => call.Args.To<ListSchemes.Query>());
        api.Query("incentivePreview", call => call.Args.To<PreviewAwards.Query>());
        api.Extend("Person").Batch<AwardsOf.Key, IReadOnlyList<AwardModel>>("awards", (p, args) => new(new PersonId(p.Id), args.Get<CycleId>("cycleId")), keys => new AwardsOf.Query(keys), []);
        api.Mutation<SaveIncentiveScheme.Command, IncentiveSchemeId>("saveIncentiveScheme", "incentiveScheme");
        api.Mutation<ApproveIncentiveScheme.Command, IncentiveSchemeId>("approveIncentiveScheme", "incentiveScheme");
        api.Mutation<FinaliseAwards.Command, IncentiveSchemeId>("finaliseAwards", "incentiveScheme");
        api.Notifiable(TellOfAwards.Final);
    }
}
