using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Objectives.Organization.Domain;

namespace Objectives.Organization.Features.SignIn;

/// <summary>PBKDF2 with HMAC-SHA512 as ASP.NET Core Identity keeps it, at the number of rounds that OWASP names.</summary>
internal static class PasswordHashes
{
    private const int Rounds = 210_000;
    private static readonly PasswordHasher<Password> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly string Nobodys = Of(Guid.NewGuid().ToString("N"));

    public static string Of(string password) => Hasher.HashPassword(null!, password);

    /// <summary>With no hash to check against the work is done all the same, and nothing fits.</summary>
    public static (bool Fits, bool IsWeak) Check(string? hash, string password)
    {
        var outcome = Hasher.VerifyHashedPassword(null!, hash ?? Nobodys, password.Length <= Password.MaxLength ? password : string.Empty);
        return (hash is not null && outcome != PasswordVerificationResult.Failed, outcome == PasswordVerificationResult.SuccessRehashNeeded);
    }
}
