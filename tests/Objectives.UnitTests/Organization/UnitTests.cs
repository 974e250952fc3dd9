using Objectives.Organization.Domain;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Organization;

[Trait("Clause", "S6.1")]
public sealed class UnitTests
{
    [Fact]
    public void A_unit_stands_under_every_higher_kind_and_under_no_other()
    {
        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            foreach (var parent in Enum.GetValues<UnitKind>())
            {
                var error = Unit.CheckPlace(kind, parent);
                (error is null).ShouldBe(kind != UnitKind.Company && parent < kind, $"{kind} under {parent}");
                if (error is not null)
                    (error.Code, error.Field).ShouldBe((ErrorCode.Invalid, "parentId"));
            }
        }
    }

    [Fact]
    public void Only_a_company_stands_under_none()
    {
        Unit.CheckPlace(UnitKind.Company, null).ShouldBeNull();
        foreach (var kind in new[] { UnitKind.Division, UnitKind.Department, UnitKind.Team })
            Unit.CheckPlace(kind, null)!.Code.ShouldBe(ErrorCode.Required);
    }
}
