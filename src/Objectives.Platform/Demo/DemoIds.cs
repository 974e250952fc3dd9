using System.Buffers.Binary;

namespace Objectives.Platform.Demo;

public enum DemoKind
{
    Unit,
    Responsibility,
    Region,
    Position,
    Person,
    Customer,
    Measure,
    StrategyElement,
    Cycle,
    Objective,
    Comment,
    Actual,
    Briefing,
    Acknowledgement,
}

/// <summary>The ids of the demo company: UUIDs of version 7 made from what they identify, older than any that is made while the program runs.</summary>
internal sealed class DemoIds(int seed)
{
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long KindStep = (long)TimeSpan.FromDays(60).TotalMilliseconds;

    /// <summary>Ids of one kind sort by their index.</summary>
    public Guid Of(DemoKind kind, long index)
    {
        var random = Dice.Mix(Dice.Mix((ulong)seed, (ulong)kind), (ulong)index);
        return Make(Epoch + ((int)kind * KindStep) + index, random, Dice.Mix(random, 1));
    }

    /// <summary>For rows that a moment names, such as entries of a history.</summary>
    public static Guid At(DateTimeOffset moment, ulong random) => Make(moment.ToUnixTimeMilliseconds(), random, Dice.Mix(random, 1));

    private static Guid Make(long milliseconds, ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)milliseconds << 16) | 0x7000 | (high & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000);
        return new(bytes, bigEndian: true);
    }
}
