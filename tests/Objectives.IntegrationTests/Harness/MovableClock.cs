using System.Diagnostics;

namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// The system clock of an installation: it begins at the same instant on whatever day the tests run, goes on as real time does, and a test may set it ahead. Timers run by real time.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private static readonly long Begun = Stopwatch.GetTimestamp();
    private static readonly AsyncLocal<long?> Held = new();
    private static long _recordings;
    private long _aheadTicks;

    /// <summary>Some days before a month ends, so that what a test does "today" stays in that month.</summary>
    public static DateTimeOffset Begin { get; } = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Begin + Stopwatch.GetElapsedTime(Begun) + TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override long GetTimestamp() => Held.Value ?? base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks)).TotalSeconds * TimestampFrequency);

    /// <summary>
    /// What the caller does from now on happens within one moment, an hour after all that was so held before: what the program remembers for a second it then has to read, and once only,
    /// however fast the machine is.
    /// </summary>
    public static void Hold() => Held.Value = Stopwatch.GetTimestamp() + (Interlocked.Increment(ref _recordings) * 3600 * Stopwatch.Frequency);

    public static void GoOn() => Held.Value = null;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);
}
