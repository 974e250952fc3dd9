using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Platform;

public sealed class EnumNamesTests
{
    [Theory]
    [InlineData(ErrorCode.CycleInTree, "CYCLE_IN_TREE")]
    [InlineData(ErrorCode.WeightsNot100, "WEIGHTS_NOT_100")]
    [InlineData(ErrorCode.SamePersonMayNotDecide, "SAME_PERSON_MAY_NOT_DECIDE")]
    [InlineData(Locale.ZhCn, "ZH_CN")]
    [InlineData(Role.Hr, "HR")]
    [InlineData(JobStatus.Queued, "QUEUED")]
    public void Names_are_the_contracts(Enum value, string name) => EnumNames.Of(value).ShouldBe(name);

    [Fact]
    public void Names_read_back_as_their_values()
    {
        var enums = new[] { typeof(ErrorCode).Assembly, typeof(Role).Assembly, typeof(Objectives.Planning.PlanningModule).Assembly, typeof(Objectives.Organization.OrganizationModule).Assembly }
            .SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).ToList();
        enums.Count.ShouldBeGreaterThan(10);
        foreach (var type in enums)
        {
            foreach (var value in Enum.GetValues(type))
            {
                EnumNames.TryParse(type, EnumNames.Of(value), out var read).ShouldBeTrue();
                read.ShouldBe(value);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("topDown")]
    [InlineData("0")]
    [InlineData("cycle_in_tree")]
    public void Other_names_are_unknown(string name) => EnumNames.TryParse(typeof(ErrorCode), name, out _).ShouldBeFalse();
}
