using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Features.Gaps;
using Objectives.Development.Features.Levels;
using Objectives.Development.Features.Needs;
using Objectives.Development.Features.Readying;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class LevelApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<ReadinessModel>("Readiness")
            .Reference("person", "Person", r => r.PersonId.Value)
            .Reference("assessedBy", "Person", r => r.AssessedById.Value);
        api.Type<PersonCompetencyModel>("PersonCompetency")
            .Reference("competency", "Competency", c => c.CompetencyId.Value)
            .Reference("assessedBy", "Person", c => c.AssessedById.Value);
        api.Type<NeedModel>("CompetencyRequirement").Reference("competency", "Competency", n => n.CompetencyId.Value);
        api.Type<GapModel>("CompetencyGap")
            .Reference("person", "Person", g => g.PersonId.Value)
            .Reference("objective", "Objective", g => g.ObjectiveId.Value)
            .Reference("competency", "Competency", g => g.CompetencyId.Value);
        api.Type<MatrixRowModel>("CompetencyRow").Reference("person", "Person", r => r.PersonId.Value);
        api.Type<MatrixNeedModel>("CompetencyNeed").Reference("competency", "Competency", n => n.CompetencyId.Value);
        api.Type<PersonReadinessModel>("PersonReadiness").Reference("person", "Person", r => r.PersonId.Value);
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<NeedModel>>("competencyRequirements", o => new ObjectiveId(o.Id), ids => new NeedsOf.Query(ids), []);
        api.Extend("Person")
            .Batch<PersonId, ReadinessModel>("readiness", p => new PersonId(p.Id), people => new ReadinessOf.Query(people))
            .Batch<PersonId, IReadOnlyList<PersonCompetencyModel>>("competencies", p => new PersonId(p.Id), people => new LevelsOf.Query(people), [])
            .Batch<GapsOf.Key, IReadOnlyList<GapModel>>("competencyGaps", (p, args) => new GapsOf.Key(new(p.Id), args.Get<CycleId>("cycleId")), keys => new GapsOf.Query(keys), [])
            .Batch<PersonId, IReadOnlyList<DevelopmentAction>>("viewerMayDevelop", p => new PersonId(p.Id), people => new MayDevelop.Query(people), []);
        api.Query("competencyGaps", call => call.Args.To<GapsOfUnit.Query>());
        api.Query("competencyMatrix", call => new ReadMatrix.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<UnitId>("unitId"), call.Args.Get<bool>("includeSubunits"), call.Page()));
        api.Query("readinessOverview", call => new ReadOverview.Query(call.Args.Get<UnitId?>("unitId"), call.Args.Get<bool>("includeSubunits"), call.Args.Get<ReadinessState?>("state"), call.Page()));
        api.Mutation<RequireCompetencies.Command, ObjectiveId>("requireCompetencies", "objective");
        api.Mutation<AssessReadiness.Command, PersonId>("assessReadiness", "person");
        api.Mutation<WaiveReadiness.Command, PersonId>("waiveReadiness", "person");
        api.Mutation<AssessCompetency.Command, PersonId>("assessCompetency", "person");
    }
}
