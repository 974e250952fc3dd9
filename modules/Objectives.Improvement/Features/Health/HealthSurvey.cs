using MediatR;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Features.Pulse;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Health;

/// <summary>The survey's questions, in the order of its means.</summary>
internal enum Question
{
    Attainable,
    ExecutiveSupport,
    TrustInLeader,
    Fairness,
    Encouragement,
    Paperwork,
}

/// <summary>What the survey tells of a unit, month by month: a quarter stands in its last month, the running one in the running month. As anonymous as it is anywhere.</summary>
internal sealed class HealthSurvey(PulseReader reader)
{
    public async Task<Answers> ReadAsync(CycleCalendar calendar, UnitId unit, CountedMonths months, CancellationToken cancellationToken)
    {
        var means = new IReadOnlyList<decimal>?[months.Last + 1];
        foreach (var (quarter, board) in await reader.ReadAsync(calendar.Id, cancellationToken))
        {
            var last = quarter.End.AddDays(-1);
            means[months.Of(last < calendar.Today ? last : calendar.Today)] = board.MeansOf(unit);
        }
        return new(means);
    }

    internal sealed record Answers(IReadOnlyList<IReadOnlyList<decimal>?> ByMonth)
    {
        public IReadOnlyList<decimal?> Means(Question question) => [.. ByMonth.Select(m => m?[(int)question])];

        public decimal? LatestMean(Question question) => ByMonth.LastOrDefault(m => m is not null)?[(int)question];
    }
}
