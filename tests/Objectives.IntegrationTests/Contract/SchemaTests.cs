using Objectives.Gateway.Hosting;

namespace Objectives.IntegrationTests.Contract;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_printed_schema_is_current()
    {
        await using var app = ObjectivesProgram.Build([]);
        Snapshot.Check("src/Objectives.Gateway/schema.graphql", ObjectivesProgram.SchemaOf(app));
    }
}
