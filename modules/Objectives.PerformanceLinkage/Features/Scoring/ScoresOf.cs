using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.PerformanceLinkage.Features.Scoring;

/// <summary>People's scores of a cycle, whether or not the caller may read them; without those who have no scorecard that counts. As many statements however many they are.</summary>
/// <param name="WithinCommand">Whether the asker holds a transaction.</param>
internal sealed record ScoresOf(CycleId CycleId, IReadOnlyCollection<PersonId> People, bool WithinCommand) : IRequest<IReadOnlyDictionary<PersonId, PersonScore>>;

/// <param name="Score">The appraisal's once there is one, else what the actuals give so far; null when nothing can be assessed.</param>
/// <param name="IsSettled">Whether the appraisal is signed, so that it no longer changes.</param>
internal readonly record struct PersonScore(decimal? Score, bool IsSettled);
