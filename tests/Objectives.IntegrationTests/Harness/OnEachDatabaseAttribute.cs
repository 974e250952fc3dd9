using System.Reflection;
using Objectives.Platform.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// Runs a theory once for each database, which is its first argument; with <paramref name="cases"/>, once for each of them on each database, the case
/// being its second. A database that cannot be had here is skipped with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute(params object?[] cases) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var arguments in cases.Length == 0 ? [[kind]] : cases.Select(c => new[] { kind, c }))
                rows.Add(new TheoryDataRow(arguments) { Skip = TestDatabase.WhyNot(kind) });
        }
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
