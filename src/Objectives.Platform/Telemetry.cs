using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Objectives.Platform;

/// <summary>Names of what the program measures of itself.</summary>
public static class Telemetry
{
    public const string Name = "Objectives";

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Commands = Meter.CreateCounter<long>("objectives.commands", description: "Commands answered, by name and outcome");
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("objectives.conflicts", description: "Commands done again because another came between");
    public static readonly Counter<long> Delivered = Meter.CreateCounter<long>("objectives.outbox.delivered", description: "Events delivered to other modules");
    public static readonly Counter<long> Parked = Meter.CreateCounter<long>("objectives.outbox.parked", description: "Events parked after their last attempt");
    public static readonly Counter<long> MailsSent = Meter.CreateCounter<long>("objectives.mail.sent", description: "Mails that a server took");
    public static readonly Counter<long> MailsParked = Meter.CreateCounter<long>("objectives.mail.parked", description: "Mails parked after their last attempt");
}
