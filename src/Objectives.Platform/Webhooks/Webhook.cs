using Objectives.Contracts.Organization;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;

namespace Objectives.Platform.Webhooks;

/// <summary>An address that is told of events in the name of a person: only of what he may read.</summary>
public sealed class Webhook : Aggregate
{
    public const int MaxUrlLength = 500;
    public const int MaxEventsLength = 2000;
    public const int MostOfOne = 20;

    private Webhook()
    {
    }

    public WebhookId Id { get; private init; }

    public override Guid Key => Id.Value;

    public PersonId PersonId { get; private init; }

    public string Url { get; private set; } = string.Empty;

    /// <summary>Their names, by spaces.</summary>
    public string EventNames { get; private set; } = string.Empty;

    public bool Active { get; private set; }

    public IReadOnlyList<string> Wanted => EventNames.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static Webhook Create(PersonId person, string url, IReadOnlyList<string> events, bool active)
    {
        var webhook = new Webhook { Id = WebhookId.New(), PersonId = person };
        webhook.Change(url, events, active);
        return webhook;
    }

    public void Change(string url, IReadOnlyList<string> events, bool active)
        => (Url, EventNames, Active) = (url.Trim(), string.Join(' ', events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), active);
}
