using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Time;

namespace Objectives.Platform.Demo;

/// <summary>Tells how each goal became an objective of a cycle: who drafted, changed, moved and committed it when, what was reported and said.</summary>
internal sealed class DemoChronicle(DemoCompany company, DemoCycle cycle)
{
    private const int ObjectivesOfCycle = 10_000_000;
    private const int ActualsOfObjective = 32;
    private const int CommentsOfObjective = 4;

    /// <summary>Of the goals of departments, below those of the company and its divisions.</summary>
    private const int DepartmentDepth = 3;

    /// <summary>How long drafting takes from the company down to the last; less where the cycle opened not so long ago.</summary>
    private static readonly TimeSpan Drafting = TimeSpan.FromDays(24);

    private readonly int _year = cycle.Year - company.Year + 1;
    private readonly DateTimeOffset _setting = SettingOf(company, cycle);
    private readonly DateTimeOffset _execution = DemoCompany.At(cycle.Year, 1, 1, 0);
    private readonly double _pace = Math.Min(1, (company.Now - SettingOf(company, cycle)) / Drafting);
    private readonly DemoUnit _late = company.People.Single(p => p.EmployeeNumber == "E0110").Unit;

    private bool IsLast => _year == 0;

    private bool IsNext => _year == 2;

    /// <summary>All but what one department, in which visitors find themselves, has yet to split of next year's.</summary>
    public bool Holds(DemoGoal goal) => goal.Depth <= DepartmentDepth || !IsUnsplit(goal);

    public DemoObjective Tell(DemoGoal goal)
    {
        var (holder, dice) = (goal.Holder, goal.Dice(100 + (ulong)_year));
        var past = PastOf(goal, ref dice);
        var position = holder.Level is DemoLevel.Position or DemoLevel.Personal ? holder.Position : null;
        return new(
            IdOf(goal),
            goal.Parent is { } parent ? IdOf(parent) : null,
            goal.Depth,
            goal.Measure,
            holder.Level,
            goal.IsProposal ? DemoOrigin.BottomUp : goal.Measure.Aggregation == DemoAggregation.Sum && goal.Depth > DepartmentDepth ? DemoOrigin.Allocated : DemoOrigin.TopDown,
            holder.Owner,
            holder.Unit,
            holder.Region?.Id,
            holder.Customer?.Id,
            position?.Id,
            dice.Chance(0.03) ? null : DutyOf(goal, position),
            goal.Depth == 1 ? company.PlanFor(goal.Measure.Kind, cycle.Year) : null,
            BaselineOf(goal),
            goal.LowerBound is { } low ? DemoTexts.Exact(goal.Measure, low) : null,
            goal.HasChildren && goal.Measure.Aggregation == DemoAggregation.Sum && !IsUnsplit(goal) ? !goal.IsShort : null,
            past,
            past[^1].Status is DemoStatus.Committed or DemoStatus.Achieved or DemoStatus.Missed ? [.. ActualsOf(goal)] : [],
            [.. CommentsOf(goal, past[^1])]);
    }

    /// <summary>When drafting begins, after the cycle has opened.</summary>
    private static DateTimeOffset SettingOf(DemoCompany company, DemoCycle cycle)
    {
        var usual = company.Before(DemoCompany.At(cycle.Year - 1, 11, 2, 9), Drafting);
        var opened = cycle.Moves[0].At.AddHours(1);
        return usual > opened ? usual : opened;
    }

    private bool IsUnsplit(DemoGoal goal) => IsNext && goal.Holder.Unit.IsWithin(_late);

    private ObjectiveId IdOf(DemoGoal goal) => new(company.Ids.Of(DemoKind.Objective, NumberOf(goal)));

    private long NumberOf(DemoGoal goal) => ((long)_year * ObjectivesOfCycle) + goal.Index;

    private static ResponsibilityId? DutyOf(DemoGoal goal, DemoPosition? position)
    {
        var kind = goal.IsProposal ? goal.Parent!.Measure.Kind : goal.Measure.Kind;
        return (position?.Duties ?? goal.Holder.Unit.Duties).FirstOrDefault(d => d.Measure == kind)?.Id;
    }

    /// <summary>The year before; for next year as this one is expected to end.</summary>
    private decimal? BaselineOf(DemoGoal goal) => goal.Measure.Aggregation switch
    {
        DemoAggregation.Last => null,
        _ when !IsLast => DemoTexts.Exact(goal.Measure, goal.WholeOf(_year - 1)),
        DemoAggregation.Sum => DemoTexts.Exact(goal.Measure, (long)(goal.Targets[0] * (0.9 + (goal.Dice(70).Share() * 0.06)))),
        _ => DemoTexts.Exact(goal.Measure, (long)(goal.Targets[0] * (goal.Measure.Direction == DemoDirection.Increase ? 0.985 : 1.03))),
    };

