using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

internal enum NegotiationKind
{
    SharedContext,
    Proposal,
    CounterProposal,
    Comment,
    Guidance,
    AuthorityGranted,
    HelpPromised,
    Accepted,
    Rejected,
    Reopened,
}

/// <summary>What someone is to an objective that is negotiated.</summary>
internal enum NegotiationSide
{
    /// <summary>Whose objective it is.</summary>
    Owner,

    /// <summary>His direct superior; where he has none, any other executive.</summary>
    Leader,

    /// <summary>Further up his reporting line, or an executive.</summary>
    Above,

    /// <summary>Of the unit whose team objective it is.</summary>
    Member,
}

/// <summary>One step of the negotiation, kept with author and time (S6.6).</summary>
internal sealed class NegotiationEntry : IPart, IConcernsObjective
{
    public const int MaxTextLength = 4000;

    private NegotiationEntry()
    {
    }

    public NegotiationEntryId Id { get; private set; }

    public ObjectiveId ObjectiveId { get; private set; }

    public Guid Root => ObjectiveId.Value;

    public DateTimeOffset At { get; private set; }

    public PersonId ById { get; private set; }

    public NegotiationSide Side { get; private set; }

    public NegotiationKind Kind { get; private set; }

    /// <summary>What was proposed, accepted or rejected.</summary>
    public decimal? Target { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>The hash of the terms when it was said (<see cref="SignedContent.TermsHashOf"/>), so that what was accepted of other terms does not count.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    public bool IsProposal => Kind is NegotiationKind.Proposal or NegotiationKind.CounterProposal;

    /// <summary>What counts for coming to one target, beside what is told, promised and asked.</summary>
    public bool IsWordOnTarget => IsProposal || Kind is NegotiationKind.Accepted or NegotiationKind.Rejected;

    public static NegotiationEntry Say(
        ObjectiveId objective, NegotiationKind kind, NegotiationSide side, decimal? target, string text, string termsHash, PersonId by, DateTimeOffset now, NegotiationEntryId? id = null) => new()
    {
        Id = id ?? new(Guid.CreateVersion7(now)), ObjectiveId = objective, At = now, ById = by, Side = side, Kind = kind, Target = target, Text = text.Trim(), ContentHash = termsHash,
    };
}
