using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Platform.Features.Notifications;

/// <summary>How something that people are told is said, from what was kept of it: so that each reads it in his language.</summary>
/// <param name="Name">As clients know it, such as TARGET_PROPOSED.</param>
public sealed record NotificationKind(string Name, Func<NotificationArguments, Text> Title, Func<NotificationArguments, Text> Body);

/// <summary>What fills a notification in; what was not kept is empty.</summary>
public sealed class NotificationArguments(IReadOnlyDictionary<string, string> values)
{
    public string this[string name] => values.GetValueOrDefault(name, string.Empty);

    /// <summary>A day, kept as yyyy-MM-dd.</summary>
    public Text Day(string name)
        => DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day.InEnglish(), day.InChinese()) : AsItIs(name);

    /// <summary>The same in both languages.</summary>
    public Text AsItIs(string name) => new(this[name], this[name]);
}

/// <summary>What some people are told about a record that they may read.</summary>
/// <param name="SubjectType">The entity's name in the API.</param>
public sealed record Notice(NotificationKind Kind, IEnumerable<Contracts.Organization.PersonId> To, string SubjectType, Guid SubjectId, Dictionary<string, string> Arguments);

/// <summary>Configuration section "Notifications".</summary>
public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>So many days after it was told, a notification is cleared away.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 180;
}
