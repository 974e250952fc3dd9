using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Features.Progress;

internal sealed class ReadMonthlyAttainments(ProgressReader reader, IMediator mediator) : IRequestHandler<MonthlyAttainments, IReadOnlyList<MonthlyAttainment>>
{
    public async Task<IReadOnlyList<MonthlyAttainment>> Handle(MonthlyAttainments request, CancellationToken cancellationToken)
    {
        if (request.Objectives.Count == 0)
            return [];
        var terms = await mediator.Send(new ProgressTermsOf(request.Objectives, null), cancellationToken);
        var kept = await reader.KeptAsync([.. request.Objectives], cancellationToken);
        var found = new List<MonthlyAttainment>();
        foreach (var of in terms.Values)
        {
            var targets = of.Months.ToDictionary(m => m.Month, m => m.Target);
            foreach (var figure in kept[of.Id].Select(m => m.Figure).Where(f => targets.ContainsKey(f.Month)).OrderBy(f => f.Month))
            {
                var (target, lower) = Bounds.OfMonth(of, targets[figure.Month], figure);
                if (Attainment.Of(of.Direction, figure.Value, target, lower) is { } attainment)
                    found.Add(new(of.Id, figure.Month, attainment));
            }
        }
        return found;
    }
}
