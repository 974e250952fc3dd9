using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

/// <summary>The statements that work on a tree as a whole, whatever the number of its objectives.</summary>
internal static class TreeStatements
{
    /// <summary>Takes the tree's row, so that others who change the tree wait, and gives the next number in it.</summary>
    public static Task<int> NextNumberAsync(this PlanningDb db, CycleId cycleId, CancellationToken cancellationToken) => db.TakeNumbersAsync(cycleId, 1, cancellationToken);

    /// <summary>Takes the tree's row and as many numbers, of which it gives the last; a negative count gives back what was taken last.</summary>
    public static async Task<int> TakeNumbersAsync(this PlanningDb db, CycleId cycleId, int count, CancellationToken cancellationToken)
    {
        var taken = await db.CycleTrees.Where(t => t.CycleId == cycleId).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastNumber, t => t.LastNumber + count), cancellationToken);
        return taken == 1
            ? await db.CycleTrees.Where(t => t.CycleId == cycleId).Select(t => t.LastNumber).SingleAsync(cancellationToken)
            : throw new InvalidOperationException($"Cycle {cycleId.Value} has no tree.");
    }

    /// <summary>Takes the tree's row, so that others who change its objectives wait until this transaction ends.</summary>
    public static Task HoldTreeAsync(this PlanningDb db, CycleId cycleId, CancellationToken cancellationToken)
        => db.CycleTrees.Where(t => t.CycleId == cycleId).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastNumber, t => t.LastNumber), cancellationToken);

    /// <summary>The subtree of a path, itself included.</summary>
    public static IQueryable<Objective> Within(this IQueryable<Objective> objectives, CycleId cycleId, string path)
    {
        var end = TreePath.EndOf(path);
        return objectives.Where(o => o.CycleId == cycleId && string.Compare(o.Path, path) >= 0 && string.Compare(o.Path, end) < 0);
    }

    /// <summary>After an objective has moved: gives all below it their new paths, and version rows that say since when they stand there.</summary>
    /// <remarks>
    /// The objectives come first: whoever was changing one of them has then committed, and whoever begins later finds that it changed. A version that such
    /// a change closed after <paramref name="now"/> is cut back to it.
    /// </remarks>
    public static async Task MoveBelowAsync(this PlanningDb db, CycleId cycleId, string from, string to, int deeper, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = from.Length;
        var fromEnd = TreePath.EndOf(from);
        var moved = await db.Objectives.Within(cycleId, from).Where(o => o.Path != from).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Path, o => to + o.Path.Substring(start)).SetProperty(o => o.Depth, o => o.Depth + deeper).SetProperty(o => o.StateFrom, now), cancellationToken);
        if (moved == 0)
            return;
        await db.ObjectiveVersions
            .Where(v => v.CycleId == cycleId && string.Compare(v.Path, from) > 0 && string.Compare(v.Path, fromEnd) < 0 && (v.ValidUntil == null || v.ValidUntil > now))
            .ExecuteUpdateAsync(s => s.SetProperty(v => v.ValidUntil, now), cancellationToken);
        await OpenVersionsAsync(db, cycleId, to, cancellationToken);
    }

    /// <summary>Copies the rows below a path into the versions table, valid from now: by one statement, since there may be thousands.</summary>
    private static async Task OpenVersionsAsync(PlanningDb db, CycleId cycleId, string path, CancellationToken cancellationToken)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var versions = db.Model.FindEntityType(typeof(ObjectiveVersion))!;
        var current = db.Model.FindEntityType(typeof(Objective))!;
        string Table(IEntityType type) => sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
        string Column(IEntityType type, string property) => sql.DelimitIdentifier(type.FindProperty(property)!.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema()))!);

        var shared = versions.GetProperties().Select(p => p.Name).Where(name => name is not (nameof(ObjectiveVersion.ValidFrom) or nameof(ObjectiveVersion.ValidUntil))).ToList();
        var statement = $"""
            INSERT INTO {Table(versions)} ({string.Join(", ", shared.Select(name => Column(versions, name)))}, {Column(versions, nameof(ObjectiveVersion.ValidFrom))})
            SELECT {string.Join(", ", shared.Select(name => Column(current, name)))}, {Column(current, nameof(Objective.StateFrom))}
            FROM {Table(current)}
            WHERE {Column(current, nameof(Objective.CycleId))} = @cycle AND {Column(current, nameof(Objective.Path))} > @path AND {Column(current, nameof(Objective.Path))} < @end
            """;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        object Parameter(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            return parameter;
        }
#pragma warning disable S2077 // Names come from the model; values are parameters.
        await db.Database.ExecuteSqlRawAsync(statement, [Parameter("@cycle", cycleId.Value), Parameter("@path", path), Parameter("@end", TreePath.EndOf(path))], cancellationToken);
#pragma warning restore S2077
    }
}
