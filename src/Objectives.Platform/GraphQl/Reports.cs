using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>Where modules add their reports: each is a field of the type Reporting, and a file.</summary>
public static class Reports
{
    public const string TypeName = "Reporting";

    private const int RowsOfPage = 100;

    public static PageRequest PageOf(FieldCall call) => call.Page() with { First = call.Args.Get<int?>("first") ?? RowsOfPage };

    public static ApiException NoSuchCycle => new(ApiErrorCode.NotFound, new("'cycleId': there is no such cycle.", "“cycleId”：该周期不存在。"));

    internal static void Bind(ApiBuilder api)
    {
        api.Type<Root>(TypeName);
        api.Fields[("Query", "reporting")] = new Accessor(_ => Root.Only);
    }

    /// <summary>Reporting itself, which holds nothing.</summary>
    private sealed class Root : IEntityModel
    {
        public static readonly Root Only = new();

        public Guid Id => Guid.Empty;
    }
}

/// <summary>A report as a file (S7.3).</summary>
/// <param name="Name">The field's.</param>
/// <param name="Arguments">The field's but for the page, each with its form; of an input object as <c>filter.unitId</c>.</param>
/// <param name="Open">Reads the arguments as the field does.</param>
public sealed record ReportFile(string Name, IReadOnlyDictionary<string, ReportArgument> Arguments, Func<Args, ReportTable> Open);

public enum ReportArgument
{
    Text,
    Flag,
    Day,

    /// <summary>Values apart by commas.</summary>
    List,
}

/// <param name="Rows">Each with a value for each heading: text, number or nothing; read as they are written, so that there may be any number of them.</param>
public sealed record ReportTable(IReadOnlyList<Text> Headings, IQuery<IAsyncEnumerable<object?[]>> Rows);
