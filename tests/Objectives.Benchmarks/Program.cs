using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Objectives.Benchmarks;

if (args is ["forecast", ..])
    return ForecastBench.Run(args[1..]);
if (args is ["backtest"])
    return BackTest.Run();

// The floor that the product is measured against: the same answers from one SQL statement each, written straight to the wire, with no API, rights or history.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
await using var source = NpgsqlDataSource.Create(builder.Configuration["connection"] ?? throw new InvalidOperationException("--connection"));
var app = builder.Build();

const string columns = "o.id, o.code, o.title, o.status, o.level, o.target, o.parent_id";
const string measured = columns + ", m.name, m.unit_of_measure";
app.MapGet("/one", (HttpContext http, Guid id) => WriteAsync(
    http, $"SELECT {measured}, p.title FROM planning.objectives o JOIN planning.measures m ON m.id = o.measure_id LEFT JOIN planning.objectives p ON p.id = o.parent_id WHERE o.id = $1", id));
app.MapGet("/tree", (HttpContext http, Guid root) => WriteAsync(
    http, $"SELECT {columns} FROM planning.objectives r JOIN planning.objectives o ON o.cycle_id = r.cycle_id AND o.path >= r.path AND o.path < r.path || '~' WHERE r.id = $1 ORDER BY o.path", root));
app.MapGet("/page", (HttpContext http, Guid cycle, Guid measure) => WriteAsync(
    http, $"SELECT {measured}, (SELECT count(*) FROM planning.objectives WHERE cycle_id = $1 AND measure_id = $2) FROM planning.objectives o JOIN planning.measures m ON m.id = o.measure_id WHERE o.cycle_id = $1 AND o.measure_id = $2 ORDER BY o.code LIMIT 51", cycle, measure));
app.MapPost("/write", http => CommentAsync(
    http, "INSERT INTO planning.comments (id, subject_id, at, by_id, text, mentions, version) VALUES (gen_random_uuid(), $1, now(), $2, $3, '{}', 1) RETURNING id, text"));
app.MapPost("/write-all", http => CommentAsync(http, "SELECT id, text FROM planning.write_comment($1, $2, $3)"));
app.MapPost("/actuals", async http =>
{
    using var reader = new StreamReader(http.Request.Body);
    await WriteAsync(http, "SELECT monitoring.insert_actuals($1::json)", await reader.ReadToEndAsync(http.RequestAborted));
});
app.MapGet("/dashboard", (HttpContext http, Guid cycle) => WriteAsync(http, "SELECT name, health, objectives, attainment FROM monitoring.standings_by_unit($1)", cycle));
await app.RunAsync();
return 0;

async Task CommentAsync(HttpContext http, string sql)
{
    using var body = await JsonDocument.ParseAsync(http.Request.Body);
    await WriteAsync(http, sql, body.RootElement.GetProperty("subject").GetGuid(), body.RootElement.GetProperty("by").GetGuid(), body.RootElement.GetProperty("text").GetString()!);
}

async Task WriteAsync(HttpContext http, string sql, params object[] values)
{
    await using var command = source.CreateCommand(sql);
    foreach (var value in values)
        command.Parameters.Add(new() { Value = value, NpgsqlDbType = value is Guid ? NpgsqlDbType.Uuid : NpgsqlDbType.Varchar });
    await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
    http.Response.ContentType = "application/json";
    await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
    json.WriteStartArray();
    while (await reader.ReadAsync(http.RequestAborted))
    {
        json.WriteStartObject();
        for (var i = 0; i < reader.FieldCount; i++)
            Write(json, reader, i);
        json.WriteEndObject();
    }
    json.WriteEndArray();
}

static void Write(Utf8JsonWriter json, NpgsqlDataReader reader, int column)
{
    var name = reader.GetName(column);
    if (reader.IsDBNull(column))
        json.WriteNull(name);
    else if (reader.GetFieldType(column) == typeof(Guid))
        json.WriteString(name, reader.GetGuid(column));
    else if (reader.GetFieldType(column) == typeof(long))
        json.WriteNumber(name, reader.GetInt64(column));
    else if (reader.GetFieldType(column) == typeof(int))
        json.WriteNumber(name, reader.GetInt32(column));
    else if (reader.GetFieldType(column) == typeof(decimal))
        json.WriteNumber(name, reader.GetDecimal(column));
    else
        json.WriteString(name, reader.GetString(column));
}
