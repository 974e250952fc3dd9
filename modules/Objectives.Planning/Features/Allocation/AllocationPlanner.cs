using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Allocation;

/// <param name="Recipient">Whose part it is.</param>
/// <param name="Scores">By each factor asked for.</param>
internal sealed record PlannedPart(Recipient Recipient, AllocatedPart Part, IReadOnlyList<decimal> Scores, decimal? PreviousActual);

/// <param name="Parts">By code; none where the errors say why.</param>
/// <param name="Existing">The parts' objectives from an earlier time, with their owners, by recipient.</param>
internal sealed record AllocationPlan(
    Objective Parent, Cycle Cycle, Measure Measure, AllocationRule Rule, IReadOnlyList<PlannedPart> Parts, IReadOnlyDictionary<Guid, HeldPart> Existing, IReadOnlyList<Error> Errors);

internal readonly record struct HeldPart(ObjectiveId Id, PersonId OwnerId);

/// <summary>Splits a parent's target among its recipients, in a fixed number of statements whatever their number.</summary>
internal sealed class AllocationPlanner(IMediator mediator, ObjectiveAccess access)
{
    public async Task<AllocationPlan> PlanAsync(PlanningDb db, IAllocation input, Objective parent, CancellationToken cancellationToken)
    {
        var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == parent.MeasureId, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == parent.CycleId, cancellationToken);
        var rule = new AllocationRule(measure, parent.Target, input.StretchPercent ?? 0);
        AllocationPlan Plan(IReadOnlyList<PlannedPart> parts, IReadOnlyDictionary<Guid, HeldPart> existing, IReadOnlyList<Error> errors) => new(parent, cycle, measure, rule, parts, existing, errors);

