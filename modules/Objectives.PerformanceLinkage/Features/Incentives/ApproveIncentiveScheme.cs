using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Someone of HR approves a scheme that another has saved; where there are findings he says why (S5.5).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT (it changed, or is approved already), SAME_PERSON_MAY_NOT_DECIDE, REQUIRED (the reason), LIMIT_EXCEEDED, FORBIDDEN_BY_STATE (its awards are final).</remarks>
internal static class ApproveIncentiveScheme
{
    /// <param name="ExpectedVersion">That which was looked at.</param>
    [AllowedTo(Role.Hr)]
    public sealed record Command(IncentiveSchemeId SchemeId, long? ExpectedVersion, string Reason) : ICommand<IncentiveSchemeId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).PlainText(IncentiveScheme.MaxReasonLength, multiline: true);
    }

    public sealed class Handler(PerformanceLinkageDb db, SchemeInspector inspector, CallContext call, BusinessClock clock) : ICommandHandler<Command, IncentiveSchemeId>
    {
        public async Task<Result<IncentiveSchemeId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.IncentiveSchemes.SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken) is not { } scheme)
                return Error.NotFound("schemeId");
            if (scheme.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var me = call.Caller.Id;
            var takesPart = await db.Participants.AnyAsync(p => p.SchemeId == scheme.Id && p.PersonId == me, cancellationToken);
            var findings = (await inspector.FindAsync(db, [scheme], cancellationToken))[scheme.Id];
            var approved = scheme.Approve(me, request.Reason, takesPart, findings.Count > 0, clock.GetUtcNow());
            return approved.IsSuccess ? scheme.Id : Result<IncentiveSchemeId>.Failure(approved.Errors);
        }
    }
}
