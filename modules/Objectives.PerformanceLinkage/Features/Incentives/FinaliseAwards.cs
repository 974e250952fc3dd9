using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Makes a scheme's awards final: they are kept as they are worked out now, and those who get them are told.</summary>
/// <remarks>
/// Once, of an approved scheme, in its cycle's appraisal or after it. While the cycle is in appraisal each participant's must be signed, so that nothing changes afterwards; with the cycle closed what stands holds. Fails with NOT_FOUND,
/// CONFLICT (it changed, or they are final already), FORBIDDEN_BY_STATE. Raises <see cref="AwardsFinalised"/>.
/// </remarks>
internal static class FinaliseAwards
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(IncentiveSchemeId SchemeId, long? ExpectedVersion) : ICommand<IncentiveSchemeId>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(PerformanceLinkageDb db, IMediator mediator, AwardReckoner reckoner, CallContext call, BusinessClock clock) : ICommandHandler<Command, IncentiveSchemeId>
    {
        public async Task<Result<IncentiveSchemeId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.IncentiveSchemes.SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken) is not { } scheme)
                return Error.NotFound("schemeId");
            if (scheme.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var cycle = (await mediator.Send(new IncentiveTerms([scheme.CycleId]), cancellationToken))[scheme.CycleId];
            if (!cycle.IsAppraised)
                return new Error(ErrorCode.ForbiddenByState, new("Awards become final when the cycle is appraised.", "周期进入考核阶段后才能最终确定奖金。"), "schemeId");
            var participants = await db.Participants.AsNoTracking().Where(p => p.SchemeId == scheme.Id).ToListAsync(cancellationToken);
            var reckoned = await reckoner.WorkOutAsync(scheme, participants, Assumption.None, withinCommand: true, cancellationToken);
            if (!cycle.IsClosed && reckoned.Unsettled.Count > 0)
                return Unsettled(reckoned.Unsettled.Count);
            var final = scheme.Finalise(reckoned.OwedMinor, call.Caller.Id, clock.GetUtcNow());
            if (!final.IsSuccess)
                return Result<IncentiveSchemeId>.Failure(final.Errors);
            db.AddRange(reckoned.Awards);
            return scheme.Id;
        }

        private static Error Unsettled(int people) => new(
            ErrorCode.ForbiddenByState, new($"{people} of the participants have an appraisal that is not signed yet.", $"有 {people} 名参与人的考核尚未签字确认。"), "schemeId", new Dictionary<string, object?> { ["unsigned"] = people });
    }
}
