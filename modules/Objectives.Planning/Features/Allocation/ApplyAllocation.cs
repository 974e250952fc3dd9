using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Allocation;

/// <summary>Gives each recipient his part of the parent's target as an objective, all in one transaction (S6.8).</summary>
/// <remarks>
/// Whoever has an objective of the same measure under the parent already, on the level of the dimension, gets that one's target changed and nothing else of it;
/// the others get new ones. Allocations and drafts of a cycle wait for each other on its tree's row. Fails with NOT_FOUND, CONFLICT, REQUIRED (owners), INVALID,
/// DUPLICATE, LIMIT_EXCEEDED, BRIEFING_MISSING, FORBIDDEN_BY_STATE (parent or cycle ended, a part committed
/// and in execution, a holder left out).
/// </remarks>
internal static class ApplyAllocation
{
    public sealed record Command(
        ObjectiveId ParentId, AllocationDimension Dimension, IReadOnlyList<FactorWeight> Factors, IReadOnlyList<string>? RecipientIds, IReadOnlyList<AllocationLock>? Locks, decimal? StretchPercent,
        IReadOnlyList<RecipientOwner>? Owners, long? ExpectedVersion) : ICommand<IReadOnlyList<ObjectiveId>>, IAllocation;

    public sealed class Validator : AllocationValidator<Command>;

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "parentId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.ParentId, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, AllocationPlanner planner, ObjectiveAccess access, SettingGate gate, IMediator mediator, BusinessClock clock)
        : ICommandHandler<Command, IReadOnlyList<ObjectiveId>>
    {
        public async Task<Result<IReadOnlyList<ObjectiveId>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycleId = await db.Objectives.Where(o => o.ObjectiveId == request.ParentId).Select(o => o.CycleId).SingleAsync(cancellationToken);
            await db.TakeNumbersAsync(cycleId, 0, cancellationToken);
            var parent = await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == request.ParentId, cancellationToken);
            if (parent.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var plan = await planner.PlanAsync(db, request, parent, cancellationToken);
            if (plan.Errors.Count > 0)
                return Result<IReadOnlyList<ObjectiveId>>.Failure(plan.Errors);
            if (parent.CheckChangeable(plan.Cycle, "parentId") is { } ended)
                return ended;
            if (Objective.CheckDepth(parent.Depth + 1, "parentId") is { } tooDeep)
                return tooDeep;
            if (await gate.CheckDraftingAsync(plan.Cycle, [.. plan.Parts.Select(p => p.Recipient.UnitId).Distinct()], "recipientIds", cancellationToken) is { } notOpen)
                return notOpen;
            var owners = await OwnersAsync(request, plan, cancellationToken);
            return owners.IsSuccess ? await WriteAsync(request, plan, owners.Value, cancellationToken) : Result<IReadOnlyList<ObjectiveId>>.Failure(owners.Errors);
        }

        /// <summary>Who owns each new part, or each whose owner is named.</summary>
        private async Task<Result<IReadOnlyDictionary<Guid, PersonId>>> OwnersAsync(Command request, AllocationPlan plan, CancellationToken cancellationToken)
        {
            var named = (request.Owners ?? []).ToDictionary(o => AllocationPlanner.KeyOf(o.RecipientId), o => o.OwnerId);
            if (named.Count > 0)
            {
                var known = await mediator.Send(new Whereabouts([.. named.Values.Distinct()], [], [], [], [], []), cancellationToken);
                var unknown = request.Owners!.Index().Where(o => !known.SuperiorOf.ContainsKey(o.Item.OwnerId)).Select(o => Error.NotFound($"owners.{o.Index}.ownerId")).ToList();
                if (unknown.Count > 0)
                    return Result<IReadOnlyDictionary<Guid, PersonId>>.Failure(unknown);
            }
            var owners = new Dictionary<Guid, PersonId>();
            var without = new List<string>();
            foreach (var part in plan.Parts)
            {
                var isNew = !plan.Existing.ContainsKey(part.Recipient.Id);
                if (named.TryGetValue(part.Recipient.Id, out var person))
                    owners[part.Recipient.Id] = person;
                else if (isNew && part.Recipient.OwnerId is { } usual)
                    owners[part.Recipient.Id] = usual;
                else if (isNew)
                    without.Add(part.Recipient.Name);
            }
            return without.Count == 0
                ? Result.Ok<IReadOnlyDictionary<Guid, PersonId>>(owners)
                : new Error(ErrorCode.Required, new($"Nobody answers for {Some(without)}; name an owner.", $"{Some(without)} 没有负责人，请指定。"), "owners");
        }

