using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Revisions;

/// <summary>A higher leader takes an approved revision back: the former target holds, and the objective is assessed again (S7.5).</summary>
/// <remarks>Who may decide it. Fails with REQUIRED, NOT_FOUND, SAME_PERSON_MAY_NOT_DECIDE, CONFLICT (not approved, or revised again since), PERIOD_CLOSED, FORBIDDEN_BY_STATE (the cycle is no longer in execution).
/// Raises <see cref="TargetRevisionDecided"/>.</remarks>
internal static class UndoTargetRevision
{
    public sealed record Command(TargetRevisionId RevisionId, string Reason) : ICommand<TargetRevisionId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(TargetRevision.MaxTextLength, multiline: true);
    }

    public sealed class Rule(RevisionAccess access) : IAccessRule<Command>
    {
        public string Field => "revisionId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => access.MayDecideAsync(request.RevisionId, caller, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, RevisionAccess access, CallContext call, BusinessClock clock) : ICommandHandler<Command, TargetRevisionId>
    {
        public async Task<Result<TargetRevisionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var revision = await db.TargetRevisions.SingleAsync(r => r.Id == request.RevisionId, cancellationToken);
            if (await access.CheckStatusAsync(revision, RevisionStatus.Approved, cancellationToken) is { } other)
                return other;
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == revision.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            var measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == objective.MeasureId, cancellationToken);
            if (revision.ClosedMonth(cycle, PhasedTargetsHandler.FormerMonths(revision, measure, objective.Baseline, cycle)) is { } closed)
                return new Error(ErrorCode.PeriodClosed, new($"{closed}, which it changed, is closed.", $"该修订所涉及的期间 {closed} 已关闭。"), "revisionId");
            var undone = revision.Undo(request.Reason, objective, cycle, call.Caller.Id, clock.GetUtcNow());
            return undone.IsSuccess ? revision.Id : Result<TargetRevisionId>.Failure([.. undone.Errors.Select(e => e with { Field = "revisionId" })]);
        }
    }
}
