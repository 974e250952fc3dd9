using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Objectives.Platform.Data;

namespace Objectives.Gateway.Hosting;

/// <summary>What the installation is; the configuration's section "Objectives", which the command line, the environment and appsettings.json fill. Checked at start.</summary>
public sealed class ProgramSettings : IValidatableObject
{
    public const string Section = "Objectives";

    /// <summary>Short forms on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, string> Switches = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["--data"] = Section + ":Data",
        ["--database"] = Section + ":Database",
        ["--connection"] = Section + ":Connection",
        ["--demo"] = Section + ":Demo",
        ["--scale"] = Section + ":Scale",
        ["--remote-setup"] = Section + ":RemoteSetup",
    };

    /// <summary>The folder of the SQLite file, of its backups, and of the set-up token.</summary>
    [Required]
    public string Data { get; set; } = ".data";

    /// <summary>sqlite, postgres or sqlserver.</summary>
    public string Database { get; set; } = "sqlite";

    public DatabaseKind Kind => Database.ToUpperInvariant() switch { "POSTGRES" => DatabaseKind.PostgreSql, "SQLSERVER" => DatabaseKind.SqlServer, _ => DatabaseKind.Sqlite };

    /// <summary>For PostgreSQL and SQL Server; on SQLite the file is in <see cref="Data"/>.</summary>
    public string? Connection { get; set; }

    /// <summary>Fills an empty database with the demo company, lets anyone on this machine sign in as its people, and lets the clock be moved.</summary>
    public bool Demo { get; set; }

    /// <summary>How many times the demo company's size.</summary>
    [Range(1, 200)]
    public int Scale { get; set; } = 1;

    /// <summary>Whether the first-run set-up may be claimed from another machine.</summary>
    public bool RemoteSetup { get; set; }

    /// <summary>The largest file that POST /uploads takes.</summary>
    [Range(1, 4096)]
    public int UploadMegabytes { get; set; } = 64;

    public string SqliteFile => Path.GetFullPath(Path.Combine(Data, "objectives.db"));

    public Database ToDatabase() => new(Kind, Kind == DatabaseKind.Sqlite
        ? new SqliteConnectionStringBuilder { DataSource = SqliteFile, DefaultTimeout = 120, Pooling = true }.ToString()
        : Connection!);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Database.ToUpperInvariant() is not ("SQLITE" or "POSTGRES" or "SQLSERVER"))
            yield return new($"--database is sqlite, postgres or sqlserver, not '{Database}'.", [nameof(Database)]);
        if (Kind != DatabaseKind.Sqlite && string.IsNullOrWhiteSpace(Connection))
            yield return new($"--database {Database} needs --connection with its connection string.", [nameof(Connection)]);
        if (Scale != 1 && !Demo)
            yield return new("--scale belongs to --demo.", [nameof(Scale)]);
    }
}
