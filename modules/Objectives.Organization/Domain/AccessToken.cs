using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>What a reporting tool signs in with in its owner's place: never wider than his rights. Its secret and when it was last used stand in a <see cref="Session"/>, out of its history.</summary>
internal sealed class AccessToken : Aggregate
{
    public const int MaxNameLength = 100;
    public const int MostDays = 366;
    public const int MostInForce = 20;

    private AccessToken()
    {
    }

    public AccessTokenId Id { get; private init; }

    public override Guid Key => Id.Value;

    public PersonId PersonId { get; private init; }

    public string Name { get; private init; } = string.Empty;

    /// <summary>The last day on which it is good, in the company's time zone.</summary>
    public DateOnly Expires { get; private init; }

    public bool ReadOnly { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static AccessToken Create(PersonId person, string name, DateOnly expires, bool readOnly) => new() { Id = AccessTokenId.New(), PersonId = person, Name = name.Trim(), Expires = expires, ReadOnly = readOnly };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
