using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>
/// Mends what is plain (S6.11): shares a shortfall among those below, merges a duplicate into the other, names the responsibility whose words come nearest to the title, phases evenly.
/// </summary>
/// <remarks>
/// The caller must be allowed to change all that changes. Fails with NOT_FOUND, FORBIDDEN_BY_STATE (not repairable, or an objective that it would change is committed and in execution).
/// The finding is gone afterwards, so the payload names none.
/// </remarks>
internal static class RepairFinding
{
    public sealed record Command(FindingId FindingId) : ICommand<FindingId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FindingId).NotEmpty();
    }

    public sealed class Rule(PlanningDb db, ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "findingId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var objective = await db.Findings.Where(f => f.Id == request.FindingId).Select(f => (ObjectiveId?)f.ObjectiveId).SingleOrDefaultAsync(cancellationToken);
            return objective is { } id ? await rule.MayWriteAsync(id, cancellationToken) : Access.NotFound;
        }
    }

    public sealed class Handler(PlanningDb db, ObjectiveAccess access, PhasingBasis phasing, IMediator mediator, BusinessClock clock) : ICommandHandler<Command, FindingId>
    {
        public async Task<Result<FindingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var finding = await db.Findings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == request.FindingId, cancellationToken);
            if (finding is null)
                return Error.NotFound("findingId");
            await db.HoldTreeAsync(finding.CycleId, cancellationToken);
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == finding.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == finding.CycleId, cancellationToken);
            var mended = (finding.Repairable, finding.Kind) switch
            {
                (true, FindingKind.CoverageShortfall) => await ShareShortfallAsync(objective, cycle, cancellationToken),
                (true, FindingKind.DuplicateHorizontal or FindingKind.DuplicateVertical) => await MergeAsync(objective, new(finding.Related[0]), cycle, cancellationToken),
                (true, FindingKind.NoResponsibility) => await NameResponsibilityAsync(objective, cycle, cancellationToken),
                (true, FindingKind.NotPhased) => await PhaseAsync(objective, cycle, cancellationToken),
                _ => new Error(ErrorCode.ForbiddenByState, new("This finding needs a decision of people; see its proposal.", "该问题需要人工决定，请参考其建议。"), "findingId"),
            };
            return mended.IsSuccess ? finding.Id : Result<FindingId>.Failure([.. mended.Errors.Select(e => e with { Field = "findingId" })]);
        }

        private async Task<Result> ShareShortfallAsync(Objective parent, Cycle cycle, CancellationToken cancellationToken)
        {
            var below = await db.Objectives.Where(o => o.ParentId == parent.ObjectiveId && o.Status != ObjectiveStatus.Withdrawn).OrderBy(o => o.Path).ToListAsync(cancellationToken);
            var measures = await db.Measures.AsNoTracking().ToDictionaryAsync(m => m.Id, cancellationToken);
            var facts = measures.ToDictionary(m => m.Key, m => new MeasureFacts(m.Key, m.Value.UnitOfMeasure, m.Value.Direction, m.Value.Aggregation, m.Value.Decimals));
            var sight = await access.SightAsync(cancellationToken);
            foreach (var (id, target) in CoverageRepair.Targets(TargetOf(parent), below.ConvertAll(TargetOf), facts))
            {
                var child = below.Single(o => o.ObjectiveId == id);
                if (!sight.MayWrite(child.Level, child.OwnerId, child.UnitId))
                    return new Error(ErrorCode.ForbiddenByState, new($"{child.Code} is not yours to change; agree with its owner.", $"您无权修改 {child.Code}，请与其负责人协商。"), "findingId");
                var content = ObjectiveContent.Of(child) with { Target = target };
                if (content.CheckAgainst(measures[child.MeasureId]).FirstOrDefault() is { } wrong)
                    return wrong;
                var edited = child.Edit(content, cycle, measures[child.MeasureId], clock.GetUtcNow());
                if (!edited.IsSuccess)
                    return edited;
            }
            return Result.Success;

            static TargetOfObjective TargetOf(Objective o) => new(o.ObjectiveId, o.MeasureId, o.Target, o.LowerBound, o.RollUpWeight);
        }

        private async Task<Result> MergeAsync(Objective duplicate, ObjectiveId other, Cycle cycle, CancellationToken cancellationToken)
        {
            var kept = await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == other, cancellationToken);
            var below = await db.Objectives.Where(o => o.ParentId == duplicate.ObjectiveId && o.Status != ObjectiveStatus.Withdrawn).OrderBy(o => o.Path).ToListAsync(cancellationToken);
            var deepest = await db.Objectives.Within(cycle.Id, duplicate.Path).MaxAsync(o => o.Depth, cancellationToken);
            foreach (var child in below)
            {
                var moved = child.MoveUnder(kept, await db.NextNumberAsync(cycle.Id, cancellationToken), deepest, clock.GetUtcNow());
                if (!moved.IsSuccess)
                    return moved;
            }
            return duplicate.Withdraw(cycle, hasChildren: false, clock.GetUtcNow());
        }

        private async Task<Result> NameResponsibilityAsync(Objective objective, Cycle cycle, CancellationToken cancellationToken)
        {
            IEnumerable<Guid?> holders = [objective.PositionId?.Value, objective.UnitId.Value];
            var duties = (await mediator.Send(new DutiesHeldBy([.. holders.OfType<Guid>()]), cancellationToken)).Where(d => !d.Retired).ToList();
            if (duties.Count == 0)
                return new Error(ErrorCode.ForbiddenByState, new("Its unit and position list no responsibility.", "其部门与岗位未列出职责。"), "findingId");
            var title = TextLikeness.PairsOf(objective.Title);
            var nearest = duties.OrderByDescending(d => TextLikeness.Of(title, TextLikeness.PairsOf(d.Text))).ThenByDescending(d => d.HolderId == objective.PositionId?.Value).ThenBy(d => d.Text, StringComparer.Ordinal).First();
            return await EditAsync(objective, ObjectiveContent.Of(objective) with { ResponsibilityId = nearest.Id }, cycle, cancellationToken);
        }

        private async Task<Result> PhaseAsync(Objective objective, Cycle cycle, CancellationToken cancellationToken)
        {
            var months = await phasing.PhaseAsync(db, objective, cycle, PhasingMethod.Even, null, cancellationToken);
            return months.IsSuccess ? objective.Phase(PhasingMethod.Even, months.Value, cycle, clock.GetUtcNow()) : Result.Failure(months.Errors);
        }

        private async Task<Result> EditAsync(Objective objective, ObjectiveContent content, Cycle cycle, CancellationToken cancellationToken)
            => objective.Edit(content, cycle, await db.Measures.AsNoTracking().SingleAsync(m => m.Id == objective.MeasureId, cancellationToken), clock.GetUtcNow());
    }
}
