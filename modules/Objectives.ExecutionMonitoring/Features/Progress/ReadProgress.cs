using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <param name="RolledUp">Made up of those below, where nothing was recorded for the objective itself.</param>
internal sealed record ProgressModel(
    Health Health, bool RolledUp, decimal? ActualToDate, decimal? TargetToDate, decimal? LowerBoundToDate, decimal? Attainment, decimal? AttainmentOfCycle, decimal? Gap, decimal? ReportedShare,
    DateTimeOffset? LastReportedAt, ForecastModel? Forecast, IReadOnlyList<ProgressPointModel> Series)
{
    public static readonly ProgressModel Unknown = new(Health.Unknown, false, null, null, null, null, null, null, null, null, null, []);
}

internal sealed record ForecastModel(decimal Expected, decimal Low, decimal High, double Probability, Text Method);

internal sealed record ProgressPointModel(
    Period Period, decimal? Target, decimal? LowerBound, decimal? Actual, decimal? CumulativeTarget, decimal? CumulativeLowerBound, decimal? CumulativeActual);

/// <inheritdoc cref="ProgressReader"/>
internal static class ReadProgress
{
    /// <param name="AsOf">The moment as of which the objective was read; null is now.</param>
    /// <param name="Day">The day asked for, which comes first.</param>
    public readonly record struct Key(ObjectiveId ObjectiveId, DateTimeOffset? AsOf, DateOnly? Day);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, ProgressModel>>;

    public sealed class Handler(ProgressReader reader, FiguresKeeper figures, IMediator mediator, BusinessClock clock) : IQueryHandler<Query, IReadOnlyDictionary<Key, ProgressModel>>
    {
        public async Task<IReadOnlyDictionary<Key, ProgressModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var zone = request.Keys.Any(k => k.Day is not null) ? await mediator.Send(new CompanyTimeZone(), cancellationToken) : string.Empty;
            DateTimeOffset? MomentOf(Key key) => key.Day is { } day && BusinessClock.EndOf(day, zone) is var end && end < clock.GetUtcNow() ? end : key.Day is null ? key.AsOf : null;
            var found = new Dictionary<Key, ProgressModel>();
            foreach (var moment in request.Keys.GroupBy(MomentOf))
            {
                if (moment.Key is null)
                    await figures.CatchUpAsync(cancellationToken);
                var readings = await reader.ReadAsync([.. moment.Select(k => k.ObjectiveId).Distinct()], moment.Key, cancellationToken);
                foreach (var key in moment.Where(k => readings.ContainsKey(k.ObjectiveId)))
                    found[key] = readings[key.ObjectiveId].Progress;
            }
            return found;
        }
    }
}
