using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.Demo;

/// <summary>Rows written as if in the past are those that commands would have written then.</summary>
public sealed class PastWriterTests : IDisposable
{
    private static readonly PersonId By = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 30, 0, 123, TimeSpan.Zero);
    private static readonly Caller Caller = new(By, new(Guid.CreateVersion7()), Locale.En, new HashSet<Role>());

    private readonly SqliteConnection _usual = Open();
    private readonly SqliteConnection _past = Open();

    [Fact]
    public async Task An_entry_of_an_aggregate_with_its_parts_is_the_commands()
    {
        var (id, part) = (Guid.CreateVersion7(), new ResponsibilityId(Guid.CreateVersion7()));
        await using (var db = await MadeAsync(_usual))
        {
            db.Add(Shop.Found(id));
            db.Add(new Shelf { Id = part, Shop = id, Label = "备件 A" });
            await db.RecordAndSaveAsync("saveShop", "new", Caller, Monday, Cancellation);
        }
        await using (var db = await MadeAsync(_past))
        await using (var writer = new PastWriter(db))
        {
            writer.Add(Shop.Found(id), [new Shelf { Id = part, Shop = id, Label = "备件 A" }], "saveShop", By, Monday, "new");
            await writer.FlushAsync(Cancellation);
        }
        Compare();
        Rows(_past, "shop_shelves").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_chain_of_changes_and_what_became_of_the_row_are_the_commands()
    {
        var id = Guid.CreateVersion7();
        await using (var db = await MadeAsync(_usual))
        {
            var shop = Shop.Found(id);
            db.Add(shop);
            await db.RecordAndSaveAsync("saveShop", null, Caller, Monday, Cancellation);
            shop.Change();
            await db.RecordAndSaveAsync("moveShop", null, Caller, Monday.AddDays(1), Cancellation);
            shop.Close();
            await db.RecordAndSaveAsync("closeShop", "给供应商", Caller, Monday.AddDays(2), Cancellation);
        }
        await using (var db = await MadeAsync(_past))
        await using (var writer = new PastWriter(db))
        {
            var shop = Shop.Found(id);
            var past = writer.Begin(shop);
            past.Record("saveShop", By, Monday);
            shop.Change();
            past.Record("moveShop", By, Monday.AddDays(1));
            shop.Close();
            past.Record("closeShop", By, Monday.AddDays(2), "给供应商");
            await writer.FlushAsync(Cancellation);
        }
        Compare();
        Rows(_past, "platform_changes").Count.ShouldBe(3);
        Rows(_past, "platform_outbox_messages").ShouldBeEmpty();
        Rows(_past, "platform_changes").Select(r => string.Join('|', r)).ShouldContain(r => r.Contains("address.number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_a_part_is_the_commands()
    {
        var (id, part) = (Guid.CreateVersion7(), new ResponsibilityId(Guid.CreateVersion7()));
        await using (var db = await MadeAsync(_usual))
        {
            db.Add(Shop.Found(id));
            var shelf = db.Add(new Shelf { Id = part, Shop = id, Label = "备件 A" }).Entity;
            await db.RecordAndSaveAsync("saveShop", null, Caller, Monday, Cancellation);
            shelf.Label = "备件 B";
            await db.RecordAndSaveAsync("saveShelf", null, Caller, Monday.AddDays(1), Cancellation);
        }
        await using (var db = await MadeAsync(_past))
        await using (var writer = new PastWriter(db))
        {
            var (past, shelf) = (writer.Begin(Shop.Found(id)), new Shelf { Id = part, Shop = id, Label = "备件 A" });
            past.Record("saveShop", By, Monday, null, shelf);
            shelf.Label = "备件 B";
            past.Record("saveShelf", By, Monday.AddDays(1));
            await writer.FlushAsync(Cancellation);
        }
        Compare();
        Rows(_past, "platform_changes").Select(r => string.Join('|', r)).Last().ShouldContain("备件 B");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>All but the entries' own ids, which nothing refers to.</summary>
    private void Compare()
    {
        foreach (var table in new[] { "shop_shops", "shop_shelves", "(SELECT subject_type, subject_id, sequence, at, \"by\", action, reason, \"before\", after, hash FROM platform_changes ORDER BY sequence)" })
            Rows(_past, table).ShouldBe(Rows(_usual, table));
    }

    public void Dispose()
    {
        _usual.Dispose();
        _past.Dispose();
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static async Task<ShopDb> MadeAsync(SqliteConnection connection)
    {
        var db = new ShopDb(new DbContextOptionsBuilder<ShopDb>().UseSqlite(connection).UseSnakeCaseNamingConvention().Options);
        await db.Database.EnsureCreatedAsync(Cancellation);
        return db;
    }

    private static List<object[]> Rows(SqliteConnection connection, string from)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100, S2077 // Written above.
        command.CommandText = $"SELECT * FROM {from}";
#pragma warning restore CA2100, S2077
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private sealed record Address(string Street, int Number);

    private sealed class Shop : Aggregate
    {
        public Guid Id { get; private set; }

        public override Guid Key => Id;

        public string Name { get; private set; } = "云岭";

        public decimal Rent { get; private set; } = 12.5m;

        public decimal? Deposit { get; private set; }

        public Role Kept { get; private set; } = Role.Hr;

        public PersonId? Keeper { get; private set; }

        public DateOnly Opens { get; private set; } = new(2026, 3, 1);

        public DateTimeOffset? ClosedAt { get; private set; }

        public Period Period { get; private set; } = new(2026, PeriodGranularity.Quarter, 1);

        public bool Open { get; private set; } = true;

        public Address Address { get; private set; } = new("解放路", 1);

        public List<Guid> Known { get; private set; } = [];

        public static Shop Found(Guid id) => new() { Id = id };

        public void Change()
        {
            (Rent, Deposit, Keeper, Address) = (13, 0.000001m, By, new("解放路", 28));
            Raise(new PersonChanged(By));
        }

        public void Close() => (Open, ClosedAt, Keeper) = (false, Monday, null);
    }

    private sealed class Shelf : IPart
    {
        public ResponsibilityId Id { get; init; }

        public Guid Shop { get; init; }

        public Guid Root => Shop;

        public string Label { get; set; } = string.Empty;
    }

    private sealed class ShopModule : IModule
    {
        public string Schema => "shop";

        public Type DbType => typeof(ShopDb);

        public void AddServices(IServiceCollection services)
        {
        }

        public void BindApi(ApiBuilder api)
        {
        }
    }

    private sealed class ShopDb(DbContextOptions<ShopDb> options) : ModuleDb(options, new ShopModule());

    private sealed class ShopTable : IEntityTypeConfiguration<Shop>
    {
        public void Configure(EntityTypeBuilder<Shop> builder)
        {
            builder.ToTable("shops").HasKey(s => s.Id);
            builder.ComplexProperty(s => s.Address);
        }
    }

    private sealed class ShelfTable : IEntityTypeConfiguration<Shelf>
    {
        public void Configure(EntityTypeBuilder<Shelf> builder)
        {
            builder.ToTable("shelves").HasKey(s => s.Id);
            builder.Ignore(s => s.Root);
        }
    }
}