        var recipients = await RecipientsAsync(input, parent, cancellationToken);
        if (CheckRecipients(input, recipients) is { Count: > 0 } wrong)
            return Plan([], new Dictionary<Guid, HeldPart>(), wrong);
        var children = await ChildrenAsync(db, input.Dimension, parent, cancellationToken);
        var previous = await PreviousAsync(db, input.Dimension, cycle, measure, cancellationToken);
        var errors = CheckLocks(input, rule, measure);
        errors.AddRange(CheckFactors(input));
        if (errors.Count > 0)
            return Plan([], children, errors);
        if (rule.CountsOthers)
            errors.AddRange(await CheckLeftOutAsync(input.Dimension, children.Keys, recipients, parent, cancellationToken));
        var locks = (input.Locks ?? []).ToDictionary(l => KeyOf(l.RecipientId), l => l.Value);
        var candidates = recipients.Select(r => new AllocationCandidate(
            r.Id,
            r.Name,
            [.. input.Factors.Select(f => FactorScore.Of(f.Factor, input.Dimension, r, Of(previous, r.Id))!.Value)],
            locks.TryGetValue(r.Id, out var value) ? value : null)).ToList();
        var split = rule.Split(candidates, [.. input.Factors.Select(f => f.Weight)]);
        return split.IsSuccess
            ? Plan([.. recipients.Select((r, i) => new PlannedPart(r, split.Value[i], candidates[i].Scores, Of(previous, r.Id)))], children, errors)
            : Plan([], children, [.. errors, .. split.Errors]);
    }

    public static Guid KeyOf(string id) => GlobalId.TryDecode(id, out _, out var key) ? key : Guid.Empty;

    public static ObjectiveLevel LevelOf(AllocationDimension dimension) => dimension switch
    {
        AllocationDimension.Unit => ObjectiveLevel.Team,
        AllocationDimension.Region => ObjectiveLevel.Region,
        AllocationDimension.Customer => ObjectiveLevel.Customer,
        AllocationDimension.Position => ObjectiveLevel.Position,
        _ => ObjectiveLevel.Personal,
    };

    private static decimal? Of(IReadOnlyDictionary<Guid, decimal> figures, Guid id) => figures.TryGetValue(id, out var figure) ? figure : null;

    private Task<IReadOnlyList<Recipient>> RecipientsAsync(IAllocation input, Objective parent, CancellationToken cancellationToken) => mediator.Send(
        new Recipients(
            (RecipientKind)input.Dimension, parent.UnitId, parent.RegionId, parent.PositionId, parent.OwnerId, input.RecipientIds is { } ids ? ids.Select(KeyOf).ToHashSet() : null),
        cancellationToken);

    private static List<Error> CheckRecipients(IAllocation input, IReadOnlyList<Recipient> recipients)
    {
        var known = recipients.Select(r => r.Id).ToHashSet();
        var errors = new List<Error>();
        void Require(IEnumerable<string> ids, Func<int, string> field) => errors.AddRange(ids.Index().Where(id => !known.Contains(KeyOf(id.Item))).Select(id => Error.NotFound(field(id.Index))));
        Require(input.RecipientIds ?? [], i => $"recipientIds.{i}");
        Require((input.Locks ?? []).Select(l => l.RecipientId), i => $"locks.{i}.recipientId");
        Require((input.Owners ?? []).Select(o => o.RecipientId), i => $"owners.{i}.recipientId");
        if (recipients.Count == 0 && errors.Count == 0)
            errors.Add(Error.Invalid("recipientIds", new("There is nobody of this kind in the parent's scope; name the recipients.", "上级目标范围内没有此类对象，请指定分解对象。")));
        if (recipients.Count > IAllocation.MaxRecipients)
        {
            errors.Add(new(
                ErrorCode.LimitExceeded,
                new($"At most {IAllocation.MaxRecipients} recipients; there are {recipients.Count}.", $"最多 {IAllocation.MaxRecipients} 个分解对象，当前为 {recipients.Count} 个。"),
                "recipientIds"));
        }
        return errors;
    }

    private static List<Error> CheckLocks(IAllocation input, AllocationRule rule, Measure measure)
    {
        var errors = new List<Error>();
        foreach (var (i, part) in (input.Locks ?? []).Index())
        {
            if (!Platform.Numbers.Quantity.HasDecimals(part.Value, measure.Decimals))
                errors.Add(Error.Invalid($"locks.{i}.value", new($"{measure.Name} has {measure.Decimals} digits after the point.", $"“{measure.Name}”保留 {measure.Decimals} 位小数。")));
            else if (rule.CountsOthers && Math.Sign(part.Value) * Math.Sign(rule.Total) < 0)
                errors.Add(Error.Invalid($"locks.{i}.value", new("A part does not have the other sign than the whole.", "部分的正负号不能与总额相反。")));
            else if (measure.Direction == MeasureDirection.Milestone && part.Value is < 0 or > 100)
                errors.Add(Error.Invalid($"locks.{i}.value", new("A milestone is 0 to 100 per cent complete.", "里程碑完成百分比应在 0 至 100 之间。")));
        }
        return errors;
    }

    private static IEnumerable<Error> CheckFactors(IAllocation input)
    {
        var nobody = new Recipient(Guid.Empty, string.Empty, string.Empty, default, null, null, null, 0, 0, 0, null, new(0, 0, 0));
        return input.Factors.Index().Where(f => FactorScore.Of(f.Item.Factor, input.Dimension, nobody, null) is null).Select(f => Error.Invalid(
            $"factors.{f.Index}.factor",
            new(
                $"The factor “{f.Item.Factor.Name().English}” says nothing of {input.Dimension.Name().English}.", $"因素“{f.Item.Factor.Name().Chinese}”不适用于{input.Dimension.Name().Chinese}。")));
    }

    /// <summary>A part from an earlier time whose recipient has none now would come on top of the whole.</summary>
    private async Task<IReadOnlyList<Error>> CheckLeftOutAsync(
        AllocationDimension dimension, IEnumerable<Guid> holders, IReadOnlyList<Recipient> recipients, Objective parent, CancellationToken cancellationToken)
    {
        var left = holders.Except(recipients.Select(r => r.Id)).ToList();
        if (left.Count == 0)
            return [];
        var named = await mediator.Send(new Recipients((RecipientKind)dimension, parent.UnitId, null, null, null, left), cancellationToken);
        var names = named.Count == 0 ? $"{left.Count}" : string.Join(", ", named.Take(5).Select(r => r.Name));
        return
        [
            new(
                ErrorCode.ForbiddenByState,
                new($"Already holding a part that would come on top: {names}. Give them a part too, fix theirs, or withdraw it first.", $"以下对象已有该目标的部分，将超出总额：{names}。请一并分解、锁定其数值，或先撤回其目标。"),
                "recipientIds"),
        ];
    }

    /// <summary>The parent's children by its measure on the dimension's level, by whom they are for; of several for one those that were allocated, then the first.</summary>
    private static async Task<IReadOnlyDictionary<Guid, HeldPart>> ChildrenAsync(PlanningDb db, AllocationDimension dimension, Objective parent, CancellationToken cancellationToken)
    {
        var level = LevelOf(dimension);
        var children = await db.Objectives
            .Where(o => o.ParentId == parent.ObjectiveId && o.MeasureId == parent.MeasureId && o.Level == level && o.Status != ObjectiveStatus.Withdrawn)
            .OrderBy(o => o.Path).Select(o => new Held(o.ObjectiveId, o.Origin, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId)).ToListAsync(cancellationToken);
        return children.OrderBy(c => c.Origin != ObjectiveOrigin.Allocated).GroupBy(c => c.By(dimension)).Where(g => g.Key is not null).ToDictionary(g => g.Key!.Value, g => new HeldPart(g.First().Id, g.First().OwnerId));
    }

    /// <summary>What each recipient reached by the measure in the latest cycle that ended before this one begins, as far as the caller may read it.</summary>
    private async Task<IReadOnlyDictionary<Guid, decimal>> PreviousAsync(
        PlanningDb db, AllocationDimension dimension, Cycle cycle, Measure measure, CancellationToken cancellationToken)
    {
        var before = await db.Cycles.AsNoTracking().Where(c => c.End < cycle.Start && db.Objectives.Any(o => o.CycleId == c.Id && o.MeasureId == measure.Id))
            .OrderByDescending(c => c.End).ThenBy(c => c.Name).FirstOrDefaultAsync(cancellationToken);
        if (before is null)
            return new Dictionary<Guid, decimal>();
        var level = LevelOf(dimension);
        var sight = await access.SightAsync(cancellationToken);
        var held = await db.Objectives.Where(sight.MayRead<Objective>()).Where(o => o.CycleId == before.Id && o.MeasureId == measure.Id && o.Level == level && o.Status != ObjectiveStatus.Withdrawn)
            .Select(o => new Held(o.ObjectiveId, o.Origin, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.OwnerId)).ToListAsync(cancellationToken);
        var holders = held.Where(h => h.By(dimension) is not null).ToDictionary(h => h.Id, h => h.By(dimension)!.Value);
        var actuals = await mediator.Send(new MonthlyActuals(holders.Keys), cancellationToken);
        return actuals.GroupBy(a => holders[a.ObjectiveId]).ToDictionary(
            g => g.Key, g => PreviousActual.Of(measure.Aggregation, measure.Decimals, [.. g.Select(a => new PreviousActual.Month(a.Month, a.Value, a.Numerator, a.Denominator))])!.Value);
    }

    private sealed record Held(ObjectiveId Id, ObjectiveOrigin Origin, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, PositionId? PositionId, PersonId OwnerId)
    {
        public Guid? By(AllocationDimension dimension) => dimension switch
        {
            AllocationDimension.Unit => UnitId.Value,
            AllocationDimension.Region => RegionId?.Value,
            AllocationDimension.Customer => CustomerId?.Value,
            AllocationDimension.Position => PositionId?.Value,
            _ => OwnerId.Value,
        };
    }
}
