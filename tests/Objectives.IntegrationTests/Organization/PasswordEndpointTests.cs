using System.Net;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class PasswordEndpointTests(Installations installations)
{
    private const string First = "first long password";
    private const string Second = "second long password";

    [Theory, OnEachDatabase]
    public async Task An_administrator_gives_a_first_password_and_its_owner_changes_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var person = await company.Administrator.AddAsync("savePerson", New.Person(company.Team));
        var number = (string)person["employeeNumber"]!;
        var before = await company.Program.SignInAsync(person.Id());
        (await company.Member.PostAsync("/auth/set-password", new { login = number, password = First })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await company.Administrator.PostAsync("/auth/set-password", new { login = number, password = "short" })).Text.ShouldContain("\"field\":\"password\"");
        (await company.Administrator.PostAsync("/auth/set-password", new { login = number, password = First })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await before.AskAsync("{ viewer { locale } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");

        var signedIn = await company.Program.Anonymous.PostAsync("/auth/password", new { login = number, password = First });
        var owner = before with { Token = signedIn.Json.Text("token") };
        (await owner.PostAsync("/auth/set-password", new { current = Second, password = Second })).Text.ShouldContain("\"field\":\"current\"");
        (await owner.PostAsync("/auth/set-password", new { current = First, password = Second })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await owner.ReadAsync("{ viewer { locale } }")).Text("viewer.locale").ShouldNotBeEmpty();
        (await company.Program.Anonymous.PostAsync("/auth/password", new { login = number, password = First })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await company.Program.Anonymous.PostAsync("/auth/password", new { login = number, password = Second })).Status.ShouldBe(HttpStatusCode.OK);
    }
}
