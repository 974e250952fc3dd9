using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>Enters one cycle's objectives, which come in pre-order, through the same methods that commands use, at the times of their versions.</summary>
internal sealed class ObjectivesDemo(PastWriter writer, DemoCompany company, DemoCycle plan, Cycle cycle, IReadOnlyDictionary<MeasureId, Measure> measures)
{
    private readonly Cycle _whileOpen = OpenCopy(cycle);
    private readonly Stack<Objective> _above = [];

    public int Count { get; private set; }

    public int LastNumber { get; private set; }

    public void Add(DemoObjective demo)
    {
        while (_above.Count >= demo.Depth)
            _above.Pop();
        var parent = _above.Count > 0 ? _above.Peek() : null;
        var first = demo.Past[0];
        var objective = Objective.Draft(
            cycle, ++LastNumber, Content(demo, first), PlanningDemo.Named<ObjectiveLevel>(demo.Level), PlanningDemo.Named<ObjectiveOrigin>(demo.Origin),
            first.IsElsewhere ? _above.ElementAt(1) : parent, first.At, demo.Id);
        if (plan.Phase != DemoPhase.Preparation)
            Phase(objective, measures[demo.Measure.Id], first.At);
        var past = writer.Begin(objective);
        var version = PlanningDb.OpenVersion(objective, first.At);
        writer.Add(version);
        past.Record(first.Action, first.By.Id, first.At, first.Reason);
        AgreementDemo? agreement = null;
        for (var i = 1; i < demo.Past.Count; i++)
        {
            var (before, next) = (demo.Past[i - 1], demo.Past[i]);
            agreement ??= new(writer, company, plan, objective, demo, past, version);
            if (AgreementDemo.Tells(plan, before, next))
            {
                agreement.Settle(before, next);
                continue;
            }
            Change(objective, parent, demo, before, next);
            agreement.Next(next.At);
            past.Record(next.Action, next.By.Id, next.At, next.Reason);
            agreement.SignAnew(next.At);
        }
        if (plan.Phase == DemoPhase.Preparation)
            (agreement ?? new(writer, company, plan, objective, demo, past, version)).Open(demo.Now.At);
        foreach (var comment in demo.Comments)
            writer.Add(Comment.Write(ObjectivePlace.Of(objective), comment.By.Id, comment.Text, comment.Mentions, comment.At, comment.Id), [], "writeComment", comment.By.Id, comment.At);
        _above.Push(objective);
        Count++;
    }

    private void Change(Objective objective, Objective? parent, DemoObjective demo, DemoVersion before, DemoVersion next)
    {
        if (before.IsElsewhere && !next.IsElsewhere)
            Demand(objective.MoveUnder(parent, ++LastNumber, objective.Depth, next.At));
        else if (before.Status != next.Status)
            objective.RestoreStatus(PlanningDemo.Named<ObjectiveStatus>(next.Status), next.At);
        else
            Demand(objective.Edit(Content(demo, next), _whileOpen, measures[demo.Measure.Id], next.At));
    }

    private void Phase(Objective objective, Measure measure, DateTimeOffset at)
    {
        var months = PhasedMonths.Of(_whileOpen);
        Demand(objective.Phase(PhasingMethod.Even, PhasingRule.Of(measure, objective.Target, objective.Baseline).Spread(PhasingMethod.Even, months, [.. months.Select(_ => 1L)]), _whileOpen, at));
    }

    private static void Demand(Platform.Results.Result result)
    {
        if (!result.IsSuccess)
            throw new InvalidOperationException(result.Errors[0].Message.English);
    }

    private static ObjectiveContent Content(DemoObjective demo, DemoVersion version) => new(
        version.Title, version.Description, version.Contribution, demo.Owner.Id, demo.Unit.Id, demo.RegionId, demo.CustomerId, demo.PositionId, demo.ResponsibilityId, demo.StrategyElementId,
        demo.Measure.Id, demo.Baseline, version.Target, demo.LowerBound, 1, version.Important);

    /// <summary>The cycle as it was while its objectives changed.</summary>
    private static Cycle OpenCopy(Cycle cycle)
    {
        var open = Cycle.Open(cycle.Name, cycle.Year, cycle.Start, cycle.End, cycle.CodePrefix, cycle.TimeZone, cycle.Policy, cycle.Id);
        open.RestoreStatus(CycleStatus.Execution);
        return open;
    }
}
