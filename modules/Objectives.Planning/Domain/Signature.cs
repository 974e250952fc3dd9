using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

internal enum SignatureRole
{
    Owner,
    Leader,
    Member,
}

/// <summary>Someone's resolve to reach what an objective says (S5.6): over the hash of its content, and void for ever once that changed.</summary>
internal sealed class Signature : IPart
{
    private Signature()
    {
    }

    public Guid Id { get; private set; }

    public ObjectiveId ObjectiveId { get; private set; }

    public Guid Root => ObjectiveId.Value;

    public SignatureRole Role { get; private set; }

    public PersonId ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string ContentHash { get; private set; } = string.Empty;

    public DateTimeOffset? VoidedAt { get; private set; }

    public static Signature Give(ObjectiveId objective, SignatureRole role, string contentHash, PersonId by, DateTimeOffset now, Guid? id = null)
        => new() { Id = id ?? Guid.CreateVersion7(now), ObjectiveId = objective, Role = role, ById = by, At = now, ContentHash = contentHash };

    public void Void(DateTimeOffset now) => VoidedAt ??= now;
}

/// <summary>Who must sign an objective: its owner, his superior, and for a team objective every member of the team.</summary>
/// <param name="LeaderId">Null where the owner has no superior: then any other executive signs as leader.</param>
/// <param name="MemberIds">Of a team objective those who work in the unit itself, without owner and leader, who sign as such, and without auditors, who change nothing.</param>
internal sealed record Signatories(PersonId OwnerId, PersonId? LeaderId, IReadOnlyList<PersonId> MemberIds)
{
    /// <summary>The one role that a person signs in, so that nobody signs for both sides.</summary>
    public SignatureRole? RoleOf(PersonId person, bool isExecutive) => person == OwnerId ? SignatureRole.Owner
        : person == LeaderId || (LeaderId is null && isExecutive) ? SignatureRole.Leader
        : MemberIds.Contains(person) ? SignatureRole.Member : null;

    /// <summary>Who has still to sign; null stands for any other executive.</summary>
    public IEnumerable<(SignatureRole Role, PersonId? By)> Missing(IReadOnlyCollection<(SignatureRole Role, PersonId By)> given)
    {
        if (!given.Contains((SignatureRole.Owner, OwnerId)))
            yield return (SignatureRole.Owner, OwnerId);
        if (LeaderId is { } leader ? !given.Contains((SignatureRole.Leader, leader)) : !given.Any(g => g.Role == SignatureRole.Leader && g.By != OwnerId))
            yield return (SignatureRole.Leader, LeaderId);
        foreach (var member in MemberIds.Where(m => !given.Any(g => g.By == m)))
            yield return (SignatureRole.Member, member);
    }
}
