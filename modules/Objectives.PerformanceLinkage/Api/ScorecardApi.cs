using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Features.Appraisals;
using Objectives.PerformanceLinkage.Features.Rebalances;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class ScorecardApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<ScorecardModel>("Scorecard", ids => new ScorecardsById.Query(ids))
            .History()
            .Reference("cycle", "Cycle", s => s.CycleId.Value)
            .Reference("person", "Person", s => s.PersonId.Value)
            .Batch<ScorecardId, CardSheet>("items", s => s.ScorecardId, ids => new SheetsOf.Query(ids), sheet => sheet.Items)
            .Batch<ScorecardId, CardSheet>("score", s => s.ScorecardId, ids => new SheetsOf.Query(ids), sheet => sheet.Score)
            .Batch<ScorecardId, CardSheet>("evidenceShare", s => s.ScorecardId, ids => new SheetsOf.Query(ids), sheet => sheet.EvidenceShare)
            .Batch<ScorecardId, IReadOnlyList<RebalanceModel>>("rebalances", s => s.ScorecardId, ids => new RebalancesOf.Query(ids), [])
            .Batch<ScorecardId, AppraisalModel>("appraisal", s => s.ScorecardId, ids => new AppraisalsOf.Query(ids))
            .Batch<ScorecardId, IReadOnlyList<ScoreStepModel>>("explanation", s => s.ScorecardId, ids => new Explain.Query(ids), [])
            .Batch<ScorecardId, IReadOnlyList<ScorecardAction>>("viewerMay", s => s.ScorecardId, ids => new MayDoAboutScorecards.Query(ids), []);
        api.Type<ScoreStepModel>("ScoreStep");
        api.Type<AppraisalModel>("Appraisal")
            .Reference("appraisedBy", "Person", a => a.AppraisedById?.Value)
            .Reference("calibratedBy", "Person", a => a.CalibratedById?.Value)
            .Reference("leaderSignedBy", "Person", a => a.LeaderSignedById?.Value)
            .Reference("resolvedBy", "Person", a => a.ResolvedById?.Value);
        api.Entity<ScorecardItemModel>("ScorecardItem", ids => new ScorecardItemsById.Query(ids))
            .Reference("scorecard", "Scorecard", i => i.ScorecardId.Value)
            .Reference("objective", "Objective as ancestor", i => i.ObjectiveId.Value)
            .Reference("exemptedBy", "TargetRevision", i => i.ExemptedById?.Value);
        api.Type<ScoreAdjustmentModel>("ScoreAdjustment").Reference("by", "Person", a => a.ById.Value);
        api.Entity<RebalanceModel>("Rebalance", ids => new RebalancesById.Query(ids))
            .Reference("scorecard", "Scorecard", r => r.ScorecardId.Value)
            .Reference("cause", "TargetRevision", r => r.CauseId.Value)
            .Reference("requestedBy", "Person", r => r.RequestedById?.Value)
            .Reference("confirmedBy", "Person", r => r.ConfirmedById?.Value)
            .Batch<RebalanceId, IReadOnlyList<RebalanceAction>>("viewerMay", r => new RebalanceId(r.Id), ids => new MayDoAboutRebalances.Query(ids), []);
        api.Type<ItemWeightModel>("ItemWeight").Reference("item", "ScorecardItem", w => w.ItemId.Value);
        api.Workbook("Scorecard", id => new ScorecardWorkbook.Query(new(id)));
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<ScorecardItemModel>>("scorecardItems", o => new ObjectiveId(o.Id), ids => new ScorecardItemsOf.Query(ids), []);
        api.Extend("Person").Batch<ScorecardsOfPeople.Key, ScorecardModel>(
            "scorecard", (p, args) => new ScorecardsOfPeople.Key(args.Get<CycleId>("cycleId"), new(p.Id)), keys => new ScorecardsOfPeople.Query(keys));
        api.Query("scorecard", call => call.Args.To<ScorecardOfPerson.Query>());
        api.Query("scorecards", call => new ListScorecards.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListScorecards.Filter>("filter"), call.Page()));
        api.Mutation<SetScorecard.Command, ScorecardId>("setScorecard", "scorecard");
        api.Mutation<ActivateScorecard.Command, ScorecardId>("activateScorecard", "scorecard");
        api.Mutation<RequestRebalance.Command, RebalanceId>("requestRebalance", "rebalance");
        api.Mutation<ConfirmRebalance.Command, RebalanceId>("confirmRebalance", "rebalance");
        api.Mutation<DecideRebalance.Command, RebalanceId>("decideRebalance", "rebalance");
        api.Mutation<SelfAppraise.Command, ScorecardId>("selfAppraise", "scorecard");
        api.Mutation<Appraise.Command, ScorecardId>("appraise", "scorecard");
        api.Mutation<CalibrateAppraisal.Command, ScorecardId>("calibrateAppraisal", "scorecard");
        api.Mutation<SignAppraisal.Command, ScorecardId>("signAppraisal", "scorecard");
        api.Mutation<DisputeAppraisal.Command, ScorecardId>("disputeAppraisal", "scorecard");
        api.Mutation<ResolveDispute.Command, ScorecardId>("resolveDispute", "scorecard");
    }
}
