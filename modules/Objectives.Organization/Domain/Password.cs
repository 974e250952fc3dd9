using System.Security.Cryptography;
using System.Text;
using Objectives.Contracts.Organization;
using Objectives.Platform.Results;

namespace Objectives.Organization.Domain;

/// <summary>A password of the installation's own sign-in, for companies without a sign-in service. Only its hash is kept.</summary>
internal sealed class Password
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    public PersonId PersonId { get; init; }

    public string Hash { get; set; } = string.Empty;

    /// <summary>What a password may not be: short, endless, or what anyone knows of the person.</summary>
    public static Error? Check(string password, string employeeNumber, string email)
    {
        if (password.Length == 0)
            return Error.Required("password");
        if (password.Length < MinLength)
            return Error.Invalid("password", new($"At least {MinLength} characters.", $"至少 {MinLength} 个字符。"));
        if (password.Length > MaxLength)
            return new Error(ErrorCode.LimitExceeded, new($"At most {MaxLength} characters.", $"最多 {MaxLength} 个字符。"), "password");
        return IsSame(password, employeeNumber) || IsSame(password, email)
            ? Error.Invalid("password", new("Not the employee number or e-mail address.", "不能与工号或电子邮件地址相同。"))
            : null;
    }

    private static bool IsSame(string password, string known) => string.Equals(password.Trim(), known.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>How often a sign-in failed of late: after a few times each further attempt must wait, twice as long as the one before.</summary>
/// <remarks>Counted for logins that nobody has as for those that someone has, so that waiting tells nothing.</remarks>
internal sealed class FailedSignIns
{
    public const int Free = 5;
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(1);

    private FailedSignIns()
    {
    }

    /// <summary>A hash of whose sign-in it is: the person's, whichever of his names he used, or of the words that were typed.</summary>
    public string Login { get; private set; } = string.Empty;

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static string LoginOf(PersonId? person, string typed)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person is { } known ? known.Value.ToString("N") : typed.ToUpperInvariant())));

    public static FailedSignIns First(string login, DateTimeOffset now) => new() { Login = login, Count = 1, LastAt = now };

    /// <summary>The count with one more attempt; null when it comes too early.</summary>
    public int? Next(DateTimeOffset now)
    {
        if (now - LastAt >= ForgottenAfter)
            return 1;
        return now - LastAt >= PauseAfter(Count) ? Count + 1 : null;
    }

    public static TimeSpan PauseAfter(int count)
    {
        if (count < Free)
            return TimeSpan.Zero;
        var pause = FirstPause * Math.Pow(2, Math.Min(count - Free, 16));
        return pause < LongestPause ? pause : LongestPause;
    }
}
