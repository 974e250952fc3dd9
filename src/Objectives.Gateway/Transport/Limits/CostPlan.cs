using System.Buffers;
using System.Runtime.InteropServices;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>The cost of an operation as far as its text decides it; what hangs on variables is left as steps, each after the ones that it needs.</summary>
internal sealed class CostPlan
{
    private readonly List<Step> _steps = [];
    private Term _total;

    public void Complete(Term total) => _total = total;

    public long For(Inputs? variables)
    {
        if (_total.Step < 0)
            return _total.Fixed;
        var values = ArrayPool<long>.Shared.Rent(_steps.Count);
        try
        {
            for (var i = 0; i < _steps.Count; i++)
                values[i] = Evaluate(_steps[i], values, variables);
            return values[_total.Step];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(values);
        }
    }

    /// <summary>The cost of a field: 1 + size × selection.</summary>
    public Term Field(PageSize size, Term selection) =>
        size.IsKnown && selection.Step < 0
            ? new(Add(1, Multiply(size.Known, selection.Fixed)))
            : Append(new(1, [(size, selection)]));

    public Term Sum(List<Term> terms)
    {
        long known = 0;
        List<(PageSize, Term)>? open = null;
        foreach (var term in terms)
        {
            if (term.Step < 0)
                known = Add(known, term.Fixed);
            else
                (open ??= []).Add((PageSize.One, term));
        }
        return open is null ? new(known) : Append(new(known, [.. open]));
    }

    private Term Append(Step step)
    {
        _steps.Add(step);
        return new(0, _steps.Count - 1);
    }

    private static long Evaluate(Step step, long[] values, Inputs? variables)
    {
        var sum = step.Fixed;
        foreach (var (size, of) in step.Parts)
            sum = Add(sum, Multiply(size.In(variables), of.Step < 0 ? of.Fixed : values[of.Step]));
        return sum;
    }

    private static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private static long Multiply(long a, long b) => b != 0 && a > long.MaxValue / b ? long.MaxValue : a * b;

    /// <summary>A known cost, or the step that gives it.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Term(long Fixed, int Step = -1);

    private sealed record Step(long Fixed, (PageSize Size, Term Of)[] Parts);
}
