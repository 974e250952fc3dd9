using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Objectives.Migrations;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Modules;

namespace Objectives.ArchitectureTests;

public sealed class TableTests
{
    private static readonly IReadOnlyList<IModule> Modules = [PlatformModule.Instance, .. Solution.Modules];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public async Task Tables_carry_their_modules_schema(DatabaseKind kind)
    {
        Modules.Select(m => m.Schema).Distinct().Count().ShouldBe(Modules.Count);
        await using var schema = SchemaContext.For(new(kind, kind == DatabaseKind.PostgreSql ? "Host=none" : "Data Source=none"));
        foreach (var module in Modules)
            schema.Model.GetEntityTypes().Any(e => e.ClrType.Assembly == module.GetType().Assembly).ShouldBeTrue(module.Schema);
        Misplaced(schema.Model, kind).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public void A_table_in_another_schema_is_found(DatabaseKind kind)
    {
        var model = new ModelBuilder();
        model.Entity<ChangeEntry>().ToTable("planning_changes", "planning").HasKey(c => c.Id);
        Misplaced((IReadOnlyModel)model.Model, kind).ShouldBe([kind == DatabaseKind.Sqlite ? "ChangeEntry is in planning_changes" : "ChangeEntry is in planning"]);
    }

    private static IEnumerable<string> Misplaced(IReadOnlyModel model, DatabaseKind kind)
        => from entity in model.GetEntityTypes()
           where entity.GetTableName() is not null
           let module = Modules.Single(m => m.GetType().Assembly == entity.ClrType.Assembly)
           let place = kind == DatabaseKind.Sqlite ? entity.GetTableName() : entity.GetSchema()
           where kind == DatabaseKind.Sqlite ? !place!.StartsWith(module.Schema + "_", StringComparison.Ordinal) : place != module.Schema
           select $"{entity.ClrType.Name} is in {place}";
}
