using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Domain.Recognitions;

internal enum RecognitionKind
{
    Praise,
    Milestone,

    /// <summary>A reward of the company's, which a leader or HR gives.</summary>
    Award,
    Learning,
}

/// <summary>Someone is recognised during execution, not only at its end (S4.7). It stays as it was given.</summary>
internal sealed class Recognition : Aggregate
{
    public const int MaxTextLength = 2000;

    private Recognition()
    {
    }

    public RecognitionId Id { get; private init; }

    public override Guid Key => Id.Value;

    public PersonId ToId { get; private init; }

    /// <summary>Where whoever was recognised worked then.</summary>
    public UnitId UnitId { get; private init; }

    public PersonId ById { get; private init; }

    public DateTimeOffset At { get; private init; }

    public RecognitionKind Kind { get; private init; }

    public string Text { get; private init; } = string.Empty;

    public ObjectiveId? ObjectiveId { get; private init; }

    /// <summary>What of his development it is for.</summary>
    public DevelopmentItemId? DevelopmentItemId { get; private init; }

    public long? AmountMinor { get; private init; }

    public string? Currency { get; private init; }

    public static Recognition Give(
        PersonId to, UnitId unit, PersonId by, RecognitionKind kind, string text, ObjectiveId? objective, DevelopmentItemId? developmentItem, Money? amount, DateTimeOffset now, RecognitionId? id = null)
    {
        var recognition = new Recognition
        {
            Id = id ?? RecognitionId.New(), ToId = to, UnitId = unit, ById = by, At = now, Kind = kind, Text = text.Trim(), ObjectiveId = objective, DevelopmentItemId = developmentItem,
            AmountMinor = amount?.Minor, Currency = amount?.Currency,
        };
        recognition.Raise(new RecognitionGiven(recognition.Id, to, by));
        return recognition;
    }
}
