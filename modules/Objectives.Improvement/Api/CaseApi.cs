using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain;
using Objectives.Improvement.Features.Cases;
using Objectives.Improvement.Features.Causes;
using Objectives.Improvement.Features.Countermeasures;
using Objectives.Improvement.Features.Following;
using Objectives.Improvement.Features.Lessons;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Improvement.Api;

internal static class CaseApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<CaseModel>("ImprovementCase", ids => new CasesById.Query(ids))
            .History()
            .Reference("deviation", "Deviation on an agenda", c => c.DeviationId.Value)
            .Reference("objective", "Objective as ancestor", c => c.ObjectiveId.Value)
            .Reference("openedBy", "Person", c => c.OpenedById.Value)
            .Reference("responsible", "Person", c => c.ResponsibleId?.Value)
            .Batch<OverdueOf.Key, bool>("overdue", c => c.Deadlines, keys => new OverdueOf.Query(keys))
            .Batch<ImprovementCaseId, IReadOnlyList<CauseModel>>("causes", c => c.CaseId, ids => new CausesOf.Query(ids), [])
            .Batch<ImprovementCaseId, IReadOnlyList<CriterionModel>>("criteria", c => c.CaseId, ids => new CriteriaOf.Query(ids), [])
            .Batch<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>("countermeasures", c => c.CaseId, ids => new CountermeasuresOf.Query(ids), [])
            .Batch<ImprovementCaseId, IReadOnlyList<ReportModel>>("reports", c => c.CaseId, ids => new ReportsOf.Query(ids), [])
            .Batch<ImprovementCaseId, IReadOnlyList<VerificationModel>>("verifications", c => c.CaseId, ids => new VerificationsOf.Query(ids), [])
            .Batch<ImprovementCaseId, IReadOnlyList<VerificationModel>>("verification", c => c.CaseId, ids => new VerificationsOf.Query(ids), found => found[0])
            .Batch<EvidenceOf.Key, Evidence>("evidence", c => c.Evidenced, keys => new EvidenceOf.Query(keys))
            .Batch<ImprovementCaseId, IReadOnlyList<ImprovementAction>>("viewerMay", c => c.CaseId, ids => new MayDoIn.Query(ids), []);
        api.Entity<CauseModel>("Cause", ids => new CausesById.Query(ids));
        api.Entity<CriterionModel>("Criterion", ids => new CriteriaById.Query(ids));
        api.Entity<CountermeasureModel>("Countermeasure", ids => new CountermeasuresById.Query(ids));
        api.Entity<ReportModel>("ImprovementReport", ids => new ReportsById.Query(ids)).Reference("by", "Person", r => r.ById.Value);
        api.Type<ScoreModel>("CriterionScore");
        api.Type<DecisionModel>("CountermeasureDecision")
            .Reference("chosen", "Countermeasure", d => d.ChosenId.Value)
            .Reference("by", "Person", d => d.ById.Value);
        api.Type<Evidence>("VerificationEvidence").Field("closed", e => e.IsClosed);
        api.Type<VerificationModel>("Verification").Reference("by", "Person", v => v.ById.Value);
        api.Extend("Deviation")
            .Batch<DeviationId, CaseModel>("improvementCase", d => new DeviationId(d.Id), ids => new CasesOf.Query(ids))
            .Batch<DeviationId, bool>("viewerMayImprove", d => new DeviationId(d.Id), ids => new MayOpenFor.Query(ids))
            .Batch<LessonsFor.Key, IReadOnlyList<LessonModel>>("lessons", (d, args) => new LessonsFor.Key(new(d.Id), args.Get<int?>("first") ?? LessonsFor.Few), keys => new LessonsFor.Query(keys), []);
        api.Type<LessonModel>("Lesson").Reference("improvementCase", "ImprovementCase", l => l.CaseId.Value);
        api.Query("improvementCases", call => new ListCases.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListCases.Filter>("filter"), call.Page()));
        api.Mutation<OpenImprovementCase.Command, ImprovementCaseId>("openImprovementCase", "improvementCase");
        api.Mutation<SaveCause.Command, ImprovementCaseId>("saveCause", "improvementCase");
        api.Mutation<ConfirmRootCause.Command, ImprovementCaseId>("confirmRootCause", "improvementCase");
        api.Mutation<SetCriteria.Command, ImprovementCaseId>("setCriteria", "improvementCase");
        api.Mutation<SaveCountermeasure.Command, ImprovementCaseId>("saveCountermeasure", "improvementCase");
        api.Mutation<DecideCountermeasure.Command, ImprovementCaseId>("decideCountermeasure", "improvementCase");
        api.Mutation<FileImprovementReport.Command, ImprovementCaseId>("fileImprovementReport", "improvementCase");
        api.Mutation<VerifyImprovement.Command, ImprovementCaseId>("verifyImprovement", "improvementCase");
        api.Removable("Cause", (id, version, reason) => new RemoveCause.Command(new(id), version, reason));
        api.Removable("Countermeasure", (id, version, reason) => new RemoveCountermeasure.Command(new(id), version, reason));
    }
}
