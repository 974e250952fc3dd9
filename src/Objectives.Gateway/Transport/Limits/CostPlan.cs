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
        if (_total.IsKnown)
            return _total.Fixed;
        var values = ArrayPool<long>.Shared.Rent(_steps.Count);
        try
        {
            for (var i = 0; i < _steps.Count; i++)
                values[i] = Evaluate(_steps[i], values, variables);
            return values[_total.Step - 1];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(values);
        }
    }

    /// <summary>The cost of a field: 1 + size × selection.</summary>
    public Term Field(PageSize size, Term selection) =>
        size.IsKnown && selection.IsKnown
            ? new(Add(1, Multiply(size.Known, selection.Fixed)))
            : Append(new(1, [(size, selection)]));

    public Term Sum(List<Term> terms)
    {
        long known = 0;
        List<(PageSize, Term)>? open = null;
        foreach (var term in terms)
        {
            if (term.IsKnown)
                known = Add(known, term.Fixed);
            else
                (open ??= []).Add((PageSize.One, term));
        }
        return open is null ? new(known) : Append(new(known, [.. open]));
    }

    private Term Append(Step step)
    {
        _steps.Add(step);
        return new(0, _steps.Count);
    }

    private static long Evaluate(Step step, long[] values, Inputs? variables)
    {
        var sum = step.Fixed;
        foreach (var (size, of) in step.Parts)
            sum = Add(sum, Multiply(size.In(variables), of.IsKnown ? of.Fixed : values[of.Step - 1]));
        return sum;
    }

    private static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private static long Multiply(long a, long b) => b != 0 && a > long.MaxValue / b ? long.MaxValue : a * b;

    /// <summary>A known cost, or the step that gives it, counted from 1.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Term(long Fixed, int Step = 0)
    {
        public bool IsKnown => Step == 0;
    }

    private sealed record Step(long Fixed, (PageSize Size, Term Of)[] Parts);
}
