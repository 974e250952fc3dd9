using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Following;

/// <summary>What later actuals show today of cases that wait to be verified (S7.10), which is what <see cref="VerifyImprovement"/> goes by. The same few statements, however many.</summary>
internal static class EvidenceOf
{
    /// <param name="CompletedAt">Null unless it waits to be verified, for which there is nothing to look at.</param>
    public readonly record struct Key(ImprovementCaseId CaseId, CycleId CycleId, ObjectiveId ObjectiveId, DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, Evidence>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, Evidence>>
    {
        public async Task<IReadOnlyDictionary<Key, Evidence>> Handle(Query request, CancellationToken cancellationToken)
        {
            var waiting = request.Keys.Where(k => k.CompletedAt is not null).Distinct().ToList();
            if (waiting.Count == 0)
                return new Dictionary<Key, Evidence>();
            var calendars = await mediator.Send(new CycleCalendars([.. waiting.Select(k => k.CycleId).Distinct()]), cancellationToken);
            var months = (await mediator.Send(new MonthlyGapsOf([.. waiting.Select(k => k.ObjectiveId).Distinct()]), cancellationToken)).ToLookup(m => m.ObjectiveId, m => new MonthGap(m.Month, m.Target, m.Gap));
            return waiting.ToDictionary(k => k, k => Look(k, calendars[k.CycleId], months[k.ObjectiveId]));
        }

        private static Evidence Look(Key key, CycleCalendar calendar, IEnumerable<MonthGap> months)
            => VerificationRule.Look(months, BusinessClock.DayOf(key.OpenedAt, calendar.TimeZone), BusinessClock.DayOf(key.CompletedAt!.Value, calendar.TimeZone), calendar.Today, calendar.Tolerance);
    }
}
