using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Platform.Data;

/// <summary>
/// Pages over an ordered query by the values of its sort keys rather than by counting rows, so that a cursor stays where it was
/// when others insert before it, and a deep page costs what the first does.
/// </summary>
/// <remarks>The last key added must be unique. Keys are strings, whole numbers, decimals or instants, and never null.</remarks>
public sealed class Keyset<T>
{
    private readonly List<(LambdaExpression Key, Func<T, object> Read, bool Descending)> _keys = [];

    public Keyset<T> By<TKey>(Expression<Func<T, TKey>> key, bool descending = false)
        where TKey : notnull
    {
        var read = key.Compile();
        _keys.Add((key, row => read(row), descending));
        return this;
    }

    public async Task<Page<T>> PageAsync(IQueryable<T> source, PageRequest page, CancellationToken cancellationToken)
    {
        var total = page.WantsTotal ? await source.CountAsync(cancellationToken) : 0;
        var size = page.Size;
        var backward = page.Backward;
        var rows = new Rows(source);
        if (page.After is not null)
            rows = rows.Where(Beyond(rows, Decode(page.After, "after"), backward: false));
        if (page.Before is not null)
            rows = rows.Where(Beyond(rows, Decode(page.Before, "before"), backward: true));
        var found = size == 0 ? [] : await Ordered(rows, backward).Take(size + 1).ToListAsync(cancellationToken);
        var more = found.Count > size;
        if (more)
            found.RemoveAt(size);
        if (backward)
            found.Reverse();
        var edges = found.ConvertAll(row => new Edge<T>(row, Encode(row)));
        return new(
            edges,
            new(backward ? page.Before is not null : more, backward ? more : page.After is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor),
            total);
    }

    /// <summary>All of them in this order.</summary>
    public IQueryable<T> All(IQueryable<T> source) => Ordered(new Rows(source), backward: false);

    private IQueryable<T> Ordered(Rows rows, bool backward)
    {
        for (var i = 0; i < _keys.Count; i++)
        {
            var name = (i == 0 ? "OrderBy" : "ThenBy") + (_keys[i].Descending != backward ? "Descending" : string.Empty);
            rows = rows.Call(name, rows.Read(_keys[i].Key));
        }
        return rows.Projected();
    }

    /// <summary>k1 &gt; v1 or (k1 = v1 and (k2 &gt; v2 or …)), each comparison turned where the key descends or the page runs backwards.</summary>
    private Expression Beyond(Rows rows, IReadOnlyList<object> values, bool backward)
    {
        Expression? condition = null;
        for (var i = _keys.Count - 1; i >= 0; i--)
        {
            var (key, _, descending) = _keys[i];
            var left = rows.Read(key);
            var right = Captured(values[i], left.Type);
            var beyond = Compare(left, right, descending != backward ? ExpressionType.LessThan : ExpressionType.GreaterThan);
            condition = condition is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(left, right), condition));
        }
        return condition!;
    }

    private static BinaryExpression Compare(Expression left, Expression right, ExpressionType type) => left.Type == typeof(string)
        ? Expression.MakeBinary(type, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0))
        : Expression.MakeBinary(type, left, right);

    /// <summary>Read as a captured variable, so that the value is a parameter of the statement and not a part of its text.</summary>
    private static MemberExpression Captured(object value, Type type)
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value));
    }

    private string Encode(T row) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(_keys.Select(k => k.Read(row) switch
    {
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var text => text.ToString(),
    }).Append(Mark)));

    /// <summary>Tells the cursors of this list in this order from those of others.</summary>
    private string Mark => field ??= Base64Url.EncodeToString(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(T).FullName} {string.Join(',', _keys.Select(k => $"{k.Key.Body} {k.Descending}"))}")).AsSpan(0, 6));

    private List<object> Decode(string cursor, string field)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor));
            if (parts?.Length == _keys.Count + 1 && parts[^1] == Mark)
                return [.. _keys.Select((key, i) => Parse(parts[i], key.Key.ReturnType))];
        }
        catch (Exception e) when (e is FormatException or JsonException or OverflowException or ArgumentException)
        {
            // Told below, as any other cursor that is not of this list.
        }
        throw new ApiException(ApiErrorCode.BadUserInput, new($"'{field}' is no cursor of this list in this order.", $"“{field}”不是此列表当前排序下的游标。"));
    }

    private static object Parse(string? text, Type type) => text is null ? throw new FormatException()
        : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
        : type == typeof(decimal) ? Quantity.TryParse(text, out var quantity) ? quantity : throw new FormatException()
        : type == typeof(Guid) ? Guid.Parse(text) : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    /// <summary>
    /// What is sorted. EF does not look into a constructor, so when the rows are made by one in a last Select, they are sorted before it, by what
    /// the constructor would have been given for the property that is the key.
    /// </summary>
    private sealed class Rows
    {
        private readonly IQueryProvider _provider;
        private readonly Expression _source;
        private readonly ParameterExpression _row = Expression.Parameter(typeof(T), "row");
        private readonly LambdaExpression? _projection;

        public Rows(IQueryable<T> rows)
        {
            (_provider, _source) = (rows.Provider, rows.Expression);
            if (_source is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [var inner, UnaryExpression { Operand: LambdaExpression { Parameters: [var row], Body: NewExpression } select }] })
                (_source, _row, _projection) = (inner, row, select);
        }

        private Rows(Rows of, Expression source) => (_provider, _source, _row, _projection) = (of._provider, source, of._row, of._projection);

        public Expression Read(LambdaExpression key) => new Reader(key.Parameters[0], _row, _projection?.Body as NewExpression).Visit(key.Body);

        public Rows Where(Expression condition) => new(this, Expression.Call(typeof(Queryable), nameof(Queryable.Where), [_row.Type], _source, Expression.Quote(Expression.Lambda(condition, _row))));

        public Rows Call(string order, Expression key) => new(this, Expression.Call(typeof(Queryable), order, [_row.Type, key.Type], _source, Expression.Quote(Expression.Lambda(key, _row))));

        public IQueryable<T> Projected()
            => _provider.CreateQuery<T>(_projection is null ? _source : Expression.Call(typeof(Queryable), nameof(Queryable.Select), [_row.Type, typeof(T)], _source, Expression.Quote(_projection)));
    }

    private sealed class Reader(ParameterExpression of, ParameterExpression row, NewExpression? made) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (made is null || node.Expression != of)
                return base.VisitMember(node);
            var given = made.Constructor!.GetParameters().Index().Where(p => string.Equals(p.Item.Name, node.Member.Name, StringComparison.OrdinalIgnoreCase)).ToList();
            return given is [var (place, _)] ? made.Arguments[place] : throw new InvalidOperationException($"{node.Member.Name} is no sort key: {typeof(T).Name} is not constructed with it.");
        }

        protected override Expression VisitParameter(ParameterExpression node) => node == of ? row : node;
    }
}
