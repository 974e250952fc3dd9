using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Bulk;

/// <summary>What became of making scorecards by rule, as the job keeps it.</summary>
internal sealed record ScorecardsMade(bool Written, IReadOnlyList<MadeScorecard> Cards) : ITrial
{
    bool ITrial.Undone => !Written;
}

internal enum MadeScorecardResult
{
    Created,

    /// <summary>It is in force now, whether or not it is new.</summary>
    Activated,

    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>There is none.</summary>
    Exception,
}

/// <param name="Problem">Why there is none, or why it could not be put in force.</param>
internal sealed record MadeScorecard(PersonId PersonId, MadeScorecardResult Result, Text? Problem, IReadOnlyList<MadeItem> Items)
{
    public static MadeScorecard Of(PersonId person, Scorecard card, MadeScorecardResult result, Text? problem = null)
        => new(person, result, problem, [.. card.Items.OrderBy(i => i.Ordinal).Select(i => new MadeItem(i.ObjectiveId, (decimal)i.Weight / ItemWeights.PerPoint))]);

    public static MadeScorecard Exception(PersonId person, Text why) => new(person, MadeScorecardResult.Exception, why, []);
}

internal sealed record MadeItem(ObjectiveId ObjectiveId, decimal Weight);
