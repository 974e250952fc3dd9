namespace Objectives.Platform.Demo;

/// <summary>A repeatable stream of numbers (SplitMix64): the same on every machine, whatever was thrown elsewhere.</summary>
/// <remarks>Only exactly defined arithmetic, so that figures do not depend on a processor's or library's rounding.</remarks>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    public static ulong Mix(ulong seed, ulong value)
    {
        var z = seed + (0x9E3779B97F4A7C15 * (value + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>0 up to, without, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>Nearly normal with mean 0 and deviation 1, within ±3.5: a sum of twelve even shares.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Share();
        return Math.Clamp(sum, -3.5, 3.5);
    }

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
