using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>As <see cref="ProgressReader"/> reckons it, without forecasts.</summary>
internal sealed class ReadAttainments(ProgressReader reader, FiguresKeeper figures, IMediator mediator, BusinessClock clock) : IRequestHandler<AttainmentsOf, IReadOnlyDictionary<ObjectiveId, decimal>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, decimal>> Handle(AttainmentsOf request, CancellationToken cancellationToken)
    {
        IReadOnlyList<ObjectiveId> ids = [.. request.Objectives];
        if (ids.Count == 0)
            return new Dictionary<ObjectiveId, decimal>();
        if (!request.WithinCommand)
            await figures.CatchUpAsync(cancellationToken);
        var terms = await mediator.Send(new ProgressTermsOf(ids, AsOf: null), cancellationToken);
        var months = request.WithinCommand ? await reader.PastAsync(ids, clock.GetUtcNow(), cancellationToken) : await reader.KeptAsync(ids, cancellationToken);
        var found = new Dictionary<ObjectiveId, decimal>();
        foreach (var (id, of) in terms)
        {
            if (Of(of, months[id]) is { } attainment)
                found[id] = attainment;
        }
        return found;
    }

    private static decimal? Of(ObjectiveTerms of, IEnumerable<KeptMonth> months)
        => Reckoning.Of(new(of.Direction, of.Aggregation, of.Decimals, of.Target, of.LowerBound, of.Months), months.Select(m => m.Figure)).Attainment;
}
