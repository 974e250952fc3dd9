using System.ComponentModel.DataAnnotations;

namespace Objectives.Platform.Mail;

public enum MailSecurity
{
    /// <summary>TLS from the first byte on port 465, else STARTTLS where the server offers it.</summary>
    Auto,
    None,

    /// <summary>Refuses to go on where the server does not offer it.</summary>
    StartTls,
    Tls,
}

/// <summary>By which SMTP server mail is sent, and as whom; configuration section "Mail", checked at start. Without a host no mail is sent.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string? Host { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; }

    /// <summary>For servers that ask who sends; with <see cref="Password"/>.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = string.Empty;

    public string FromName { get; set; } = "Objectives";

    /// <summary>Where people open the page: what links in mails begin with.</summary>
    public string PageAddress { get; set; } = string.Empty;

    /// <summary>The hour of the business day, in the company's time zone, from which on digests are sent.</summary>
    [Range(0, 23)]
    public int DigestHour { get; set; } = 7;

    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long a server may take to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Behind the @ of the sender's address.</summary>
    public string Domain => From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
            yield break;
        if (!new EmailAddressAttribute().IsValid(From) || Domain.Length == 0)
            yield return new($"Mail:Host is set, so Mail:From must be the address that mail is sent from; it is '{From}'.", [nameof(From)]);
        if (!Uri.TryCreate(PageAddress, UriKind.Absolute, out var page) || (page.Scheme != Uri.UriSchemeHttps && page.Scheme != Uri.UriSchemeHttp))
            yield return new($"Mail:Host is set, so Mail:PageAddress must be where people open the page, beginning with https:// or http://; it is '{PageAddress}'.", [nameof(PageAddress)]);
        if (User is null != Password is null)
            yield return new("Mail:User and Mail:Password belong together.", [nameof(User)]);
        if (Timeout <= TimeSpan.Zero)
            yield return new("Mail:Timeout must be more than nothing.", [nameof(Timeout)]);
    }
}
