using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class HarnessTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_company_stands(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (data, sql) = await company.Member.RecordAsync("{ viewer { person { name superior { name } } roles } }");
        data.Text("viewer.person.superior.name").ShouldBe("孙组长");
        sql.ShouldNotBeEmpty();
    }
}
