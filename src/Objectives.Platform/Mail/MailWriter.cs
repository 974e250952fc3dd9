using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;

namespace Objectives.Platform.Mail;

/// <summary>Wakes whoever sends mail.</summary>
public sealed class MailSignal : Bell;

/// <summary>Decides, as people are told something, who gets mail of it and when.</summary>
public sealed class MailWriter(IOptions<MailOptions> options, TimeProvider systemClock)
{
    /// <summary>Writes the mails that leave at once, and marks what the next digest tells, within the open transaction.</summary>
    internal async Task WriteAsync(ModuleDb db, IReadOnlyList<Notification> told, IReadOnlyDictionary<PersonId, Correspondent> people, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return;
        var now = systemClock.GetUtcNow();
        var mails = new List<OutgoingMail>();
        foreach (var notification in told)
        {
            switch (people[notification.PersonId].Mail)
            {
                case MailRhythm.AtOnce:
                    mails.Add(new() { Id = Guid.CreateVersion7(), PersonId = notification.PersonId, State = MailState.Waiting, CreatedAt = now, NotBefore = now });
                    notification.MailId = mails[^1].Id;
                    break;
                case MailRhythm.DailyDigest:
                    notification.AwaitsDigest = true;
                    break;
                default:
                    break;
            }
        }
        await db.InsertDerivedAsync(mails, cancellationToken);
    }
}
