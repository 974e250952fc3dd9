using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Support;

/// <summary>Promises or declines help, or says that it was given (S6.2), by the rules of <see cref="SupportRequest"/>.</summary>
/// <remarks>Fails with NOT_FOUND, INVALID, SAME_PERSON_MAY_NOT_DECIDE (who asked), FORBIDDEN_BY_STATE (the answer does not follow). Raises <see cref="SupportAnswered"/>.</remarks>
internal static class AnswerSupport
{
    public sealed record Command(SupportRequestId SupportRequestId, SupportStatus Status, string Answer) : ICommand<SupportRequestId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).RequiredText(SupportRequest.MaxTextLength, multiline: true);
    }

    public sealed class Rule(PlanningDb db, ObjectiveAccess access, SupportParties parties) : IAccessRule<Command>
    {
        public string Field => "supportRequestId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var found = await db.SupportRequests.AsNoTracking().Where(r => r.Id == request.SupportRequestId)
                .Join(db.Objectives, r => r.ObjectiveId, o => o.ObjectiveId, (r, o) => new { Request = r, o.OwnerId, o.UnitId }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Access.NotFound;
            var role = (await parties.OfAsync([(found.Request, found.OwnerId)], cancellationToken))[0].CallersRole;
            if (role == SupportRole.None)
                return (await access.SightAsync(cancellationToken)).MayReadNegotiation(found.OwnerId, found.UnitId) ? Access.Forbidden : Access.NotFound;
            return request.Status == SupportStatus.Fulfilled && role != SupportRole.Asker ? Access.Forbidden : Access.Granted;
        }
    }

    public sealed class Handler(PlanningDb db, SupportParties parties, CallContext call, BusinessClock clock) : ICommandHandler<Command, SupportRequestId>
    {
        public async Task<Result<SupportRequestId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var support = await db.SupportRequests.SingleAsync(r => r.Id == request.SupportRequestId, cancellationToken);
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == support.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "supportRequestId") is { } fixedNow)
                return fixedNow;
            var role = (await parties.OfAsync([(support, objective.OwnerId)], cancellationToken))[0].CallersRole;
            if (role == SupportRole.Asker && request.Status is SupportStatus.Agreed or SupportStatus.Declined)
                return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody decides his own request.", "不能答复自己提出的请求。"), "status");
            var now = clock.GetUtcNow();
            var wasCountedOn = support.IsCountedOn;
            var told = support.Tell(request.Status, request.Answer, call.Caller.Id, role, now);
            if (!told.IsSuccess)
                return Result<SupportRequestId>.Failure(told.Errors);
            objective.Tell(new SupportAnswered(support.Id, objective.ObjectiveId, support.RequestedById));
            if (support.IsCountedOn != wasCountedOn)
                await db.ContentChangedAsync(objective, cycle, now, cancellationToken);
            return support.Id;
        }
    }
}
