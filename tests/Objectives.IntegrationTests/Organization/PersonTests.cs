using Objectives.IntegrationTests.Harness;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class PersonTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_person_is_added_with_defaults_and_read_back(DatabaseKind kind)
    {
        var company = await installations.OnAsync(kind);
        var number = New.Number();
        var person = await company.Administrator.ChangeAsync(
            "savePerson",
            new { employeeNumber = $" {number} ", name = "张伟", email = $"{number}@Example.COM", unitId = company.Team, superiorId = company.TeamLeader.PersonId },
            "person { id version employeeNumber name email locale active relativeStrength unit { id } superior { id } chain { employeeNumber } roles position { id } }");
        person.Text("employeeNumber").ShouldBe(number);
        person.Text("email").ShouldBe($"{number}@example.com".ToLowerInvariant());
        person.Text("locale").ShouldBe("ZH_CN");
        person.Text("relativeStrength").ShouldBe("1");
        person.Number("version").ShouldBe(1);
        person.Strings("chain.*.employeeNumber").ShouldBe(["E0111", "E0110", "E0100", "E0001"]);
        person.Strings("roles").ShouldBe(["MEMBER"]);
    }
}
