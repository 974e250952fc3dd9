using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Objectives.Platform.Import;

/// <summary>A batch's records by what files call them.</summary>
public sealed class Lookup<T>
    where T : class
{
    private Dictionary<string, T> _found = [];

    public T? Find(string key) => _found.GetValueOrDefault(key);

    public void Add(string key, T record) => _found[key] = record;

    public IEnumerable<T> All => _found.Values;

    public void Set(IEnumerable<T> records, Func<T, string> key) => _found = records.ToDictionary(key);

    public async Task ReadAsync(IQueryable<T> records, Expression<Func<T, string>> key, IEnumerable<string?> wanted, CancellationToken cancellationToken)
    {
        var keys = wanted.OfType<string>().Distinct().ToList();
        _found = [];
        if (keys.Count == 0)
            return;
        Expression<Func<string, bool>> among = k => EF.Parameter(keys).Contains(k);
        var predicate = Expression.Lambda<Func<T, bool>>(Expression.Invoke(among, key.Body), key.Parameters);
        var read = key.Compile();
        foreach (var record in await records.Where(predicate).ToListAsync(cancellationToken))
            _found[read(record)] = record;
    }
}
