using Microsoft.Data.Sqlite;

namespace Objectives.Platform.Data;

/// <summary>
/// A connection to a SQLite file that stays open, with its statements prepared and, until another writes, its pages at hand, for what is written many times a second. For one thread, which has its turn at
/// the <see cref="Requests.CommandGate"/>. A commit neither waits for the disk nor takes the log over into the file.
/// </summary>
internal sealed class StandingConnection(string connectionString) : IDisposable
{
    private readonly Dictionary<TableLayout, SqliteCommand> _inserts = [];
    private SqliteConnection? _connection;

    /// <summary>All the rows as one transaction, or none of them.</summary>
    public void Insert(IEnumerable<IGrouping<TableLayout, object>> tables)
    {
        try
        {
            var connection = _connection ??= Open();
            using var transaction = connection.BeginTransaction();
            foreach (var rows in tables)
            {
                if (!_inserts.TryGetValue(rows.Key, out var insert))
                    _inserts.Add(rows.Key, insert = rows.Key.Prepare(connection));
                rows.Key.Insert(insert, transaction, rows);
            }
            transaction.Commit();
        }
        catch (Exception)
        {
            Close(); // Whatever state it is in; the next opens it anew.
            throw;
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
        _inserts.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = Requests.CommandGate.Turn.Settings;
        settings.ExecuteNonQuery();
        return connection;
    }
}
