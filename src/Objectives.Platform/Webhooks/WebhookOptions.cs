using System.ComponentModel.DataAnnotations;

namespace Objectives.Platform.Webhooks;

/// <summary>How webhooks are delivered; configuration section "Webhooks", checked at start.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    public const string Section = "Webhooks";

    /// <summary>Lets webhooks reach addresses of this machine and of private networks, and speak HTTP without TLS: for receivers inside the house.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The CloudEvents source: who is speaking.</summary>
    [Required]
    public string Source { get; set; } = "urn:objectives";

    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After the first failure; each further one waits three times as long, at most a day.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Timeout <= TimeSpan.Zero || FirstPause <= TimeSpan.Zero)
            yield return new("Webhooks:Timeout and Webhooks:FirstPause must be more than nothing.", [nameof(Timeout)]);
    }
}
