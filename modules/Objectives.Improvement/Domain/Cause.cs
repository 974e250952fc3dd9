using Objectives.Contracts.Improvement;
using Objectives.Platform.Data;

namespace Objectives.Improvement.Domain;

/// <summary>The branches of the cause-and-effect diagram (S7.7).</summary>
internal enum CauseCategory
{
    People,
    Method,
    Tools,
    Information,
    Measurement,
    Environment,
    Customer,
    Other,
}

/// <summary>An answer to a why: the cause of the one above it. A leaf that is confirmed is a root cause.</summary>
internal sealed class Cause : IPart
{
    public required CauseId Id { get; init; }

    public required ImprovementCaseId CaseId { get; init; }

    public required int Ordinal { get; init; }

    public CauseCategory Category { get; set; }

    public string Text { get; set; } = string.Empty;

    public CauseId? ParentId { get; set; }

    public string? Evidence { get; set; }

    public bool ConfirmedRoot { get; set; }

    public Guid Root => CaseId.Value;
}

/// <summary>What is said of a cause.</summary>
internal sealed record CauseTerms(CauseCategory Category, string Text, CauseId? ParentId, string? Evidence);
