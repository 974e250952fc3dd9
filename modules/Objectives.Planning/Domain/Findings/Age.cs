using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

/// <summary>Older objectives first: by their ids, which begin with the time at which they were made.</summary>
internal sealed class Age : IComparer<ObjectiveId>
{
    public static readonly Age Order = new();

    public int Compare(ObjectiveId x, ObjectiveId y)
    {
        Span<byte> one = stackalloc byte[16];
        Span<byte> other = stackalloc byte[16];
        x.Value.TryWriteBytes(one, bigEndian: true, out _);
        y.Value.TryWriteBytes(other, bigEndian: true, out _);
        return one.SequenceCompareTo(other);
    }
}
