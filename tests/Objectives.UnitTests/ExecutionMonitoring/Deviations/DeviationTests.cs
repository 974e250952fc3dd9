using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Deviations;

namespace Objectives.UnitTests.ExecutionMonitoring.Deviations;

/// <summary>Actuals and decisions that come at the same time as each other: which of them the other knew of.</summary>
[Trait("Clause", "S7.4")]
public sealed class DeviationTests
{
    private static readonly DateTimeOffset Noon = new(2027, 4, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_actual_that_came_while_it_was_being_opened_ends_it()
    {
        var lag = Open(openedBy: Noon, at: Noon.AddSeconds(2));
        lag.Follow(lags: false, Noon, Noon.AddSeconds(3));
        lag.Status.ShouldBe(DeviationStatus.Open);
        lag.Follow(lags: false, Noon.AddSeconds(1), Noon.AddSeconds(3));
        lag.Status.ShouldBe(DeviationStatus.Closed);
    }

    [Fact]
    public void One_that_was_opened_without_an_actual_is_ended_by_the_first()
    {
        var lag = Open(openedBy: null, at: Noon);
        lag.Follow(lags: false, reportedAt: null, Noon.AddSeconds(1));
        lag.Status.ShouldBe(DeviationStatus.Open);
        lag.Follow(lags: false, Noon.AddSeconds(-1), Noon.AddSeconds(1));
        lag.Status.ShouldBe(DeviationStatus.Closed);
    }

    [Fact]
    public void What_was_resolved_is_opened_again_by_a_later_actual_and_ended_by_the_one_that_came_meanwhile()
    {
        var lag = Open(openedBy: Noon, at: Noon);
        lag.Resolve(Noon.AddSeconds(10));
        lag.Follow(lags: true, Noon.AddSeconds(9), Noon.AddSeconds(11));
        lag.Status.ShouldBe(DeviationStatus.Resolved);
        lag.Follow(lags: true, Noon.AddSeconds(11), Noon.AddSeconds(13));
        lag.Status.ShouldBe(DeviationStatus.Open);
        lag.Follow(lags: false, Noon.AddSeconds(12), Noon.AddSeconds(14));
        lag.Status.ShouldBe(DeviationStatus.Closed);
    }

    private static Deviation Open(DateTimeOffset? openedBy, DateTimeOffset at) => Deviation.Open(
        new(
            ObjectiveId.New(), CycleId.New(), ObjectiveReach.Individual, ObjectiveLevel.Personal, MeasureId.New(), PersonId.New(), UnitId.New(), RegionId: null, CustomerId: null, IsOpen: true, IsExempt: false,
            MeasureDirection.Increase, Aggregation.Sum, Decimals: 0, Target: 60, LowerBound: null, Months: [], new(2027, 1, 1), new(2027, 12, 31), new(2027, 4, 5), Tolerance: 0.05m, AtRiskProbability: 0.6m, History: []),
        DeviationKind.Lag, description: null, externalCause: false, DeviationSeverity.Individual, (1, 15), openedBy, by: null, at);
}
