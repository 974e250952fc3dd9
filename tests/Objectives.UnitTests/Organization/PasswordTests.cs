using Objectives.Organization.Domain;
using Objectives.Organization.Features.SignIn;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Organization;

public sealed class PasswordTests
{
    private static readonly DateTimeOffset Noon = new(2027, 4, 15, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", ErrorCode.Required)]
    [InlineData("short", ErrorCode.Invalid)]
    [InlineData("elevenchars", ErrorCode.Invalid)]
    [InlineData("EMPLOYEE-000001", ErrorCode.Invalid)]
    [InlineData(" Wei.Zhang@Example.com ", ErrorCode.Invalid)]
    public void A_password_that_is_short_or_known_is_refused(string password, ErrorCode code)
    {
        var error = Password.Check(password, "Employee-000001", "wei.zhang@example.com")!;
        (error.Code, error.Field).ShouldBe((code, "password"));
        error.Message.Chinese.ShouldNotBe(error.Message.English);
    }

    [Fact]
    public void Twelve_to_256_characters_will_do()
    {
        Password.Check(new('x', Password.MinLength), "E1", "e@x").ShouldBeNull();
        Password.Check(new('长', Password.MaxLength), "E1", "e@x").ShouldBeNull();
        Password.Check(new('x', Password.MaxLength + 1), "E1", "e@x")!.Code.ShouldBe(ErrorCode.LimitExceeded);
    }

    [Fact]
    public void A_hash_fits_its_password_alone_and_is_never_twice_the_same()
    {
        var hash = PasswordHashes.Of("correct horse battery");
        PasswordHashes.Check(hash, "correct horse battery").ShouldBe((true, false));
        PasswordHashes.Check(hash, "correct horse batterY").ShouldBe((false, false));
        PasswordHashes.Of("correct horse battery").ShouldNotBe(hash);
        PasswordHashes.Check(null, "correct horse battery").Fits.ShouldBeFalse();
        PasswordHashes.Check(null, string.Empty).Fits.ShouldBeFalse();
    }

    [Fact]
    public void The_first_failures_cost_no_wait_and_then_each_doubles_it_up_to_a_quarter_of_an_hour()
    {
        for (var count = 0; count < FailedSignIns.Free; count++)
            FailedSignIns.PauseAfter(count).ShouldBe(TimeSpan.Zero);
        FailedSignIns.PauseAfter(5).ShouldBe(TimeSpan.FromSeconds(30));
        FailedSignIns.PauseAfter(6).ShouldBe(TimeSpan.FromSeconds(60));
        FailedSignIns.PauseAfter(9).ShouldBe(TimeSpan.FromMinutes(8));
        FailedSignIns.PauseAfter(10).ShouldBe(FailedSignIns.LongestPause);
        FailedSignIns.PauseAfter(int.MaxValue).ShouldBe(FailedSignIns.LongestPause);
    }

    [Fact]
    public void Failures_are_forgotten_after_an_hour()
    {
        var first = FailedSignIns.First("x", Noon);
        first.Next(Noon).ShouldBe(2);
        first.Next(Noon.AddMinutes(59)).ShouldBe(2);
        first.Next(Noon.AddHours(1)).ShouldBe(1);
    }

    [Fact]
    public void One_person_is_counted_as_one_whichever_name_he_uses_and_words_by_their_letters()
    {
        var person = Contracts.Organization.PersonId.New();
        FailedSignIns.LoginOf(person, "E1").ShouldBe(FailedSignIns.LoginOf(person, "e1@example.com"));
        FailedSignIns.LoginOf(null, "nobody").ShouldBe(FailedSignIns.LoginOf(null, "NoBody"));
        FailedSignIns.LoginOf(null, "nobody").ShouldNotBe(FailedSignIns.LoginOf(null, "nobody2"));
    }
}
