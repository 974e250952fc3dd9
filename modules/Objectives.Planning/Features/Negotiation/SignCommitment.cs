using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>Signs what an agreed objective says (S5.6): owner, leader, and for a team objective every member. With the last signature it is committed.</summary>
/// <remarks>
/// Nobody signs what cannot be committed: an open request for help, and whatever an <see cref="ICommitmentGuard"/> finds, refuses each signature. Fails with NOT_FOUND, CONFLICT (the content is another than the one
/// signed), FORBIDDEN_BY_STATE (not agreed), DUPLICATE (signed already), BRIEFING_MISSING, BLOCKED_BY_FINDING. Raises <see cref="ObjectiveCommitted"/>.
/// </remarks>
internal static class SignCommitment
{
    public sealed record Command(ObjectiveId ObjectiveId, string ContentHash) : ICommand<ObjectiveId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ContentHash).RequiredText(64);
    }

    public sealed class Rule(NegotiationParties parties) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => parties.CheckAsync(request.ObjectiveId, p => p.Signatories.RoleOf(caller.Id, caller.Is(Role.Executive)) is not null, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, NegotiationParties parties, SettingGate gate, IEnumerable<ICommitmentGuard> guards, CallContext call, BusinessClock clock) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "objectiveId") is { } fixedNow)
                return fixedNow;
            if (objective.Status is not (ObjectiveStatus.Agreed or ObjectiveStatus.Committed))
                return new Error(ErrorCode.ForbiddenByState, new("Both sides agree on it first.", "双方尚未就该目标达成一致。"), "objectiveId");
            var requests = await db.SupportRequests.AsNoTracking().Where(r => r.ObjectiveId == objective.ObjectiveId).ToListAsync(cancellationToken);
            var hash = SignedContent.Of(objective, requests).Hash;
            if (hash != request.ContentHash)
                return new Error(ErrorCode.Conflict, new("It says something else by now; read it again before you sign.", "目标内容已变化，请重新查看后再签署。"), "contentHash", new Dictionary<string, object?> { ["contentHash"] = hash });
            if (await gate.CheckAgreeingAsync(cycle, [objective.UnitId], "objectiveId", cancellationToken) is { } notOpen)
                return notOpen;
            var signatories = (await parties.OfAsync(objective, cancellationToken)).Signatories;
            var given = (await db.Signatures.Where(s => s.ObjectiveId == objective.ObjectiveId && s.VoidedAt == null).Select(s => new { s.Role, s.ById }).ToListAsync(cancellationToken)).ConvertAll(s => (s.Role, s.ById));
            if (signatories.RoleOf(call.Caller.Id, call.Caller.Is(Role.Executive)) is not { } role)
                return Error.NotFound("objectiveId");
            if (!signatories.Missing(given).Any(m => m.Role == role && (m.By is null || m.By == call.Caller.Id)))
                return new Error(ErrorCode.Duplicate, new("It is signed in this role already.", "该角色已签署。"), "objectiveId");
            if (await ObstaclesAsync(objective, requests, cancellationToken) is { Count: > 0 } obstacles)
                return Result<ObjectiveId>.Failure(obstacles);
            var now = clock.GetUtcNow();
            db.Signatures.Add(Signature.Give(objective.ObjectiveId, role, hash, call.Caller.Id, now));
            objective.Tell();
            if (objective.Status == ObjectiveStatus.Agreed && !signatories.Missing([.. given, (role, call.Caller.Id)]).Any())
                objective.Commit(now);
            return objective.ObjectiveId;
        }

        private async Task<List<Error>> ObstaclesAsync(Objective objective, List<SupportRequest> requests, CancellationToken cancellationToken)
        {
            var errors = new List<Error>();
            if (requests.FindAll(r => r.IsOpen) is { Count: > 0 } open)
            {
                errors.Add(new(
                    ErrorCode.BlockedByFinding,
                    new($"Help was asked for and is not answered yet: {string.Join("; ", open.Select(r => r.What))}.", $"仍有未答复的支持请求：{string.Join("；", open.Select(r => r.What))}。"),
                    "objectiveId",
                    new Dictionary<string, object?> { ["finding"] = "SUPPORT_OPEN", ["supportRequests"] = open.ConvertAll(r => GlobalId.Encode("SupportRequest", r.Id.Value)) }));
            }
            var attempt = new CommitmentAttempt(objective.ObjectiveId, objective.CycleId, objective.OwnerId, call.Caller.Id);
            foreach (var guard in guards)
                errors.AddRange((await guard.FindAsync(attempt, cancellationToken)).Select(o => new Error(Enum.Parse<ErrorCode>(o.Code), new(o.English, o.Chinese), "objectiveId", o.Detail)));
            return errors;
        }
    }
}