    private List<DemoVersion> PastOf(DemoGoal goal, ref Dice dice)
    {
        var (owner, target) = (goal.Holder.Owner, goal.Targets[_year]);
        var above = owner.Superior ?? owner;
        var isMoved = !IsNext && goal is { HasChildren: false, Depth: > 2, IsProposal: false } && goal.Holder.Oddity == DemoOddity.None && dice.Chance(0.05);
        var movesLate = dice.Chance(0.5);
        var at = _setting + (_pace * TimeSpan.FromDays((goal.Depth - 1) * 3.5).Add(new(dice.Between(0, 60), dice.Between(0, 59), 0)));
        var first = dice.Chance(0.3) && !IsNext ? FirstIdea(goal, target, ref dice) : target;
        var past = new List<DemoVersion>
        {
            new(at, goal.IsProposal ? owner : above, "draftObjective", null, DemoStatus.Draft, DemoTexts.Title(goal, first), DemoTexts.Description(goal, first), DemoTexts.Contribution(goal, _year),
                DemoTexts.Exact(goal.Measure, first), goal.Depth <= 2 || dice.Chance(0.06), isMoved),
        };
        void Then(DateTimeOffset when, DemoPerson by, string action, Func<DemoVersion, DemoVersion> change)
        {
            var before = past[^1];
            past.Add(change(before with { At = when > before.At ? when : before.At.AddHours(1), By = by, Action = action, Reason = null }));
        }

        if (first != target)
        {
            Then(At(12, 3, ref dice), above, "editObjective", v => v with { Title = DemoTexts.Title(goal, target), Description = DemoTexts.Description(goal, target), Target = DemoTexts.Exact(goal.Measure, target) });
        }
        if (isMoved && !movesLate)
            Then(At(12, 9, ref dice), above, "moveObjective", v => v with { IsElsewhere = false });
        Settle(goal, above, Then, ref dice);
        if (past[^1].Status == DemoStatus.Committed)
            Follow(goal, above, isMoved && movesLate, Then, ref dice);
        else if (isMoved && movesLate)
            Then(At(12, 26, ref dice), above, "moveObjective", v => v with { IsElsewhere = false });
        return Clamped(past);
    }

    /// <summary>How far the agreement has come.</summary>
    private void Settle(DemoGoal goal, DemoPerson above, Action<DateTimeOffset, DemoPerson, string, Func<DemoVersion, DemoVersion>> then, ref Dice dice)
    {
        var owner = goal.Holder.Owner;
        var openness = dice.Share();
        if (IsNext)
        {
            if (goal.Depth == 1)
                then(At(11, 20, ref dice), owner, "negotiate", v => v with { Status = DemoStatus.Negotiating });
            return;
        }
        if (goal.IsProposal && openness < 0.1)
        {
            var why = "与其他小组的工作重复(Another team does the same)";
            then(At(12, 14, ref dice), owner, "withdrawObjective", v => v with { Status = DemoStatus.Withdrawn, Reason = why });
            return;
        }
        var open = (IsLast, goal.IsProposal, goal.HasChildren) switch
        {
            (true, _, _) or (_, false, true) => null,
            (_, true, _) => openness < 0.4 ? DemoStatus.Draft : openness < 0.55 ? DemoStatus.Negotiating : openness < 0.7 ? DemoStatus.Agreed : (DemoStatus?)null,
            _ => openness < 0.02 ? DemoStatus.Draft : openness < 0.03 ? DemoStatus.Negotiating : null,
        };
        if (open == DemoStatus.Draft)
            return;
        if (open is not null || dice.Chance(0.1))
            then(At(12, 14, ref dice), above, "negotiate", v => v with { Status = open ?? DemoStatus.Agreed });
        if (open is null)
            then(At(12, 21, ref dice), owner, "signCommitment", v => v with { Status = DemoStatus.Committed });
    }

    /// <summary>What happens to what is committed.</summary>
    private void Follow(DemoGoal goal, DemoPerson above, bool moves, Action<DateTimeOffset, DemoPerson, string, Func<DemoVersion, DemoVersion>> then, ref Dice dice)
    {
        var during = _execution.AddDays(dice.Between(40, 320)).AddMinutes(dice.Between(540, 1080));
        if (moves && during < company.Now)
            then(during, above, "moveObjective", v => v with { IsElsewhere = false });
        else if (moves)
            then(At(12, 30, ref dice), above, "moveObjective", v => v with { IsElsewhere = false });
        else if (dice.Chance(0.06) && during < company.Now)
            then(during, above, "editObjective", v => v with { Important = !v.Important, Description = v.Description + "\n" + "年中回顾：重点关注旺季表现。(Mid-year review: watch the peak season.)" });
        if (IsLast)
            then(cycle.Moves[^1].At, company.Hr, "moveCycle", v => v with { Status = goal.WasReached ? DemoStatus.Achieved : DemoStatus.Missed });
    }

