using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Objectives.IntegrationTests.Databases;

/// <summary>SQL Server's own grammar, for where no server is.</summary>
internal static class TransactSql
{
    /// <summary>The number of statements; fails when the text is no T-SQL.</summary>
    public static int Parse(string text) => Script(text).Batches.Sum(b => b.Statements.Count);

    public static TSqlScript Script(string text)
    {
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        errors.Select(e => $"{e.Message} (line {e.Line}, column {e.Column})").ShouldBeEmpty(text);
        return (TSqlScript)parsed;
    }
}
