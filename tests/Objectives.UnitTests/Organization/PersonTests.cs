using Objectives.Contracts.Organization;
using Objectives.Organization.Domain;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Organization;

public sealed class PersonTests
{
    private static readonly PersonId Administrator = PersonId.New();
    private static readonly Role[] Givable = [Role.Executive, Role.Hr, Role.Auditor, Role.Administrator];

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.Leader)]
    public void What_follows_from_the_reporting_lines_cannot_be_given(Role role)
    {
        var person = Someone();
        var refused = person.GiveRoles([Role.Hr, role], Administrator);
        refused.Errors.Single().Code.ShouldBe(ErrorCode.Invalid);
        refused.Errors.Single().Field.ShouldBe("roles");
        person.GivenRoles.ShouldBeEmpty();
    }

    [Fact]
    public void Any_set_of_the_other_roles_can_be_given_and_replaces_what_was()
        => Gen.Select(Gen.Int[0, 3].Select(i => Givable[i]).Array[0, 4], Gen.Int[0, 3].Select(i => Givable[i]).Array[0, 4]).Sample((first, second) =>
        {
            var person = Someone();
            person.GiveRoles(first, Administrator).IsSuccess.ShouldBeTrue();
            person.GiveRoles(second, Administrator).IsSuccess.ShouldBeTrue();
            person.GivenRoles.Order().ShouldBe(second.Distinct().Order());
        });

    [Fact]
    public void Nobody_gives_himself_a_role_but_he_may_lay_one_down()
        => Gen.Select(Gen.Int[0, 3].Select(i => Givable[i]).Array[0, 4], Gen.Int[0, 3].Select(i => Givable[i]).Array[0, 4]).Sample((has, wants) =>
        {
            var person = Someone();
            person.GiveRoles(has, Administrator);
            var outcome = person.GiveRoles(wants, person.Id);
            outcome.IsSuccess.ShouldBe(!wants.Except(has).Any());
            if (!outcome.IsSuccess)
            {
                outcome.Errors.Single().Code.ShouldBe(ErrorCode.SamePersonMayNotDecide);
                person.GivenRoles.Order().ShouldBe(has.Distinct().Order());
            }
        });

    [Fact]
    public void Names_are_trimmed_and_an_address_is_kept_in_small_letters()
    {
        var person = Person.Create(" E1 ", " 张伟 ", " Wei.Zhang@Example.COM ", Locale.ZhCn, UnitId.New());
        person.EmployeeNumber.ShouldBe("E1");
        person.Name.ShouldBe("张伟");
        person.Email.ShouldBe("wei.zhang@example.com");
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("王@例子.公司", true)]
    [InlineData("a@b@c", false)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a b@c", false)]
    [InlineData("ab", false)]
    [InlineData("", false)]
    public void An_address_has_one_at_with_something_on_each_side(string text, bool isEmail) => Person.IsEmail(text).ShouldBe(isEmail);

    private static Person Someone() => Person.Create("E1", "张伟", "e1@example.com", Locale.ZhCn, UnitId.New());
}
