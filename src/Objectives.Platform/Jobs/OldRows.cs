using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Jobs;

/// <summary>Clears away rows that have served their time, the oldest first and a few thousand in each turn: a night's hundreds of thousands at once would have everybody wait.</summary>
internal sealed class OldRows(OwnWork own)
{
    private const int AtOnce = 2000;

    /// <param name="upTo">The rows up to a moment, with it.</param>
    /// <param name="time">By which they are old. It needs an index.</param>
    /// <param name="last">The last moment whose rows go.</param>
    /// <param name="cancellationToken">Between two turns: what is cleared away then stays so.</param>
    public async Task ClearAsync<T>(Func<PlatformDb, DateTimeOffset, IQueryable<T>> upTo, Expression<Func<T, DateTimeOffset>> time, DateTimeOffset last, CancellationToken cancellationToken)
    {
        bool isMore;
        do
        {
            isMore = await own.DoAsync(
                async (IServiceProvider _, PlatformDb db) =>
                {
                    var lastOfTurn = await upTo(db, last).OrderBy(time).Select(time).Skip(AtOnce - 1).Take(1).ToListAsync(cancellationToken);
                    await upTo(db, lastOfTurn.Count > 0 ? lastOfTurn[0] : last).ExecuteDeleteAsync(cancellationToken);
                    return lastOfTurn.Count > 0;
                },
                cancellationToken);
        }
        while (isMore);
    }
}