        private async Task<Result<IReadOnlyList<ObjectiveId>>> WriteAsync(Command request, AllocationPlan plan, IReadOnlyDictionary<Guid, PersonId> owners, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var level = AllocationPlanner.LevelOf(request.Dimension);
            var ids = plan.Parts.Where(p => plan.Existing.ContainsKey(p.Recipient.Id)).Select(p => plan.Existing[p.Recipient.Id].Id).ToList();
            var existing = await db.Objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).ToDictionaryAsync(o => o.ObjectiveId, cancellationToken);
            var count = plan.Parts.Count - existing.Count;
            var number = count == 0 ? 0 : await db.TakeNumbersAsync(plan.Cycle.Id, count, cancellationToken) - count;
            var now = clock.GetUtcNow();
            var (written, refused) = (new List<ObjectiveId>(plan.Parts.Count), new List<string>());
            foreach (var part in plan.Parts)
            {
                var known = plan.Existing.TryGetValue(part.Recipient.Id, out var held) ? existing[held.Id] : null;
                var before = known is null ? null : ObjectiveContent.Of(known);
                var content = Content(before, request.Dimension, plan, part, owners.TryGetValue(part.Recipient.Id, out var owner) ? owner : before!.OwnerId);
                if (!sight.MayWrite(level, content.OwnerId, content.UnitId) || (before is not null && !sight.MayWrite(level, before.OwnerId, before.UnitId)))
                    refused.Add(part.Recipient.Name);
                else if (known is null)
                    known = db.Objectives.Add(Objective.Draft(plan.Cycle, ++number, content, level, ObjectiveOrigin.Allocated, plan.Parent, now)).Entity;
                else if (content != before && known.Edit(content, plan.Cycle, plan.Measure, now) is { IsSuccess: false } failed)
                    return failed.Errors[0] with { Field = "recipientIds", Message = Of(part.Recipient.Name, failed.Errors[0].Message) };
                if (known is not null)
                    written.Add(known.ObjectiveId);
            }
            return refused.Count == 0
                ? written
                : Error.Invalid("recipientIds", new($"You may not set objectives for {Some(refused)}.", $"您无权为 {Some(refused)} 制定目标。"));
        }

        /// <summary>A new part says what its parent says, of its own recipient; one that was there keeps all but its figures.</summary>
        private static ObjectiveContent Content(ObjectiveContent? before, AllocationDimension dimension, AllocationPlan plan, PlannedPart planned, PersonId owner)
        {
            var (parent, recipient, part) = (plan.Parent, planned.Recipient, planned.Part);
            var figures = (
                Contribution: plan.Rule.IsSplit
                    ? $"{Quantity.Format(part.Value)} / {Quantity.Format(plan.Rule.Total)} {plan.Measure.UnitOfMeasure} ({Quantity.Format(decimal.Round(part.Share, 2))} %)"
                    : $"= {Quantity.Format(plan.Rule.Total)} {plan.Measure.UnitOfMeasure}",
                LowerBound: plan.Rule.LowerBoundOf(part, parent.LowerBound));
            return before is not null
                ? before with { OwnerId = owner, Target = part.Value, LowerBound = figures.LowerBound, RollUpWeight = part.RollUpWeight ?? before.RollUpWeight, Contribution = figures.Contribution }
                : new(
                    Title(parent.Title, recipient.Name), null, figures.Contribution, owner, recipient.UnitId, recipient.RegionId ?? parent.RegionId,
                    dimension == AllocationDimension.Customer ? new(recipient.Id) : parent.CustomerId, recipient.PositionId, null, parent.StrategyElementId, parent.MeasureId,
                    parent.Baseline is null ? null : planned.PreviousActual, part.Value, figures.LowerBound, part.RollUpWeight ?? 1, parent.Important);
        }

        private static string Title(string parent, string recipient)
        {
            var room = Objective.MaxTitleLength - recipient.Length - 3;
            return room >= parent.Length ? $"{parent} · {recipient}" : $"{parent[..Math.Max(0, room - 1)]}… · {recipient}"[..Math.Min(Objective.MaxTitleLength, Math.Max(0, room - 1) + 4 + recipient.Length)];
        }

        private static Text Of(string name, Text message) => new($"{name}: {message.English}", $"{name}：{message.Chinese}");

        private static string Some(List<string> names) => names.Count <= 5 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(5))} … ({names.Count})";
    }
}
