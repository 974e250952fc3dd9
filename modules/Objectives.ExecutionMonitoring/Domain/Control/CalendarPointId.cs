using System.Buffers.Binary;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>
/// The id of a control point that the calendar gives: its objective's, with the number of its month in the place of the six bits of version and variant, which are the same in
/// every UUID of version 7. So it can be told from any other id, and read back without being kept anywhere.
/// </summary>
internal static class CalendarPointId
{
    /// <summary>A cycle of 24 months touches 25.</summary>
    public const int MaxNumber = 24;
    private const ulong Version = 0xF000UL;
    private const ulong Version7 = 0x7000UL;
    private const ulong Variant = 3UL << 62;
    private const ulong Variant1 = 2UL << 62;

    public static ControlPointId Of(ObjectiveId objective, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)number, (uint)MaxNumber, nameof(number));
        var (high, low) = Split(objective.Value);
        return new(Join((high & ~Version) | ((ulong)(number >> 2) << 12), (low & ~Variant) | ((ulong)(number & 3) << 62)));
    }

    /// <summary>Whether the calendar gives it; any other is one that was set by hand.</summary>
    public static bool TryRead(ControlPointId id, out ObjectiveId objective, out int number)
    {
        var (high, low) = Split(id.Value);
        number = (int)(((high & Version) >> 12 << 2) | (low >> 62));
        objective = new(Join((high & ~Version) | Version7, (low & ~Variant) | Variant1));
        return number <= MaxNumber;
    }

    private static (ulong High, ulong Low) Split(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    private static Guid Join(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new(bytes, bigEndian: true);
    }
}
