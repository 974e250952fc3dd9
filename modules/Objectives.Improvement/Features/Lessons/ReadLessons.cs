using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Lessons;

internal sealed record LessonModel(ImprovementCaseId CaseId, string Text, DateTimeOffset ClosedAt, bool SameMeasure, decimal Likeness);

/// <summary>What was learned from deviations like the given ones; the lessons themselves are for everyone, whosever they were. The same few statements, however many deviations.</summary>
internal static class LessonsFor
{
    public readonly record struct Key(DeviationId DeviationId, int First);

    public const int Few = 5;
    private const int Most = 50;

    /// <summary>Of so many of the newest closed cases texts are compared; of the same measures as many more.</summary>
    private const int LookedAt = 1_000;

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<LessonModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<LessonModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<LessonModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Keys.Any(k => k.First is < 0 or > Most))
                throw new ApiException(ApiErrorCode.BadUserInput, new($"'first' is between 0 and {Most}.", $"“first”应在 0 与 {Most} 之间。"));
            var deviations = await mediator.Send(new DeviationFactsOf([.. request.Keys.Select(k => k.DeviationId).Distinct()]), cancellationToken);
            var objectives = await mediator.Send(new ObjectiveFramesOf([.. deviations.Values.Select(d => d.ObjectiveId).Distinct()]), cancellationToken);
            var learned = await LearnedAsync([.. objectives.Values.Select(o => o.MeasureId).Distinct()], cancellationToken);
            return request.Keys.Distinct().Where(k => deviations.ContainsKey(k.DeviationId)).ToDictionary(k => k, k => Likest(k, deviations[k.DeviationId], objectives[deviations[k.DeviationId].ObjectiveId], learned));
        }

        private async Task<IReadOnlyList<Learned>> LearnedAsync(IReadOnlyList<MeasureId> measures, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var closed = db.Cases.Where(c => c.Status == ImprovementStatus.Closed && c.Lessons != null);
            var alike = await Newest(closed.Where(c => EF.Parameter(measures).Contains(c.MeasureId))).ToListAsync(cancellationToken);
            return [.. alike.Concat(await Newest(closed).ToListAsync(cancellationToken)).DistinctBy(l => l.Id)];
        }

        private static IQueryable<Learned> Newest(IQueryable<ImprovementCase> cases) => cases.OrderByDescending(c => c.ClosedAt).ThenBy(c => c.Id).Take(LookedAt)
            .Select(c => new Learned(c.Id, c.DeviationId, c.MeasureId, c.Title, c.Symptoms, c.Lessons!, c.ClosedAt!.Value));

        private static IReadOnlyList<LessonModel> Likest(Key key, DeviationFacts deviation, ObjectiveFrame objective, IReadOnlyList<Learned> learned)
        {
            var matter = new Matter(objective.MeasureId, objective.Title, deviation.Description);
            return
            [
                .. learned.Where(l => l.DeviationId != key.DeviationId).Select(l => (Lesson: l, Like: Similarity.Of(matter, l.Matter))).Where(l => l.Like.IsAny)
                    .OrderByDescending(l => l.Like.Rank).ThenByDescending(l => l.Lesson.ClosedAt).ThenBy(l => l.Lesson.Id.Value).Take(key.First)
                    .Select(l => new LessonModel(l.Lesson.Id, l.Lesson.Text, l.Lesson.ClosedAt, l.Like.SameMeasure, l.Like.Likeness)),
            ];
        }
    }

    private sealed record Learned(ImprovementCaseId Id, DeviationId DeviationId, MeasureId MeasureId, string Title, string? Symptoms, string Text, DateTimeOffset ClosedAt)
    {
        private Matter? _matter;

        public Matter Matter => _matter ??= new(MeasureId, Title, Symptoms);
    }
}
