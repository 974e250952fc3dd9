using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Objectives.Organization.Features;

/// <summary>Records by their codes as people count: P2 before P10, whatever order the database's texts have.</summary>
internal static class CodeOrder
{
    private static readonly StringComparer _byCode = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public static async Task<IReadOnlyList<T>> ToListByCodeAsync<T>(this IQueryable<T> records, Func<T, string> code, CancellationToken cancellationToken)
        => [.. (await records.ToListAsync(cancellationToken)).ByCode(code)];

    public static IEnumerable<T> ByCode<T>(this IEnumerable<T> records, Func<T, string> code) => records.OrderBy(code, _byCode).ThenBy(code, StringComparer.Ordinal);
}
