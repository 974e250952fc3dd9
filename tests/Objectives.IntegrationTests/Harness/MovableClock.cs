using System.Diagnostics;

namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// The system clock of an installation: it begins at the same instant on whatever day the tests run, goes on as real time does, and a test may set it ahead. Timers run by real time.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private static readonly long Begun = Stopwatch.GetTimestamp();
    private long _aheadTicks;

    /// <summary>Some days before a month ends, so that what a test does "today" stays in that month.</summary>
    public static DateTimeOffset Begin { get; } = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Begin + Stopwatch.GetElapsedTime(Begun) + TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks)).TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);
}
