using System.Security.Cryptography;
using System.Text;
using Objectives.Contracts.Organization;

namespace Objectives.Organization.Domain;

/// <summary>Someone signed in. Only the hash of the token is kept; it expires by the system clock.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private Session()
    {
    }

    public SessionId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string TokenHash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static (Session Session, string Token) Open(PersonId personId, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = SessionId.New(), PersonId = personId, TokenHash = HashOf(token), CreatedAt = now, ExpiresAt = now + Lifetime }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
