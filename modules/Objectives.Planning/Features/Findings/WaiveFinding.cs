using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Findings;

/// <summary>A higher leader accepts a finding as it is (S6.11); until it grows, concerns others too, or goes.</summary>
/// <remarks>
/// A higher leader is who stands above the owner's direct superior; where the owner or his superior stands at the top, an executive who is neither of the two. Fails with
/// NOT_FOUND, REQUIRED (the reason).
/// </remarks>
internal static class WaiveFinding
{
    public sealed record Command(FindingId FindingId, string Reason) : ICommand<FindingId>, IReasoned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).RequiredText(FindingWaiver.MaxReasonLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, ObjectiveAccess access, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "findingId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var owner = await (from f in db.Findings join o in db.Objectives.Where(sight.MayRead<Objective>()) on f.ObjectiveId equals o.ObjectiveId where f.Id == request.FindingId select (PersonId?)o.OwnerId)
                .SingleOrDefaultAsync(cancellationToken);
            if (owner is not { } person)
                return Access.NotFound;
            var superior = (await mediator.Send(new Whereabouts([person], [], [], [], [], []), cancellationToken)).SuperiorOf.GetValueOrDefault(person);
            return caller.Id != person && caller.Id != superior && sight.IsAbove(superior ?? person) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, FindingId>
    {
        public async Task<Result<FindingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var finding = await db.Findings.SingleOrDefaultAsync(f => f.Id == request.FindingId, cancellationToken);
            if (finding is null)
                return Error.NotFound("findingId");
            finding.Waive();
            var waiver = await db.FindingWaivers.SingleOrDefaultAsync(w => w.Id == finding.Id, cancellationToken);
            if (waiver is null)
                db.FindingWaivers.Add(FindingWaiver.Give(finding, call.Caller.Id, request.Reason, clock.GetUtcNow()));
            else
                waiver.GiveAgain(finding, call.Caller.Id, request.Reason, clock.GetUtcNow());
            return finding.Id;
        }
    }
}
