using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Progress;

internal sealed class ReadMonthlyGaps(ProgressReader reader, IMediator mediator, BusinessClock clock) : IRequestHandler<MonthlyGapsOf, IReadOnlyList<MonthlyGap>>
{
    public async Task<IReadOnlyList<MonthlyGap>> Handle(MonthlyGapsOf request, CancellationToken cancellationToken)
    {
        if (request.Objectives.Count == 0)
            return [];
        var terms = await mediator.Send(new ProgressTermsOf(request.Objectives, null), cancellationToken);
        var months = await reader.PastAsync([.. request.Objectives], clock.GetUtcNow(), cancellationToken);
        return [.. terms.Values.SelectMany(of => GapsOf(of, months[of.Id].Select(m => m.Figure)))];
    }

    private static IEnumerable<MonthlyGap> GapsOf(ObjectiveTerms of, IEnumerable<MonthFigure> figures)
    {
        var targets = of.Months.ToDictionary(m => m.Month, m => m.Target);
        foreach (var figure in figures.Where(f => targets.ContainsKey(f.Month)).OrderBy(f => f.Month))
        {
            var (target, lower) = Bounds.OfMonth(of, targets[figure.Month], figure);
            yield return new(of.Id, figure.Month, target, MonthFigure.Rounded(Attainment.GapOf(of.Direction, figure.Value, target, lower)));
        }
    }
}
