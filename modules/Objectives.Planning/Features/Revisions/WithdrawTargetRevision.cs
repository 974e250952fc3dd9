using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain.Revisions;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Revisions;

/// <summary>Whoever asked to revise a target takes the request back (S7.5).</summary>
/// <remarks>Fails with REQUIRED, NOT_FOUND, CONFLICT (decided already). Raises <see cref="TargetRevisionDecided"/>.</remarks>
internal static class WithdrawTargetRevision
{
    public sealed record Command(TargetRevisionId RevisionId, string Reason) : ICommand<TargetRevisionId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(TargetRevision.MaxTextLength, multiline: true);
    }

    public sealed class Rule(RevisionAccess access) : IAccessRule<Command>
    {
        public string Field => "revisionId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => access.MayWithdrawAsync(request.RevisionId, caller, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, RevisionAccess access, CallContext call, BusinessClock clock) : ICommandHandler<Command, TargetRevisionId>
    {
        public async Task<Result<TargetRevisionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var revision = await db.TargetRevisions.SingleAsync(r => r.Id == request.RevisionId, cancellationToken);
            if (await access.CheckStatusAsync(revision, RevisionStatus.Requested, cancellationToken) is { } other)
                return other;
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == revision.ObjectiveId, cancellationToken);
            var withdrawn = revision.Withdraw(request.Reason, objective.OwnerId, call.Caller.Id, clock.GetUtcNow());
            return withdrawn.IsSuccess ? revision.Id : Result<TargetRevisionId>.Failure(withdrawn.Errors);
        }
    }
}
