using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>How many elements a list field may give: known from the document, or from a variable's number or the length of its list.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageSize(long Known, string? Variable = null)
{
    public static readonly PageSize One = new(1);

    public bool IsKnown => Variable is null;

    public long In(Inputs? variables)
    {
        if (Variable is null || variables is null || !variables.TryGetValue(Variable, out var value))
            return Known;
        return value switch
        {
            int number => Math.Max(0, number),
            long number => Math.Max(0, number),
            decimal number => number >= int.MaxValue ? int.MaxValue : Math.Max(0, (long)number),
            double number => number >= int.MaxValue ? int.MaxValue : Math.Max(0, (long)number),
            string => Known,
            ICollection list => list.Count,
            _ => Known,
        };
    }

    public static bool TryParse(ReadOnlySpan<char> literal, out long size)
    {
        if (!long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out size))
            return false;
        size = Math.Max(0, size);
        return true;
    }
}
