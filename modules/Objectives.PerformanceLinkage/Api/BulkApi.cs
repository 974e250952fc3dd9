using System.Globalization;
using System.Text.Json;
using Objectives.PerformanceLinkage.Features.Bulk;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class BulkApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Extend("Job").Field("scorecards", j => j is JobModel { Kind: StartMakingScorecards.Kind, Outcome: { } outcome } ? JsonSerializer.Deserialize<ScorecardsMade>(outcome) : null);
        api.Type<ScorecardsMade>("ScorecardsMade")
            .Field("created", m => CountOf(m, MadeScorecardResult.Created))
            .Field("activated", m => CountOf(m, MadeScorecardResult.Activated))
            .Field("unchanged", m => CountOf(m, MadeScorecardResult.Unchanged))
            .Field("problems", m => m.Cards.Count(c => c.Problem is not null))
            .Resolve("cards", (m, call) => Task.FromResult<object?>(Page.Of(
                m.Cards.Index().Where(c => !call.Args.Get<bool>("problemsOnly") || c.Item.Problem is not null).Select(c => (c.Index.ToString("D6", CultureInfo.InvariantCulture), c.Item)), call.Page())));
        api.Type<MadeScorecard>("MadeScorecard").Reference("person", "Person", c => c.PersonId.Value);
        api.Type<MadeItem>("MadeScorecardItem").Reference("objective", "Objective as ancestor", i => i.ObjectiveId.Value);
        api.Fields[("Mutation", "makeScorecards")] = new Resolver((_, call) => StartMakingScorecards.RunAsync(call));
    }

    private static int CountOf(ScorecardsMade made, MadeScorecardResult result) => made.Cards.Count(c => c.Result == result);
}
