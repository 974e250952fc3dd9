using System.ComponentModel.DataAnnotations;

namespace Objectives.Gateway.Transport;

/// <summary>What one caller may ask of the API; the configuration's section "GraphQL", checked at start.</summary>
/// <remarks>
/// The cost of an operation, before it runs and from its text and variables alone:
/// cost(field) = 1 + n × (sum of the costs of its sub-fields), where n is 1 except for lists:
/// a list reached through `first` or `last` (a connection's edges and nodes, or a paged list) counts that many, or the schema's default, or <see cref="PageSize"/>;
/// a list asked for by `ids` counts the ids; a list bounded by nature counts <see cref="ListSize"/>;
/// a list of its parent's own type (the children of a tree) counts 1, because a tree is limited as a whole where it is entered.
/// Introspection costs nothing and is bounded by its own depth and by how often it may nest lists of types.
/// </remarks>
internal sealed class GraphQlLimits
{
    public const string Section = "GraphQL";

    [Range(1024, 64 * 1024 * 1024)]
    public int BodyBytes { get; set; } = 256 * 1024;

    /// <summary>Of the JSON of `variables`. As much as a body by default, since a small file may be imported in a variable.</summary>
    [Range(2, 64 * 1024 * 1024)]
    public int VariablesBytes { get; set; } = 256 * 1024;

    [Range(10, 1_000_000)]
    public int Tokens { get; set; } = 5_000;

    [Range(1, 100)]
    public int Depth { get; set; } = 30;

    [Range(1, 100)]
    public int IntrospectionDepth { get; set; } = 30;

    /// <summary>How often `fields`, `inputFields`, `interfaces` and `possibleTypes` may nest in one another; tools need 1.</summary>
    [Range(1, 5)]
    public int IntrospectionLists { get; set; } = 2;

    /// <summary>Fragments count as often as they are spread.</summary>
    [Range(0, 10_000)]
    public int Aliases { get; set; } = 30;

    /// <summary>Fragments count as often as they are spread.</summary>
    [Range(1, 100_000)]
    public int Fields { get; set; } = 5_000;

    /// <summary>Fields that ask again for what another asked at the same place of the answer, as the fragments of a page's parts do.</summary>
    [Range(0, 5_000)]
    public int RepeatedFields { get; set; } = 500;

    [Range(1, long.MaxValue)]
    public long Cost { get; set; } = 200_000;

    [Range(1, 1_000)]
    public int PageSize { get; set; } = 20;

    [Range(1, 1_000)]
    public int ListSize { get; set; } = 5;

    [Range(1, 100)]
    public int RootMutations { get; set; } = 1;

    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Operations at once over one WebSocket.</summary>
    [Range(1, 10_000)]
    public int OperationsPerConnection { get; set; } = 50;

    /// <summary>Events that wait for one slow subscriber before it is cut off.</summary>
    [Range(1, 100_000)]
    public int SubscriberBacklog { get; set; } = 256;

    /// <summary>How long a write to one subscriber may hang before it is cut off.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a new WebSocket may wait before it says connection_init.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ConnectionInit { get; set; } = TimeSpan.FromSeconds(5);

    [Range(1, 1_000_000)]
    public int CachedDocuments { get; set; } = 1_000;

    /// <summary>By estimate: text and syntax tree.</summary>
    [Range(1, long.MaxValue)]
    public long CachedDocumentBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Whether operations run for callers who are not signed in.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>The JSON file of trusted documents, SHA-256 to text, in the web root; none is as good as empty.</summary>
    public string TrustedDocuments { get; set; } = "trusted-documents.json";
}
