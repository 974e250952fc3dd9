using System.Linq.Expressions;
using Objectives.Contracts;

namespace Objectives.Platform.Data;

/// <summary>Groups rows by the month of a cycle that their instant falls in, in the database.</summary>
public static class MonthKey
{
    public static Expression<Func<T, int>> KeyOf<T>(this CountedMonths months, Expression<Func<T, DateTimeOffset>> at)
    {
        Expression month = Expression.Constant(months.Last);
        for (var i = months.Last - 1; i >= 0; i--)
            month = Expression.Condition(Expression.LessThan(at.Body, Expression.Constant(months.Ends[i])), Expression.Constant(i), month);
        return Expression.Lambda<Func<T, int>>(month, at.Parameters);
    }
}
