using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Domain.Revisions;

/// <summary>The months of a revised target (S7.5): those before it takes effect stay as they were, where the measure's aggregation lets them; the others share what is left in the shape that they had.</summary>
/// <remarks>
/// SUM and means: the later months come to what the earlier ones leave of the new target, by the former months' shares. LAST, NONE and milestones: the later months lead to the new target. RATIO: they are the new target. Of
/// MIN and MAX all months are, since one of the former would decide the whole.
/// </remarks>
internal static class RevisedMonths
{
    /// <param name="months">The former ones, all of the cycle's.</param>
    /// <param name="given">By hand, from <paramref name="from"/> on; null for the former shape.</param>
    /// <returns>Months that make up the new target; else INVALID at newTarget or phasing.</returns>
    public static Result<IReadOnlyList<PhasedValue>> Of(PhasingRule before, PhasingRule after, IReadOnlyList<PhasedValue> months, Period from, IReadOnlyList<PhasedValue>? given)
    {
        var kept = after.MonthsDecideAlone ? [] : months.Where(m => m.Period.Start < from.Start).ToList();
        var later = months.Skip(kept.Count).ToList();
        if (given is { Count: > 0 })
        {
            if (given.Index().Where(g => g.Item.Period.Start < from.Start).Select(g => (int?)g.Index).FirstOrDefault() is { } early)
                return Error.Invalid($"phasing.{early}.period", new($"The revision takes effect with {from}; earlier periods stay as they are.", $"修订自 {from} 起生效，此前期间不变。"));
            var complete = after.Complete([.. kept, .. given], [.. months.Select(m => m.Period)], [.. months.Select(_ => 1L)]);
            return complete.IsSuccess ? complete : Result<IReadOnlyList<PhasedValue>>.Failure([.. complete.Errors.Select(e => e with { Field = Renamed(e.Field, kept.Count) })]);
        }
        if (after.RestOf(kept, later.Count) is not { } rest)
            return Error.Invalid("newTarget", new(
                "The months before it takes effect come to more than the new target alone; choose an earlier period or a higher target.", "生效前各月的目标已超过新目标值，请选择更早的生效期间或更高的目标值。"));
        IReadOnlyList<PhasedValue> all = [.. kept, .. (after with { Target = rest }).Shaped(before, later)];
        return after.Check(all) is { } wrong ? wrong with { Field = "newTarget" } : Result.Ok(all);
    }

    private static string? Renamed(string? field, int kept)
        => field?.Split('.') is ["values", var index, .. var more] && int.TryParse(index, out var i) && i >= kept ? string.Join('.', ["phasing", $"{i - kept}", .. more]) : field is null || field.StartsWith("values", StringComparison.Ordinal) ? "phasing" : field;
}
