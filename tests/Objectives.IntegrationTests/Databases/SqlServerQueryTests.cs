using Microsoft.EntityFrameworkCore;
using Objectives.Platform;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Databases;

public sealed class SqlServerQueryTests(Installations installations)
{
    [Fact]
    public async Task What_is_asked_of_SQLite_can_be_asked_of_SQL_Server()
    {
        var company = await installations.OnAsync(DatabaseKind.Sqlite);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "改" }, "objective { id comments { totalCount } history { totalCount } }");
        await company.Member.TreeAsync(cycle);
        var texts = SqlServerMirror.Statements;
        texts.Count.ShouldBeGreaterThan(50);
        foreach (var beginning in (string[])["SELECT", "UPDATE", "INSERT INTO"])
            texts.ShouldContain(t => t.Contains(beginning, StringComparison.Ordinal));
        foreach (var table in (string[])["[planning].[objectives]", "[planning].[objective_versions]", "[organization].[people]", "[platform].[changes]", "[platform].[outbox_messages]"])
            texts.ShouldContain(t => t.Contains(table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_is_told()
    {
        var company = await installations.OnAsync(DatabaseKind.Sqlite);
        await company.Program.WithDbAsync(async db =>
        {
            var query = db.Changes.OrderBy(c => EF.Functions.Glob(c.Action, "a*"));
            await Should.ThrowAsync<InvalidOperationException>(() => SqlServerMirror.MirrorQueryAsync(typeof(PlatformDb), query.Expression));
            return true;
        });
    }
}
