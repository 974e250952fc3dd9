using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain.Findings;

/// <summary>That a higher leader accepts a finding as it is, with his reason (S6.11). It lapses when the finding grows, concerns others too, or has been mended.</summary>
internal sealed class FindingWaiver : Aggregate
{
    public const int MaxReasonLength = 1000;

    private FindingWaiver()
    {
    }

    /// <summary>The finding's id: it has one waiver at a time.</summary>
    public FindingId Id { get; private set; }

    public override Guid Key => Id.Value;

    public PersonId ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    public decimal? Magnitude { get; private set; }

    public List<Guid> Related { get; private set; } = [];

    public bool Lapsed { get; private set; }

    public static FindingWaiver Give(Finding finding, PersonId by, string reason, DateTimeOffset now)
    {
        var waiver = new FindingWaiver { Id = finding.Id };
        waiver.GiveAgain(finding, by, reason, now);
        return waiver;
    }

    public void GiveAgain(Finding finding, PersonId by, string reason, DateTimeOffset now)
    {
        (ById, At, Reason, Lapsed) = (by, now, reason.Trim(), false);
        (Magnitude, Related) = (finding.Magnitude, [.. finding.Related]);
    }

    public bool Holds(FindingOf found) => !Lapsed && (found.Magnitude ?? 0) <= (Magnitude ?? 0) && found.Related.All(r => Related.Contains(r.Value));

    public void Lapse() => Lapsed = true;
}
