namespace Objectives.Platform.Demo;

/// <summary>How figures are split and how they move through a year. Figures are whole numbers of a measure's last decimal.</summary>
internal static class DemoFigures
{
    public const int Months = 12;

    // The air conditioners' season from June to August, and the quiet weeks around Spring Festival.
    private static readonly double[] Service = [0.82, 0.64, 0.88, 0.96, 1.10, 1.42, 1.58, 1.36, 0.98, 0.84, 0.86, 0.94];
    private static readonly double[] Sales = [0.92, 0.70, 0.88, 0.98, 1.16, 1.34, 1.22, 1.02, 0.94, 0.92, 1.10, 0.98];
    private static readonly double[] Contracts = [0.80, 0.62, 1.12, 0.98, 1.02, 1.18, 0.94, 0.92, 1.14, 0.98, 1.04, 1.26];
    private static readonly double[] Training = [0.90, 0.78, 1.24, 1.30, 1.20, 0.78, 0.62, 0.70, 1.06, 1.28, 1.26, 0.88];
    private static readonly double[] Even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    private static readonly int[] Progress = [4, 9, 16, 25, 35, 46, 57, 68, 78, 87, 94, 100];

    /// <summary>The month's part against an average month.</summary>
    public static double Season(DemoMeasureKind measure, int month) => measure switch
    {
        DemoMeasureKind.Revenue => Sales[month],
        DemoMeasureKind.NewContracts => Contracts[month],
        DemoMeasureKind.TrainingHours => Training[month],
        DemoMeasureKind.PartsTurnover or DemoMeasureKind.StockDays or DemoMeasureKind.Milestone => Even[month],
        _ => Service[month],
    };

    /// <summary>What a craft's month has beyond its measure's: online sales have their festivals on 18 June and 11 November.</summary>
    public static double Season(DemoCraft? craft, int month) => (craft, month) switch
    {
        (DemoCraft.Ecommerce, 5) => 1.25,
        (DemoCraft.Ecommerce, 10) => 1.85,
        (DemoCraft.Installation, 5 or 6) => 1.15,
        _ => 1,
    };

    /// <summary>Per cent of a project that is done at the end of a month, 0 for the first.</summary>
    public static long ProgressAt(int month, double pace) => Math.Min(100, (long)(Progress[month] * pace));

    /// <summary>Parts in proportion to weights that add up exactly, each a multiple of the grain: largest remainder.</summary>
    public static long[] Split(long total, double[] weights, long grain = 1)
    {
        var parts = new long[weights.Length];
        var fractions = new double[weights.Length];
        var order = new int[weights.Length];
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        var units = total / grain;
        var left = units;
        for (var i = 0; i < parts.Length; i++)
        {
            var share = sum > 0 ? units * weights[i] / sum : (double)units / parts.Length;
            parts[i] = (long)share;
            fractions[i] = parts[i] - share;
            order[i] = i;
            left -= parts[i];
        }
        Array.Sort(fractions, order);
        for (var i = 0; left > 0; i = (i + 1) % order.Length, left--)
            parts[order[i]]++;
        for (var i = 0; i < parts.Length; i++)
            parts[i] *= grain;
        parts[0] += total - (units * grain);
        return parts;
    }

    /// <summary>A split in which no part is more than its cap; the caps together hold the total.</summary>
    public static long[] Split(long total, double[] weights, long[] caps)
    {
        var parts = Split(total, weights);
        var over = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            over += Math.Max(0, parts[i] - caps[i]);
            parts[i] = Math.Min(parts[i], caps[i]);
        }
        for (var i = 0; over > 0; i = (i + 1) % parts.Length)
        {
            var more = Math.Min(over, caps[i] - parts[i]);
            parts[i] += more;
            over -= more;
        }
        return parts;
    }

    /// <summary>The coarsest power of ten by which the total can be split so that an average part still has two digits or more.</summary>
    public static long GrainFor(long total, int parts)
    {
        var grain = 1L;
        while (total % (grain * 10) == 0 && total / parts >= grain * 10 * 40)
            grain *= 10;
        return grain;
    }

    /// <summary>Keeps three digits.</summary>
    public static long Round(double value)
    {
        var unit = 1L;
        while (value / unit >= 1000)
            unit *= 10;
        return (long)((value / unit) + 0.5) * unit;
    }
}
