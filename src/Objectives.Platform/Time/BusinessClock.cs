namespace Objectives.Platform.Time;

/// <summary>
/// The clock that business rules read: dates of cycles, due days, when a change was made. A demonstration may move it forward;
/// sign-ins, tokens and retries expire by the system clock, which nobody moves.
/// </summary>
/// <remarks>Instants are cut to microseconds, the finest that all databases keep.</remarks>
public sealed class BusinessClock(TimeProvider system) : TimeProvider
{
    private long _offsetTicks;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        var now = system.GetUtcNow() + Offset;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The day that it is in a time zone, named as IANA does.</summary>
    public DateOnly TodayIn(string timeZone) => DayOf(GetUtcNow(), timeZone);

    public static DateOnly DayOf(DateTimeOffset instant, string timeZone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>The instant at which a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var (zone, midnight) = (TimeZoneInfo.FindSystemTimeZoneById(timeZone), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Sets the clock to an instant; it goes on from there. Returns false when that would turn it back.</summary>
    public bool MoveTo(DateTimeOffset instant)
    {
        if (instant < GetUtcNow())
            return false;
        Interlocked.Exchange(ref _offsetTicks, (instant - system.GetUtcNow()).Ticks);
        return true;
    }

    public void Restore(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
}