    private static long FirstIdea(DemoGoal goal, long target, ref Dice dice) => goal.Measure.Aggregation switch
    {
        DemoAggregation.Sum => DemoFigures.Round(target * (0.9 + (dice.Share() * 0.2))),
        DemoAggregation.Ratio => Math.Clamp(target + (dice.Between(-3, 3) * 20), 20, 9_980),
        DemoAggregation.Average when goal.LowerBound is null => target + dice.Between(-10, 10),
        _ => target,
    };

    /// <summary>A moment in working hours within five days from a day before the cycle.</summary>
    private DateTimeOffset At(int month, int day, ref Dice dice)
        => DemoCompany.At(cycle.Year - 1, month, day, 9).AddDays(dice.Below(5)).AddMinutes(dice.Below(540));

    /// <summary>Nothing is younger than now, and each version is younger than the one before it.</summary>
    private List<DemoVersion> Clamped(List<DemoVersion> past)
    {
        var limit = company.Now.AddMinutes(-1);
        for (var i = past.Count - 1; i >= 0; i--)
        {
            if (past[i].At > limit)
                past[i] = past[i] with { At = limit };
            limit = past[i].At.AddSeconds(-1);
        }
        return past;
    }

    private IEnumerable<DemoActual> ActualsOf(DemoGoal goal)
    {
        if (IsNext)
            yield break;
        var dice = goal.Dice(200 + (ulong)_year);
        for (var month = 0; month < DemoFigures.Months; month++)
        {
            var period = new Period(cycle.Year, PeriodGranularity.Month, month + 1);
            var end = DemoCompany.At(period.End.Year, period.End.Month, 1, 0);
            if (end > company.Now)
                yield break;
            var reported = end.AddHours(9).AddDays(dice.Below(4)).AddMinutes(dice.Below(540));
            var at = company.Before(reported, TimeSpan.FromMinutes(dice.Between(2, 60)));
            var (note, isWrong) = (dice.Chance(0.02) ? dice.Pick(DemoTexts.Notes) : default, dice.Chance(0.004));
            if (goal.Denominators is { } cases && cases[_year][month] == 0)
                continue;
            var actual = Actual(goal, month, period, at, note);
            if (isWrong)
            {
                var wrong = Wrong(actual, goal.Measure);
                yield return wrong;
                actual = actual with
                {
                    Id = new(company.Ids.Of(DemoKind.Actual, (NumberOf(goal) * ActualsOfObjective) + 16 + month)),
                    At = company.Before(at.AddDays(1), TimeSpan.FromMinutes(1)),
                    Corrects = wrong.Id,
                    CorrectionReason = "录入错误，已与业务系统核对(Entered wrongly, checked against the business system)",
                };
            }
            yield return actual;
        }
    }

    private DemoActual Actual(DemoGoal goal, int month, Period period, DateTimeOffset at, (string Chinese, string English) note) => new(
        new(company.Ids.Of(DemoKind.Actual, (NumberOf(goal) * ActualsOfObjective) + month)),
        period,
        DemoTexts.Exact(goal.Measure, goal.Values[_year][month]),
        goal.Numerators?[_year][month],
        goal.Denominators?[_year][month],
        goal.Measure.Aggregation == DemoAggregation.Ratio,
        goal.Holder.Owner,
        at,
        goal.Holder.Owner.Locale == Locale.En ? note.English : note.Chinese,
        null,
        null);

    /// <summary>Two digits changed places, as happens: a tenth is missing.</summary>
    private static DemoActual Wrong(DemoActual right, DemoMeasure measure) => measure.Aggregation == DemoAggregation.Ratio
        ? right with { Numerator = decimal.Floor(right.Numerator!.Value * 0.9m), Value = DemoGoal.Quotient((long)(right.Numerator.Value * 0.9m), (long)right.Denominator!.Value) / 100m }
        : right with { Value = decimal.Round(right.Value * 0.9m, measure.Decimals) };

    private IEnumerable<DemoComment> CommentsOf(DemoGoal goal, DemoVersion now)
    {
        var dice = goal.Dice(300 + (ulong)_year);
        if (IsNext || now.Status == DemoStatus.Withdrawn || !dice.Chance(0.05))
            yield break;
        var (owner, count) = (goal.Holder.Owner, dice.Between(1, 3));
        var above = owner.Superior ?? company.SecondExecutive;
        var at = company.Before(_execution.AddDays(dice.Between(13, 303)), TimeSpan.FromDays(1)).AddDays(-3);
        for (var i = 0; i < count; i++)
        {
            var (by, other) = i % 2 == 0 ? (above, owner) : (owner, above);
            var text = DemoTexts.Remark(ref dice, by.Locale, other, out var mentions);
            yield return new(new(company.Ids.Of(DemoKind.Comment, (NumberOf(goal) * CommentsOfObjective) + i)), at, by, text, mentions ? [other.Id] : []);
            at = at.AddMinutes(dice.Between(30, 1_400));
        }
    }
}
