using Objectives.Organization.Domain;

namespace Objectives.UnitTests.Organization;

public sealed class CompanyTests
{
    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("UTC", true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("asia/shanghai", false)]
    [InlineData("China Standard Time", false)]
    [InlineData("posix/Asia/Shanghai", false)]
    [InlineData("localtime", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("Asia", false)]
    [InlineData("GMT+8", false)]
    [InlineData("", false)]
    public void A_time_zone_is_one_of_the_IANA_database_by_its_own_name(string name, bool isTimeZone) => Company.IsTimeZone(name).ShouldBe(isTimeZone);

    [Fact]
    public void A_name_that_is_too_long_is_not_even_looked_up() => Company.IsTimeZone(new('A', 1_000_000)).ShouldBeFalse();
}
