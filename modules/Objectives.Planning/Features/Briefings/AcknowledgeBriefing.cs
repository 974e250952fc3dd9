using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Says that the caller has read a briefing that is addressed to him; a second time changes nothing.</summary>
/// <remarks>An auditor too, since he is a reader like others. Fails with NOT_FOUND.</remarks>
internal static class AcknowledgeBriefing
{
    [AllowedToEveryone(EvenReadOnly = true)]
    public sealed record Command(BriefingId BriefingId) : ICommand<BriefingId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.BriefingId).NotEmpty();
    }

    public sealed class Rule(PlanningDb db, BriefingAccess access) : IAccessRule<Command>
    {
        public string Field => "briefingId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var briefing = await db.Briefings.Where(sight.MayRead).Where(b => b.Id == request.BriefingId).Select(b => new { b.UnitId }).SingleOrDefaultAsync(cancellationToken);
            if (briefing is null)
                return Access.NotFound;
            return sight.IsAddressed(briefing.UnitId) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, BriefingId>
    {
        public async Task<Result<BriefingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = call.Caller.Id;
            var isInformed = await db.Briefings.AnyAsync(b => b.Id == request.BriefingId && b.PublishedById == me, cancellationToken)
                || await db.Acknowledgements.AnyAsync(a => a.BriefingId == request.BriefingId && a.PersonId == me, cancellationToken);
            if (!isInformed)
                db.Acknowledgements.Add(Acknowledgement.Give(request.BriefingId, me, clock.GetUtcNow()));
            return request.BriefingId;
        }
    }
}
