using Objectives.Contracts;
using Objectives.Platform.Results;

namespace Objectives.Platform.Data;

/// <summary>
/// A unit of consistency: it changes as a whole, in one transaction, and each change raises <see cref="Version"/> by one, writes one entry of
/// its history and may tell other modules.
/// </summary>
public abstract class Aggregate
{
    private readonly List<IIntegrationEvent> _events = [];

    /// <summary>Kept by the application, the same on every database; 1 when created.</summary>
    public long Version { get; private set; }

    /// <summary>The hash of the newest entry of its history, by which the next one is chained.</summary>
    public string? ChangeHash { get; private set; }

    public abstract Guid Key { get; }

    internal IReadOnlyList<IIntegrationEvent> Events => _events;

    /// <summary>CONFLICT when the caller changes another version than the one he saw.</summary>
    public Error? CheckVersion(long? expected) => CheckVersion(Version, expected);

    /// <summary>The same for a part that counts its own versions.</summary>
    public static Error? CheckVersion(long version, long? expected) => expected is null || expected == version
        ? null
        : new Error(
            ErrorCode.Conflict,
            new($"It has changed since you read it: it is at version {version}, you sent {expected}. Read it again.", $"记录已被修改：当前版本为 {version}，您提交的是 {expected}。请重新读取。"),
            "expectedVersion",
            new Dictionary<string, object?> { ["expectedVersion"] = expected, ["version"] = version });

    internal void NextVersion(string changeHash)
    {
        Version++;
        ChangeHash = changeHash;
    }

    internal void ForgetEvents() => _events.Clear();

    /// <summary>Tells the other modules when the transaction is done; the same twice is told once.</summary>
    protected void Raise(IIntegrationEvent @event)
    {
        if (!_events.Contains(@event))
            _events.Add(@event);
    }
}

/// <summary>An entity inside an aggregate: its changes stand in the aggregate's history.</summary>
public interface IPart
{
    Guid Root { get; }
}
