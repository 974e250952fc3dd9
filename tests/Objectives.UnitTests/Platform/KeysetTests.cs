using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.UnitTests.Platform;

public sealed class KeysetTests
{
    private static readonly Gen<Row> Rows = Gen.Select(
        Gen.OneOf(new[] { "甲", "乙", "丙", "a", "b", string.Empty }.Select(Gen.Const).ToArray()), Gen.Int[0, 3], Gen.Long[-5, 5].Select(n => n / 4m), Gen.Int[0, 4].Select(n => DateTimeOffset.UnixEpoch.AddTicks(n * 10)),
        (title, number, amount, at) => new Row { Title = title, Number = number, Amount = amount, At = at });

    private static readonly Gen<Keyset<Model>> Orders = Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 4], Gen.Bool, Gen.Bool, (first, firstDown, second, secondDown, lastDown)
        => By(By(new(), first, firstDown), second, secondDown).By(m => m.Code, lastDown));

    [Fact]
    public async Task Pages_forward_and_backward_make_up_the_whole_list()
        => await Gen.Select(Rows.Array[0, 30], Orders, Gen.Int[1, 7]).SampleAsync(
            async (rows, order, size) =>
            {
                await using var table = await Table.OfAsync(rows);
                var whole = await table.PageAsync(order, new(First: 500));
                whole.TotalCount.ShouldBe(rows.Length);
                whole.Edges.Select(e => e.Node.Code).Distinct().Count().ShouldBe(rows.Length);

                var forward = new List<string>();
                for (Page<Model>? page = null; page is null || page.PageInfo.HasNextPage;)
                {
                    page = await table.PageAsync(order, new(First: size, After: page?.PageInfo.EndCursor));
                    page.PageInfo.HasPreviousPage.ShouldBe(forward.Count > 0);
                    forward.AddRange(page.Nodes.Select(n => n.Code));
                }
                forward.ShouldBe(whole.Nodes.Select(n => n.Code));

                var backward = new List<string>();
                for (Page<Model>? page = null; page is null || page.PageInfo.HasPreviousPage;)
                {
                    page = await table.PageAsync(order, new(Last: size, Before: page?.PageInfo.StartCursor));
                    page.PageInfo.HasNextPage.ShouldBe(backward.Count > 0);
                    backward.InsertRange(0, page.Nodes.Select(n => n.Code));
                }
                backward.ShouldBe(forward);
            },
            iter: 60, threads: 1);

    [Fact]
    public async Task A_cursor_stays_where_it_was_when_others_insert()
        => await Gen.Select(Rows.Array[2, 20], Rows.Array[1, 10], Orders, Gen.Int[0, 1000]).SampleAsync(
            async (rows, inserted, order, at) =>
            {
                await using var table = await Table.OfAsync(rows);
                var whole = await table.PageAsync(order, new(First: 500));
                var place = at % whole.Edges.Count;
                await table.AddAsync(inserted);
                var behind = await table.PageAsync(order, new(First: 500, After: whole.Edges[place].Cursor));
                var before = await table.PageAsync(order, new(Last: 500, Before: whole.Edges[place].Cursor));
                var old = whole.Nodes.Select(n => n.Code).ToList();
                behind.Nodes.Select(n => n.Code).Where(old.Contains).ShouldBe(old.Skip(place + 1));
                before.Nodes.Select(n => n.Code).Where(old.Contains).ShouldBe(old.Take(place));
                (behind.Edges.Count + before.Edges.Count + 1).ShouldBe(rows.Length + inserted.Length);
            },
            iter: 60, threads: 1);

    [Theory]
    [InlineData("x")]
    [InlineData("bm90IGpzb24")]
    [InlineData("WyJhIl0")]
    [InlineData("e30")]
    [InlineData("W251bGwsbnVsbF0")]
    [InlineData("WyJhIiwiYiIsImMiXQ")]
    [InlineData("WyIxZTUwIiwiMSJd")]
    [InlineData("WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IiwiMSJd")]
    public async Task A_cursor_of_another_list_is_told_as_such(string cursor)
    {
        await using var table = await Table.OfAsync([]);
        var order = new Keyset<Model>().By(m => m.Amount).By(m => m.Code);
        (await Should.ThrowAsync<ApiException>(() => table.PageAsync(order, new(First: 1, After: cursor)))).Code.ShouldBe(ApiErrorCode.BadUserInput);
    }

    [Theory]
    [InlineData(-1, null, ApiErrorCode.BadUserInput)]
    [InlineData(501, null, ApiErrorCode.LimitExceeded)]
    [InlineData(null, -1, ApiErrorCode.BadUserInput)]
    [InlineData(null, 501, ApiErrorCode.LimitExceeded)]
    [InlineData(1, 1, ApiErrorCode.BadUserInput)]
    public void A_page_has_a_size_within_limits(int? first, int? last, ApiErrorCode code)
        => Should.Throw<ApiException>(() => new PageRequest(First: first, Last: last).Size).Code.ShouldBe(code);

    private static Keyset<Model> By(Keyset<Model> keys, int key, bool descending) => key switch
    {
        0 => keys.By(m => m.Title, descending),
        1 => keys.By(m => m.Number, descending),
        2 => keys.By(m => m.Amount, descending),
        3 => keys.By(m => m.At, descending),
        _ => keys,
    };

    private sealed class Row
    {
        public string Code { get; set; } = string.Empty;

        public string Title { get; init; } = string.Empty;

        public int Number { get; init; }

        public decimal Amount { get; init; }

        public DateTimeOffset At { get; init; }
    }

    private sealed record Model(string Code, string Title, int Number, decimal Amount, DateTimeOffset At);

    private sealed class Table(SqliteConnection connection) : DbContext
    {
        private static readonly Gen<string> Codes = Gen.String[Gen.Char.AlphaNumeric, 12, 12];

        public static async Task<Table> OfAsync(IReadOnlyList<Row> rows)
        {
            var table = new Table(new("Data Source=:memory:"));
            await table.Database.OpenConnectionAsync();
            await table.Database.EnsureCreatedAsync();
            await table.AddAsync(rows);
            return table;
        }

        public async Task AddAsync(IReadOnlyList<Row> rows)
        {
            foreach (var row in rows)
                row.Code = Codes.Single();
            AddRange(rows);
            await SaveChangesAsync();
            ChangeTracker.Clear();
        }

        public Task<Page<Model>> PageAsync(Keyset<Model> order, PageRequest page)
            => order.PageAsync(Set<Row>().Select(r => new Model(r.Code, r.Title, r.Number, r.Amount, r.At)), page, TestContext.Current.CancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await connection.DisposeAsync();
        }

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Values(configurationBuilder, DatabaseKind.Sqlite);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>().HasKey(r => r.Code);
    }
}
