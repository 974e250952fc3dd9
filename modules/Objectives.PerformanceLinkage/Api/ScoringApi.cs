using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Features.Scoring;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class ScoringApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<ScoringRuleModel>("ScoringRule", ids => new ScoringRulesById.Query(ids));
        api.Type<ScoreBandModel>("ScoreBand");
        api.Query("scoringRules", _ => new AllScoringRules.Query());
        api.Mutation<SaveScoringRule.Command, ScoringRuleId>("saveScoringRule", "scoringRule");
    }
}
