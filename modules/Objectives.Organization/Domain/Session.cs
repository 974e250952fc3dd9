using System.Security.Cryptography;
using System.Text;
using Objectives.Contracts.Organization;

namespace Objectives.Organization.Domain;

/// <summary>Someone signed in, or a tool by an <see cref="Domain.AccessToken"/> of his. Only the hash of the secret is kept; it expires by the system clock.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    public const string SecretPrefix = "objectives_";

    private Session()
    {
    }

    public SessionId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string TokenHash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Null when the person has signed in himself.</summary>
    public AccessTokenId? AccessTokenId { get; private set; }

    public bool ReadOnly { get; private set; }

    /// <summary>Of a tool's, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static (Session Session, string Token) Open(PersonId personId, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = SessionId.New(), PersonId = personId, TokenHash = HashOf(token), CreatedAt = now, ExpiresAt = now + Lifetime }, token);
    }

    /// <summary>With a prefix by which scanners know a secret that has come where it does not belong.</summary>
    public static (Session Session, string Secret) Open(AccessToken token, DateTimeOffset until, DateTimeOffset now)
    {
        var secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = SessionId.New(), PersonId = token.PersonId, TokenHash = HashOf(secret), CreatedAt = now, ExpiresAt = until, AccessTokenId = token.Id, ReadOnly = token.ReadOnly }, secret);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
