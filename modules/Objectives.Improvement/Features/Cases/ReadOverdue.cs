using MediatR;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Cases;

/// <summary>Whether what was promised is late: the deadline has passed and it is not done, or a report is missing.</summary>
internal static class OverdueOf
{
    public readonly record struct Key(CycleId CycleId, ImprovementStatus Status, DateOnly? Due, DateOnly? NextReportDue);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, bool>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Key, bool>>
    {
        public async Task<IReadOnlyDictionary<Key, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var calendars = await mediator.Send(new CycleCalendars([.. request.Keys.Select(k => k.CycleId).Distinct()]), cancellationToken);
            return request.Keys.Distinct().ToDictionary(k => k, k => k.Status == ImprovementStatus.InProgress && (k.Due < calendars[k.CycleId].Today || k.NextReportDue < calendars[k.CycleId].Today));
        }
    }
}
