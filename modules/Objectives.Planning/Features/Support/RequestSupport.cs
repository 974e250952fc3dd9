using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Support;

/// <summary>Asks a unit or a person for help that an objective needs (S6.2). What is asked is part of what is signed, so signatures given before are void.</summary>
/// <remarks>Fails with NOT_FOUND, REQUIRED, INVALID (both or oneself asked; a day past, or after the cycle), FORBIDDEN_BY_STATE. Raises <see cref="SupportRequested"/>.</remarks>
internal static class RequestSupport
{
    public sealed record Command(ObjectiveId ObjectiveId, string What, UnitId? FromUnitId, PersonId? FromPersonId, DateOnly NeededBy) : ICommand<SupportRequestId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.What).RequiredText(SupportRequest.MaxTextLength, multiline: true);
            RuleFor(c => c.FromUnitId).Custom((unit, context) =>
            {
                var person = context.InstanceToValidate.FromPersonId;
                if (unit is null && person is null)
                    context.Fail(ErrorCode.Required, new("Say which unit or person is asked.", "请选择提供支持的单位或人员。"));
                else if (unit is not null && person is not null)
                    context.Fail(ErrorCode.Invalid, new("Ask a unit or a person, not both.", "单位和人员只能选择其一。"));
            });
        }
    }

    public sealed class Rule(ObjectiveRule rule) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rule.MayWriteAsync(request.ObjectiveId, cancellationToken);
    }

    public sealed class Handler(PlanningDb db, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, SupportRequestId>
    {
        public async Task<Result<SupportRequestId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == request.ObjectiveId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(c => c.Id == objective.CycleId, cancellationToken);
            if (objective.CheckChangeable(cycle, "objectiveId") is { } fixedNow)
                return fixedNow;
            var found = await mediator.Send(new Whereabouts(request.FromPersonId is { } p ? [p] : [], request.FromUnitId is { } u ? [u] : [], [], [], [], []), cancellationToken);
            if (request.FromUnitId is not null && found.UnitParents.Count == 0)
                return Error.NotFound("fromUnitId");
            if (request.FromPersonId is not null && found.SuperiorOf.Count == 0)
                return Error.NotFound("fromPersonId");
            var (now, me) = (clock.GetUtcNow(), call.Caller.Id);
            if (request.FromPersonId is { } asked && (asked == me || asked == objective.OwnerId))
                return Error.Invalid("fromPersonId", new("Nobody asks himself for help.", "不能向本人请求支持。"));
            var today = cycle.DayOf(now);
            if (request.NeededBy < today || request.NeededBy > cycle.End)
                return Error.Invalid("neededBy", new($"A day from today to the end of the cycle, {cycle.End.InEnglish()}.", $"日期应在今天至周期结束（{cycle.End.InChinese()}）之间。"));
            var support = SupportRequest.Ask(objective, request.What, request.FromUnitId, request.FromPersonId, request.NeededBy, me, now);
            db.SupportRequests.Add(support);
            objective.Tell(new SupportRequested(support.Id, objective.ObjectiveId, support.FromUnitId, support.FromPersonId));
            await db.ContentChangedAsync(objective, cycle, now, cancellationToken);
            return support.Id;
        }
    }
}
