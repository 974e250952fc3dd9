using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Objectives.Migrations;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Databases;

/// <summary>SQL Server's tables as its own design tool sees them.</summary>
public sealed class SqlServerSchemaTests
{
    [Fact]
    public async Task The_schema_is_valid()
    {
        await using var schema = SchemaContext.For(new(DatabaseKind.SqlServer, MigrationTests.Offline(DatabaseKind.SqlServer)));
        using var model = ModelOf(schema.Database.GenerateCreateScript());
        Errors(model).ShouldBeEmpty();
        model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(t => t.Name.ToString()).Order().ShouldBe(
            schema.Model.GetEntityTypes().Select(e => $"[{e.GetSchema()}].[{e.GetTableName()}]").Distinct().Order());
    }

    [Fact]
    public void What_is_wrong_with_a_schema_is_told()
    {
        using var model = ModelOf("CREATE TABLE [a] ([id] int NOT NULL PRIMARY KEY, [b] int NOT NULL REFERENCES [missing]([id]));");
        Errors(model).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Errors(TSqlModel model) => model.Validate().Where(m => m.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(m => m.Message);

    private static TSqlModel ModelOf(string script)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new());
        foreach (var statement in TransactSql.Script(script).Batches.SelectMany(b => b.Statements).SelectMany(Declarations))
            model.AddObjects(statement);
        return model;
    }

    /// <summary>A schema is made by a statement inside a statement, which a model does not take.</summary>
    private static IEnumerable<string> Declarations(TSqlStatement statement)
    {
        if (statement is not IfStatement { ThenStatement: ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral inner] } } })
            return [Text(statement)];
        return TransactSql.Script(inner.Value).Batches.SelectMany(b => b.Statements).Select(Text);
    }

    private static string Text(TSqlFragment fragment) => string.Concat(Enumerable.Range(fragment.FirstTokenIndex, fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(i => fragment.ScriptTokenStream[i].Text));
}
