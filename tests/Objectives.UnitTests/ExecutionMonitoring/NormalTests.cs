using Objectives.ExecutionMonitoring.Domain.Forecasting;

namespace Objectives.UnitTests.ExecutionMonitoring;

public sealed class NormalTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655)]
    [InlineData(0.975, 1.9599639845)]
    [InlineData(0.999, 3.0902323062)]
    [InlineData(0.1, -1.2815515655)]
    public void Quantiles_and_shares_are_those_of_the_tables(double share, double z)
    {
        Normal.Quantile(share).ShouldBe(z, 1e-7);
        Normal.ShareBelow(z).ShouldBe(share, 1e-6);
    }

    [Fact]
    public void Each_undoes_the_other() => Gen.Double[0.0001, 0.9999].Sample(share => Math.Abs(Normal.ShareBelow(Normal.Quantile(share)) - share) < 1e-6);
}
